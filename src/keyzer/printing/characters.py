"""What people type that no font of ours has: an archive takes no paper with a gap, so it is said in words."""

import re
import unicodedata
from datetime import UTC, datetime
from functools import lru_cache

from .typesetting import FONTS, RenderingProblem, set_document

SURELY_PRINTED = re.compile(r"[\n\x20-\x7e\xa0-\u017f‘’“”„–—…•€×]*")
PROBE = FONTS / "probe.typ"
SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)


def printable(text: str) -> str:
    """The text with words for signs that can't be printed, such as emoji; line ends become one kind."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if SURELY_PRINTED.fullmatch(text):
        return text
    return "".join(_printed(character) for character in text)


@lru_cache(maxsize=4096)
def _printed(character: str) -> str:
    if SURELY_PRINTED.fullmatch(character) or _has_glyph(character):
        return character
    if unicodedata.category(character) in {"So", "Lo", "Sm"}:
        return f"[{unicodedata.name(character, 'emoji').lower()}]"
    return ""


def _has_glyph(character: str) -> bool:
    try:
        set_document(PROBE, {"text": character}, at=SOME_DAY)
    except RenderingProblem:
        return False
    return True
