"""Square codes on paper, read back from what poppler draws, module by module."""

import re
import subprocess
from pathlib import Path

import segno

SHARPNESS = 400
INK = bytes(value < 128 for value in range(256))
RUN = re.compile(b"\0+|\1+")
FINDER = (1, 1, 3, 1, 1)
"""Dark, light, dark, light, dark: every line through the middle of a corner of a code (ISO/IEC 18004)."""
CORNER = sum(FINDER)
Raster = list[bytes]
Run = tuple[int, int, bool]
Modules = list[list[bool]]


def code_of(address: str) -> Modules:
    """The modules of the code that leads to exactly this address."""
    return [[bool(dark) for dark in line] for line in segno.make(address, error="m", micro=False).matrix]


def printed_code(pdf: bytes, folder: Path, side: int) -> Modules:
    """The code of `side` modules on the first page. Raises StopIteration where no corners of a code are seen."""
    lines = _drawn(pdf, folder)
    left, top, width = next(found for found in (_corners(lines, row, side) for row in range(len(lines))) if found)
    middle = [(number + 0.5) * width / side for number in range(side)]
    return [[lines[int(top + down)][int(left + along)] == 1 for along in middle] for down in middle]


def _drawn(pdf: bytes, folder: Path) -> Raster:
    file = folder / "page.pdf"
    file.write_bytes(pdf)
    command = ["pdftoppm", "-gray", "-r", str(SHARPNESS), "-f", "1", "-singlefile", str(file), str(folder / "page")]
    subprocess.run(command, check=True, timeout=60)
    _kind, size, _most, pixels = (folder / "page.pgm").read_bytes().split(b"\n", 3)
    width, pixels = int(size.split()[0]), pixels.translate(INK)
    return [pixels[start : start + width] for start in range(0, len(pixels), width)]


def _corners(lines: Raster, row: int, side: int) -> tuple[int, int, int] | None:
    """Left, top and width of a code, when the middles of its two upper corners lie on this line."""
    runs = _runs(lines[row])
    corners = [found for at in range(len(runs)) if _is_finder(found := runs[at : at + len(FINDER)])]
    if len(corners) < 2:
        return None
    left, (last, length, _dark) = corners[0][0][0], corners[-1][-1]
    corner, width = sum(_lengths(corners[0])), last + length - left
    if abs(width / side - corner / CORNER) > 1:
        return None
    column = bytes(line[left + corner // 2] for line in lines)
    above = [one for one in _runs(column) if one[0] <= row][-3:]
    return left, above[0][0], width


def _is_finder(runs: list[Run]) -> bool:
    lengths = _lengths(runs)
    module = sum(lengths) / CORNER
    fits = (abs(length - share * module) < module / 2 for length, share in zip(lengths, FINDER, strict=False))
    return len(runs) == len(FINDER) and runs[0][2] and module > 2 and all(fits)


def _lengths(runs: list[Run]) -> list[int]:
    return [length for _start, length, _dark in runs]


def _runs(line: bytes) -> list[Run]:
    """Where dark and light stretches begin, how long they are, and whether they are dark."""
    return [(one.start(), one.end() - one.start(), one[0][0] == 1) for one in RUN.finditer(line)]
