"""Letters, and what other rooms write on the school's paper, as PDF, as pictures and as text."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from keyzer.printing import typesetting

DOCUMENTS = Path(__file__).resolve().parent / "documents"


def render(data: Mapping[str, Any], *, document: Path | str, at: datetime) -> bytes:
    """The letter as PDF, with `at` in its metadata. Raises typesetting.RenderingProblem.

    `document` is a file in DOCUMENTS (`nl/besluit-schorsing.typ`), or one of another room, which may import
    `/letterhead.typ`.
    """
    return typesetting.set_document(DOCUMENTS / document, data, at=at, root=DOCUMENTS)


def pictures(data: Mapping[str, Any], *, document: Path | str, ppi: int) -> list[bytes]:
    """The pages of the letter as PNG. Raises typesetting.RenderingProblem."""
    return typesetting.pictures(DOCUMENTS / document, data, ppi=ppi, root=DOCUMENTS)


def as_html(data: Mapping[str, Any], *, document: Path | str) -> str:
    """The text of the letter as a page of HTML, not meant to be shown as it is. Raises typesetting.RenderingProblem."""
    return typesetting.as_html(DOCUMENTS / document, data, root=DOCUMENTS)
