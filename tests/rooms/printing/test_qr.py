"""Square codes: they hold an address, fit in a page without inline style, and are still whole in a printed document."""

import re
import subprocess
from pathlib import Path

import segno

from keyzer.printing import qr, typesetting
from tests.cast import NOW

ADDRESS = "https://dekeyzer.example/tekenen/lijst/abcdefghijklmnop/12/"
MODULE = 8


def test_a_drawing_is_markup_without_words_or_style() -> None:
    drawn = qr.drawing('https://x.example/?q="><script>')
    assert re.fullmatch(
        r'<svg xmlns="http://www.w3.org/2000/svg" viewBox="[\d ]+">(<path [-a-zA-Z\d"=#. ]+/>)+</svg>', drawn
    )


def test_a_printed_code_has_every_module_of_the_address(tmp_path: Path) -> None:
    """Read back from the paper as drawn by poppler, module by module."""
    expected = [[bool(dark) for dark in line] for line in segno.make(ADDRESS, error="m", micro=False).matrix]
    side = len(expected) + 2 * qr.QUIET_ZONE
    (tmp_path / "code.typ").write_text(
        '#set document(title: "x")\n#let data = json(bytes(sys.inputs.data))\n'
        f"#set page(width: {side}pt, height: {side}pt, margin: 0pt)\n"
        f'#image(bytes(data.code), format: "svg", alt: "x", width: {side}pt)\n',
        encoding="utf-8",
    )
    pdf = typesetting.set_document(tmp_path / "code.typ", {"code": qr.drawing(ADDRESS)}, at=NOW)
    assert _modules(pdf, tmp_path, side) == expected


def _modules(pdf: bytes, folder: Path, side: int) -> list[list[bool]]:
    file = folder / "code.pdf"
    file.write_bytes(pdf)
    command = ["pdftoppm", "-gray", "-r", str(72 * MODULE), "-singlefile", str(file), str(folder / "code")]
    subprocess.run(command, check=True, timeout=60)
    _kind, size, _most, pixels = (folder / "code.pgm").read_bytes().split(b"\n", 3)
    width = int(size.split()[0])
    middle = range(qr.QUIET_ZONE, side - qr.QUIET_ZONE)
    return [[pixels[(row * MODULE + 4) * width + column * MODULE + 4] < 128 for column in middle] for row in middle]
