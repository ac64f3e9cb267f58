"""What a file is, told from its bytes; what pretends to be another is refused."""

import pytest

from keyzer.evidence.kinds import TAIL_BYTES, Inspection, Kind, Problem, Unacceptable
from tests.rooms.intake.samples import JPEG, MP4, PNG, archive


def judged(name: str, content: bytes, chunk: int = 64 * 1024) -> Kind | Problem:
    inspection = Inspection()
    for start in range(0, len(content), chunk):
        inspection.feed(content[start : start + chunk])
    try:
        return inspection.conclude(name)
    except Unacceptable as refused:
        return refused.problem


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("a.jpg", JPEG, "image/jpeg"),
        ("A.JPEG", JPEG, "image/jpeg"),
        ("a", JPEG, "image/jpeg"),
        ("a.png", PNG, "image/png"),
        ("a.gif", b"GIF89a" + bytes(40), "image/gif"),
        ("a.webp", b"RIFF\x20\x00\x00\x00WEBPVP8 " + bytes(30), "image/webp"),
        ("a.heic", b"\x00\x00\x00\x18ftypheic" + bytes(30), "image/heic"),
        ("a.mp4", MP4, "video/mp4"),
        ("a.mov", b"\x00\x00\x00\x14ftypqt  " + bytes(30), "video/quicktime"),
        ("a.webm", b"\x1a\x45\xdf\xa3\x01\x00\x00\x00\x42\x82\x84webm" + bytes(30), "video/webm"),
        ("a.mp3", b"ID3\x03" + bytes(30), "audio/mpeg"),
        ("a.m4a", b"\x00\x00\x00\x18ftypM4A " + bytes(30), "audio/mp4"),
        ("a.ogg", b"OggS" + bytes(30), "audio/ogg"),
        ("a.wav", b"RIFF\x20\x00\x00\x00WAVEfmt " + bytes(30), "audio/wav"),
        ("a.pdf", b"%PDF-1.7\n1 0 obj\n%%EOF\n", "application/pdf"),
        ("chat.txt", "24-11-2026 21:03 - Noor: hé, stop\n".encode() * 300, "text/plain"),
    ],
)
def test_each_kind_is_known_by_its_content(name: str, content: bytes, media: str) -> None:
    found = judged(name, content)
    assert isinstance(found, Kind)
    assert found.media == media


@pytest.mark.parametrize("chunk", [1, 7, 64 * 1024])
@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.jpg", b"", Problem.EMPTY),
        ("a.exe", b"MZ\x90\x00" + bytes(100), Problem.UNKNOWN),
        ("a.jpg", archive(), Problem.OTHER_THAN_NAMED),
        ("a.avif", b"\x00\x00\x00\x18ftypavif" + bytes(30), Problem.UNKNOWN),
        ("a.png", JPEG, Problem.OTHER_THAN_NAMED),
        ("a.jpg.exe", JPEG, Problem.OTHER_THAN_NAMED),
        ("a.pdf", MP4, Problem.OTHER_THAN_NAMED),
        ("a.jpg", JPEG + archive(), Problem.HIDDEN),
        ("a.png", PNG + archive(), Problem.HIDDEN),
        ("a.pdf", b"%PDF-1.7\n%%EOF\n" + archive(), Problem.HIDDEN),
        ("a.jpg", JPEG[:600] + b"%PDF-1.4 1 0 obj" + JPEG[600:], Problem.HIDDEN),
        ("a.gif", b"GIF89a/*" + bytes(20) + b"*/=1;<SCRIPT >alert(1)</script>", Problem.HIDDEN),
        ("a.jpg", JPEG + b"<!DOCTYPE html><body>", Problem.HIDDEN),
        ("a.mp4", MP4 + b"<html lang=nl>", Problem.HIDDEN),
        ("a.txt", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", Problem.HIDDEN),
        ("a.txt", b"\xef\xbb\xbf  <!-- x --><script>", Problem.HIDDEN),
        ("a.txt", b"tekst met \x00 erin", Problem.UNKNOWN),
    ],
)
def test_a_file_that_is_something_else_or_two_things_is_refused(
    name: str, content: bytes, problem: Problem, chunk: int
) -> None:
    assert judged(name, content, chunk) is problem


def test_an_archive_is_found_behind_a_long_film() -> None:
    assert judged("a.mp4", MP4 + bytes(3 * TAIL_BYTES) + archive()) is Problem.HIDDEN
