"""A text in small letters that know where they stood; invisible signs go, look-alikes become what they look like."""

import unicodedata
from functools import lru_cache

_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0458\u0455\u043a\u043c\u0442\u043d\u0432\u0433\u043f\u0501\u04bb\u04cf"
    "\u03b1\u03b5\u03bf\u03c1\u03b9\u03ba\u03bd\u03c4\u03c5\u03c7\u03b2\u03b7\u03bc\u0131\u0142\u00f8\u0111\u0127\u0261\u0251",
    "aeopcxyijskmthbrndhlaeopiknuuxbhmilodhga",
)
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"'}
_LETTERS |= {"«": '"', "»": '"', "`": "'", "\u00b4": "'", "…": ".", "–": "-", "—": "-", "\u2011": "-", "\u2010": "-"}
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 .,!?'\"-:;()@*$|_/#+&%\n€=<>~^[]")


class Plain:
    """`letters` is the plain text; `places[i]` is where letter `i` stood in the text as it was given."""

    __slots__ = ("letters", "places")

    def __init__(self, text: str) -> None:
        letters: list[str] = []
        places: list[int] = []
        for place, character in enumerate(text):
            plain = character if character in _PLAIN else _plain(character)
            letters.append(plain)
            places.extend([place] * len(plain))
        self.letters = "".join(letters)
        self.places = places


@lru_cache(maxsize=8192)
def _plain(character: str) -> str:
    """What one character looks like in small letters; nothing for what can't be seen."""
    if character in _LETTERS:
        return _LETTERS[character]
    if character.isspace():
        return "\n" if character in "\r\n\u2028\u2029\x0b\x0c" else " "
    if unicodedata.category(character) in {"Cf", "Mn", "Me", "Cc", "Cs", "Cn", "Co"}:
        return ""
    folded = unicodedata.normalize("NFKD", character).casefold()
    return "".join(part for part in folded if not unicodedata.combining(part)).translate(_LOOKALIKES)
