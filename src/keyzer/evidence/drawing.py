"""Makes what may be looked at of a picture, in a process of its own that can do little harm and is stopped in time.

A picture comes from a stranger, and what decodes it is large. So it is decoded by `python -m keyzer.evidence.drawing`
with a limit on memory and time, no file to write to and nothing of the school in its environment.
"""

import io
import resource
import struct
import subprocess
import sys
from collections.abc import Iterable
from typing import NamedTuple

from keyzer.kit.confined import confine

from .kinds import GIF, JPEG, PNG, WEBP

DRAWABLE = frozenset(kind.media for kind in (JPEG, PNG, WEBP, GIF))
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
LONGEST_SIDE, VEIL_SIDE, VEIL_SHOWN = 1600, 8, 240  # pixels
MOST_PIXELS = 64_000_000
MOST_MEMORY = 1024 * 1024 * 1024
MOST_SECONDS = 20
LIMITS = {
    resource.RLIMIT_AS: MOST_MEMORY,
    resource.RLIMIT_CPU: MOST_SECONDS,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_NPROC: 0,
}
MOST_BYTES = 60 * 1024 * 1024
LENGTH = struct.Struct(">I")


class Drawn(NamedTuple):
    """Two JPEGs without any metadata: `veil` tells nothing but light and colour, `copy` fits a screen."""

    veil: bytes
    copy: bytes


def draw(content: Iterable[bytes]) -> Drawn | None:
    """Both copies of a picture; None when it can't be decoded within the limits."""
    command = [sys.executable, "-I", "-m", __name__]
    with subprocess.Popen(  # noqa: S603 -- our own module, no words of a stranger
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}
    ) as process:
        try:
            answer, _ = process.communicate(b"".join(content), timeout=MOST_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
    return _parted(answer) if process.returncode == 0 else None


def _parted(answer: bytes) -> Drawn:
    (length,) = LENGTH.unpack_from(answer)
    rest = answer[LENGTH.size :]
    return Drawn(rest[:length], rest[length:])


def _main() -> None:
    """Read a picture from standard input, write the length of the veil, the veil and the copy."""
    from PIL import Image, ImageOps  # noqa: PLC0415 -- only this process may hold the decoder

    Image.init()
    confine(LIMITS)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2  # Pillow refuses at twice this
    with Image.open(io.BytesIO(sys.stdin.buffer.read(MOST_BYTES)), formats=FORMATS) as opened:
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    copy = Image.new("RGB", picture.size)
    copy.paste(picture)
    tiny = copy.resize((VEIL_SIDE, VEIL_SIDE), Image.Resampling.BOX)
    veil = tiny.resize((VEIL_SHOWN, VEIL_SHOWN), Image.Resampling.BICUBIC)
    out = _as_jpeg(veil)
    sys.stdout.buffer.write(LENGTH.pack(len(out)) + out + _as_jpeg(copy))


def _as_jpeg(picture: "object") -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=82)  # type: ignore[attr-defined]  # Pillow is imported where it is used
    return out.getvalue()


if __name__ == "__main__":
    _main()
