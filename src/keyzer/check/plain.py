"""A draft as finders read it: without accents, hidden signs and odd letter forms, with the way back to each place."""

import re
import unicodedata
from typing import NamedTuple

from .finders.words import words

HIDDEN = frozenset("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2028\u2029\ufeff\ufff9\ufffa\ufffb") | frozenset(
    map(chr, [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)])
)
"""Signs that are not seen, and those that turn the direction of writing."""

LOOK_ALIKES = {ord(pair[0]): pair[1] for pair in words("look_alikes", "pairs")}
"""Cyrillic and Greek letters that look like ours; in a word that mixes scripts they stand for ours."""
MIXED = re.compile(r"[^\W_]*[A-Za-z0-9][^\W_]*")


class Plain(NamedTuple):
    """`text` to search in; `places[i]` is where its sign `i` stands in the draft, with the draft's end at the end."""

    text: str
    places: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The part of the draft that a part of `text` stands for."""
        return self.places[start], self.places[end - 1] + 1


def plain(draft: str) -> Plain:
    """The draft to search in. A line break stays one; every other blank becomes a space."""
    if draft.isascii():
        return Plain(draft.replace("\r", " ").replace("\t", " "), tuple(range(len(draft) + 1)))
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(draft):
        for each in _simple(sign):
            signs.append(each)
            places.append(place)
    text = MIXED.sub(lambda word: word[0].translate(LOOK_ALIKES), "".join(signs))
    return Plain(text, (*places, len(draft)))


def without_hidden(draft: str) -> str:
    """What a page may show: the draft without signs that hide or turn other signs."""
    return "".join(sign for sign in draft if sign not in HIDDEN)


def _simple(sign: str) -> str:
    if sign.isascii():
        return " " if sign in "\r\t" else sign
    if sign in HIDDEN:
        return ""
    simple = "".join(each for each in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(each))
    return " " if simple.isspace() else simple
