"""What is no photo, or more than a photo: each is told apart, before anything large is decoded."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from keyzer.check.photo import decoding, looking
from keyzer.check.photo.seen import MOST_BYTES, Problem, Unreadable

FACE = (Path(__file__).parent / "photos" / "face.jpg").read_bytes()
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def chunk(name: bytes, content: bytes) -> bytes:
    """A piece of a PNG with its length and check."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(width: int, height: int, *more: bytes) -> bytes:
    """A PNG that says it is so large; it holds next to nothing."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    rows = zlib.compress(b"\0" * ((width // 8 + 1) * height), 9) if width * height < 1_000_000 else b""
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        (b"", Problem.NOTHING),
        (b"\xff\xd8\xff" + b"\0" * MOST_BYTES, Problem.TOO_HEAVY),
        (SVG, Problem.DRAWING),
        (b"\xef\xbb\xbf \n<SVG onload='x()'/>", Problem.DRAWING),
        (b"%PDF-1.7\n", Problem.NO_PHOTO),
        (b"MZ\x90\0" + b"\0" * 100, Problem.NO_PHOTO),
        (b"zomaar woorden, geen foto", Problem.NO_PHOTO),
        (FACE[:900], Problem.BROKEN),
        (FACE[:9000], Problem.BROKEN),
        (b"\xff\xd8\xff\xe0" + b"\0" * 2000, Problem.BROKEN),
        (b"\0\0\0\x18ftypheic" + b"\0" * 200, Problem.BROKEN),
        (png(64, 64, chunk(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 50_000_000))), Problem.BROKEN),
    ],
    ids=["empty", "heavy", "svg", "marked svg", "pdf", "program", "text", "cut short", "half", "head", "heic", "words"],
)  # fmt: skip
def test_what_is_no_sound_photo_is_told_apart(sent: bytes, problem: Problem) -> None:
    with pytest.raises(Unreadable) as refused:
        looking.look(sent)
    assert refused.value.problem is problem


@pytest.mark.parametrize(("width", "height"), [(10_000, 10_000), (60_000, 60_000), (2_000_000_000, 2)])
def test_a_photo_with_too_many_points_is_refused_by_its_head(width: int, height: int) -> None:
    """Some hundred bytes that would fill the memory: nothing of them is decoded."""
    with pytest.raises(Unreadable) as refused:
        decoding.see(png(width, height))
    assert (refused.value.problem, refused.value.points) == (Problem.TOO_MANY_POINTS, width * height)


def test_the_largest_photo_that_is_taken_in_is_read_within_the_limits() -> None:
    """Points that were packed two thousand to one."""
    out = BytesIO()
    Image.new("1", (7_700, 7_700)).save(out, "PNG", optimize=True)
    seen = looking.look(out.getvalue())
    assert max(seen.width, seen.height) == 4096


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_image_is_taken_and_that_is_said(form: str) -> None:
    out = BytesIO()
    first, second = Image.new("RGB", (32, 32), (0, 160, 0)), Image.new("RGB", (32, 32), (160, 0, 0))
    first.save(out, form, save_all=True, append_images=[second], duration=100)
    seen = decoding.see(out.getvalue())
    red, green, _blue = Image.open(BytesIO(seen.picture)).convert("RGB").getpixel((9, 9))  # type: ignore[misc]
    assert seen.is_animated
    assert red < 40
    assert green > 120


def test_what_lies_behind_a_photo_does_not_go_along() -> None:
    """An archive or a program glued to its end."""
    seen = decoding.see(FACE + b"PK\x03\x04" + b"geheim" * 50)
    assert b"geheim" not in seen.picture
    assert len(seen.faces) == 1
