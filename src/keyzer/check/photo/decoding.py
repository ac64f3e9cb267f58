"""Decodes a photo; only ever run as `python -m keyzer.check.photo.decoding`, in a process of its own.

What decodes a picture is large and the picture comes from anywhere. So this process has a limit on memory and
time, no file to write to, and nothing of the school in its environment. It reads from standard input and writes to
standard output.
"""

import io
import resource
import sys
from contextlib import suppress

import msgspec
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from keyzer.kit.confined import confine

from . import faces, metadata
from .seen import MOST_BYTES, MOST_POINTS, Problem, Seen, Unreadable

FORMATS: tuple[str, ...] = ("JPEG", "PNG", "WEBP", "GIF")
HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
MOST_MEMORY = 2 * 1024 * 1024 * 1024
MOST_SECONDS = 20
LIMITS = {
    resource.RLIMIT_AS: MOST_MEMORY,
    resource.RLIMIT_CPU: MOST_SECONDS,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
}
LONGEST_SIDE, PREVIEW_SIDE = 4096, 1280  # pixels
MOVING = {"GIF", "WEBP", "PNG"}  # an MPO holds the same moment more than once
WHITE = (255, 255, 255)
SRGB = ImageCms.createProfile("sRGB")


def see(content: bytes) -> Seen:
    """Look at a photo. Raises Unreadable; what else a broken photo brings about ends the process, which says it too."""
    try:
        return _seen(_opened(content))
    except (OSError, ValueError, SyntaxError) as problem:
        raise Unreadable(Problem.BROKEN) from problem


def _opened(content: bytes) -> Image.Image:
    """The photo with its size read and nothing decoded yet."""
    formats = FORMATS
    if content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
        from pillow_heif import register_heif_opener  # noqa: PLC0415 -- large, and seldom needed

        register_heif_opener(thumbnails=False)
        formats = ("HEIF",)
    Image.MAX_IMAGE_PIXELS = None  # Pillow's own limit says no number; ours is the next thing
    try:
        opened = Image.open(io.BytesIO(content), formats=formats)
    except UnidentifiedImageError as problem:
        raise Unreadable(Problem.BROKEN if _is_begun(content) else Problem.NO_PHOTO) from problem
    points = opened.width * opened.height
    if points > MOST_POINTS:
        raise Unreadable(Problem.TOO_MANY_POINTS, points)
    return opened


def _is_begun(content: bytes) -> bool:
    """Whether it begins as a photo does, so that it is one that was cut off or damaged."""
    return content.startswith((b"\xff\xd8", b"\x89PNG", b"GIF8")) or content[8:12] in {b"WEBP", *HEIC_BRANDS}


def _seen(opened: Image.Image) -> Seen:
    told = metadata.told_by(opened)
    is_animated = opened.format in MOVING and getattr(opened, "n_frames", 1) > 1
    opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    picture = _upright(opened)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    preview = picture.copy()
    preview.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE))
    return Seen(
        picture=as_jpeg(picture),
        preview=as_jpeg(preview),
        width=picture.width,
        height=picture.height,
        faces=faces.find(preview),
        told=told,
        is_animated=is_animated,
    )


def _upright(opened: Image.Image) -> Image.Image:
    """The first image of the file in plain colours, standing up as it was taken, on white where it is transparent."""
    turned = ImageOps.exif_transpose(opened)
    if turned.has_transparency_data:
        layered = turned.convert("RGBA")
        plain = Image.new("RGB", layered.size, WHITE)
        plain.paste(layered, mask=layered)
    else:
        plain = turned.convert("RGB")
    if turned.mode == "RGB" and (profile := turned.info.get("icc_profile")):
        with suppress(ImageCms.PyCMSError, OSError):  # colours that can't be told stay as they are
            return ImageCms.profileToProfile(plain, io.BytesIO(profile), SRGB) or plain
    return plain


def as_jpeg(picture: Image.Image) -> bytes:
    """The points alone, without any metadata."""
    picture.info = {}
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


def _main() -> None:
    confine(LIMITS)
    try:
        answer = msgspec.msgpack.encode(see(sys.stdin.buffer.read(MOST_BYTES + 1)))
    except Unreadable as unreadable:
        answer = msgspec.msgpack.encode((unreadable.problem, unreadable.points))
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    _main()
