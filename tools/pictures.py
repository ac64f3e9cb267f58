"""Draw the pictures of the documentation anew from the demo school: the coordinator's desk and an answer of "Mag dit?".

Run it with the environment's Python after the look changed: `.venv/bin/python tools/pictures.py`.
"""

import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
PHONE = ViewportSize(width=390, height=844)
DOTS = 2
COLOURS = 256
SIGNATURE = b"\x89PNG\r\n\x1a\n"
COORDINATOR = 1  # whose desk shows a bit of all: too late, a report, a decision
ANSWER = "/mag-dit/antwoord/?who=leerling&act=forward&content=picture-of-person&account=own-private&consent=not-asked"


@contextmanager
def demo() -> Iterator[str]:
    """The demo school, served for a moment; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = Path(sys.executable).with_name("keyzer")
    with tempfile.TemporaryDirectory() as data:
        server = subprocess.Popen([command, "demo", "--port", str(port), "--data", f"{data}/demo"])
        try:
            _wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    while server.poll() is None:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.5)
    raise SystemExit("the demo school did not come up: see above")


def take(page: Page, name: str) -> None:
    """The screen as it stands, as a small file."""
    (PICTURES / name).write_bytes(with_few_colours(page.screenshot()))
    print(f"{name}: {(PICTURES / name).stat().st_size // 1024} kB")


def with_few_colours(png: bytes, colours: int = COLOURS) -> bytes:
    """The same picture with the colours that occur most: a screen of text needs no more, and weighs a third."""
    width, height, size, packed = _read(png)
    rows = _unfiltered(zlib.decompress(packed), width, height, size)
    pixels = [bytes(row[at : at + 3]) for row in rows for at in range(0, width * size, size)]
    palette = [colour for colour, _times in Counter(pixels).most_common(colours)]
    place = {colour: number for number, colour in enumerate(palette)}
    for colour in set(pixels) - place.keys():
        place[colour] = min(range(len(palette)), key=lambda number: _apart(palette[number], colour))
    starts = range(0, width * height + 1, width)
    lines = b"".join(b"\0" + bytes(place[pixel] for pixel in pixels[begin:end]) for begin, end in pairwise(starts))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", b"".join(palette)), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(kind, content) for kind, content in parts)


def _apart(one: bytes, other: bytes) -> int:
    return sum((left - right) ** 2 for left, right in zip(one, other, strict=True))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _read(png: bytes) -> tuple[int, int, int, bytes]:
    """Width, height, bytes per pixel and the packed rows."""
    width, height, _depth, colour = struct.unpack(">IIBB", png[16:26])
    packed, at = b"", len(SIGNATURE)
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        packed += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    return width, height, 4 if colour == 6 else 3, packed  # noqa: PLR2004 -- colour type 6 carries transparency


def _unfiltered(data: bytes, width: int, height: int, size: int) -> list[bytearray]:
    """The rows of a picture, as they were before PNG wrote each as a difference from its neighbours."""
    length = width * size
    rows: list[bytearray] = []
    above = bytearray(length)
    for number in range(height):
        start = number * (length + 1)
        row = bytearray(data[start + 1 : start + 1 + length])
        _undo(data[start], row, above, size)
        rows.append(row)
        above = row
    return rows


def _undo(kind: int, row: bytearray, above: bytearray, size: int) -> None:
    for at in range(len(row)) if kind else ():
        left = row[at - size] if at >= size else 0
        up, corner = above[at], above[at - size] if at >= size else 0
        guess = (left, up, (left + up) // 2, _paeth(left, up, corner))[kind - 1]
        row[at] = (row[at] + guess) & 0xFF


def _paeth(left: int, up: int, corner: int) -> int:
    """Whichever neighbour lies nearest to left + up - corner, as the format has it."""
    whole = left + up - corner
    return min((left, up, corner), key=lambda one: abs(whole - one))


def main() -> None:
    """Serve the demo, walk to both pages, and keep them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=PHONE, device_scale_factor=DOTS, locale="nl-NL")
        page.goto(f"{address}{ANSWER}")
        take(page, "mag-dit.png")
        page.goto(f"{address}/demo/")
        coordinators = page.locator("section").filter(has=page.get_by_role("heading", name="Coördinator", exact=True))
        coordinators.get_by_role("button").nth(COORDINATOR).click()
        page.wait_for_url(f"{address}/")
        take(page, "desk.png")
        browser.close()


if __name__ == "__main__":
    main()
