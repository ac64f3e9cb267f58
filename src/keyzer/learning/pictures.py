"""The drawings of lessons: SVG that stands in the page itself, so it holds shapes and nothing that acts or fetches."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

NAMESPACE = "{http://www.w3.org/2000/svg}"
SHAPES = frozenset({"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
FORM = ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "d", "points", "transform")
MARKS = frozenset({"class", "viewBox", "width", "height", "stroke-width", "stroke-dasharray", "opacity", *FORM})
HARMLESS = re.compile(r"[\w\s.,#%()+-]*")
LARGEST = 20_000


class PictureProblem(Exception):
    """A drawing that can't stand in a page; the message says why."""


def drawing(file: Path) -> str:
    """The drawing in a file, written anew from its shapes. Raises PictureProblem."""
    words = _read(file)
    if "<!" in words or "<?" in words:
        raise PictureProblem("holds more than shapes: take out what begins with `<!` or `<?`")
    try:
        root = ET.fromstring(words)  # noqa: S314 -- nothing is declared in it
    except ET.ParseError as refused:
        raise PictureProblem(f"is not SVG: {refused}") from refused
    if problem := next(_problems(root), None):
        raise PictureProblem(problem)
    ET.register_namespace("", NAMESPACE[1:-1])
    root.set("aria-hidden", "true")
    return ET.tostring(root, encoding="unicode").strip()


def _read(file: Path) -> str:
    try:
        if file.stat().st_size > LARGEST:
            raise PictureProblem(f"is larger than {LARGEST // 1000} kB: draw it with fewer shapes")
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise PictureProblem("can't be read: save it as UTF-8 and let us read it") from problem


def _problems(root: ET.Element) -> Iterator[str]:
    if root.tag != f"{NAMESPACE}svg" or "viewBox" not in root.attrib:
        yield 'is not a drawing: begin with `<svg xmlns="http://www.w3.org/2000/svg" viewBox="…">`'
    for element in root.iter():
        name = element.tag.removeprefix(NAMESPACE)
        if name not in SHAPES:
            yield f"holds `{name}`: use only {', '.join(f'`{shape}`' for shape in sorted(SHAPES))}"
        if (element.text or "").strip() or (element.tail or "").strip():
            yield f"holds words in `{name}`: words belong in the lesson, in both languages"
        for mark, value in element.attrib.items():
            if mark not in MARKS:
                yield f"holds `{mark}` on `{name}`: a drawing says its form only, and its colours by `class`"
            elif not HARMLESS.fullmatch(value):
                yield f"holds `{value}` on `{name}`: write numbers and names only"
