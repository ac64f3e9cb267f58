"""Documents by typst: data in, the same bytes out each time. What people wrote is data and is never evaluated.

The typesetter has threads of its own: a process that still forks workers must not set a document before.
"""

import json
import threading
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

FONTS = Path(__file__).resolve().parent / "fonts"
INPUT = "data"
ARCHIVAL_AND_ACCESSIBLE: list[str] = ["a-2a", "ua-1"]

_of_this_thread = threading.local()


class RenderingProblem(Exception):
    """The document can't be made of these data; the message says why, in the words of the typesetter."""


def set_document(document: Path, data: Mapping[str, Any], *, at: datetime, root: Path | None = None) -> bytes:
    """The document as PDF/A-2a with PDF/UA-1. `at` is what its metadata say; nothing in it reads a clock.

    It finds its data as `json(bytes(sys.inputs.data))`, and reads files below `root` alone: its own folder, unless
    another is given. Raises RenderingProblem, among others for a character that no font has.
    """
    standards = {"pdf_standards": ARCHIVAL_AND_ACCESSIBLE, "timestamp": int(at.timestamp())}
    return b"".join(_compile(document, data, root, "pdf", **standards))


def pictures(document: Path, data: Mapping[str, Any], *, ppi: int, root: Path | None = None) -> list[bytes]:
    """The pages of the document as PNG. Raises RenderingProblem."""
    return _compile(document, data, root, "png", ppi=ppi)


def as_html(document: Path, data: Mapping[str, Any], *, root: Path | None = None) -> str:
    """The text of the document as a page of HTML, not meant to be shown as it is. Raises RenderingProblem."""
    return b"".join(_compile(document, data, root, "html")).decode()


def _compile(
    document: Path,
    data: Mapping[str, Any],
    root: Path | None,
    form: Literal["pdf", "png", "html"],
    **more: Any,  # noqa: ANN401 -- typst's own options
) -> list[bytes]:
    folder = (root or document.parent).resolve()
    source = document if document.is_relative_to(folder) else document.read_bytes()
    try:
        made = _compiler(folder).compile(input=source, format=form, sys_inputs={INPUT: json.dumps(data)}, **more)
    except typst.TypstError as problem:
        raise RenderingProblem(f"`{document.name}` can't be made: {problem.message}") from problem
    return made if isinstance(made, list) else [made or b""]


def _compiler(root: Path) -> typst.Compiler:
    """The compiler of this thread for a folder: two threads in one compiler fail with `Already borrowed`."""
    compilers: dict[Path, typst.Compiler] = _of_this_thread.__dict__.setdefault("compilers", {})
    if root not in compilers:
        compilers[root] = typst.Compiler(root=root, font_paths=_fonts())
    return compilers[root]


@cache
def _fonts() -> typst.Fonts:
    """Our own fonts and those that typst carries; none of the machine, so that every machine makes the same bytes."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])
