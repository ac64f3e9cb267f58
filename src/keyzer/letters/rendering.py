"""Documents by typst: data in, the same bytes out each time. What people wrote is data and is never evaluated."""

import json
import threading
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

ROOM = Path(__file__).resolve().parent
DOCUMENTS = ROOM / "documents"
FONTS = ROOM / "fonts"
INPUT = "letter"
ARCHIVAL_AND_ACCESSIBLE: list[str] = ["a-2a", "ua-1"]

_of_this_thread = threading.local()


class RenderingProblem(Exception):
    """The document can't be made of these data; the message says why, in the words of the typesetter."""


def render(data: Mapping[str, Any], *, document: Path | str, at: datetime) -> bytes:
    """The document as PDF/A-2a with PDF/UA-1. `at` is what its metadata say; nothing in it reads a clock.

    `document` is a file in DOCUMENTS (`nl/besluit-schorsing.typ`), or one of another room, which may import
    `/letterhead.typ`. Raises RenderingProblem, among others for a character that no font has.
    """
    made = _compile(data, document, "pdf", pdf_standards=ARCHIVAL_AND_ACCESSIBLE, timestamp=int(at.timestamp()))
    return b"".join(made)


def pictures(data: Mapping[str, Any], *, document: Path | str, ppi: int) -> list[bytes]:
    """The pages of the document as PNG. Raises RenderingProblem."""
    return _compile(data, document, "png", ppi=ppi)


def as_html(data: Mapping[str, Any], *, document: Path | str) -> str:
    """The text of the document as a page of HTML, not meant to be shown as it is. Raises RenderingProblem."""
    return b"".join(_compile(data, document, "html")).decode()


def _compile(
    data: Mapping[str, Any],
    document: Path | str,
    form: Literal["pdf", "png", "html"],
    **more: Any,  # noqa: ANN401 -- typst's own options
) -> list[bytes]:
    path = DOCUMENTS / document
    source = path if path.is_relative_to(DOCUMENTS) else path.read_bytes()
    try:
        made = _compiler().compile(input=source, format=form, sys_inputs={INPUT: json.dumps(data)}, **more)
    except typst.TypstError as problem:
        raise RenderingProblem(f"`{path.name}` can't be made: {problem.message}") from problem
    return made if isinstance(made, list) else [made or b""]


def _compiler() -> typst.Compiler:
    """The compiler of this thread: two threads in one compiler fail with `Already borrowed`."""
    known: typst.Compiler | None = getattr(_of_this_thread, "compiler", None)
    if known is None:
        known = typst.Compiler(root=DOCUMENTS, font_paths=_fonts())
        _of_this_thread.compiler = known
    return known


@cache
def _fonts() -> typst.Fonts:
    """Our own fonts and those that typst carries; none of the machine, so that every machine makes the same bytes."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])
