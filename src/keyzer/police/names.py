"""Keeps the names of whom a pack leaves out from slipping into it, through what was typed or in a file of text."""

import codecs
import re
from collections.abc import Iterable, Iterator

LONGEST_NAME = 200


class LeftOut:
    """The names to look for: of whom is left out, but not those that somebody who stays bears too.

    Given names are found however they are written; family names only with their capital, as many are common words.
    """

    def __init__(self, left_out: Iterable[str], *, kept: Iterable[str]) -> None:
        shared = {word.casefold() for name in kept for word in name.split()}
        self._looked_for = list(_patterns(left_out, shared))

    def found_in(self, text: str) -> str | None:
        """The first name that should not be there."""
        return next((hit[0] for pattern in self._looked_for if (hit := pattern.search(text))), None)

    def found_in_file(self, content: Iterable[bytes]) -> str | None:
        """The same for a text of any length, piece by piece."""
        decoder, before = codecs.getincrementaldecoder("utf-8")("replace"), ""
        for piece in content:
            text = before + decoder.decode(piece)
            if found := self.found_in(text):
                return found
            before = text[-LONGEST_NAME:]
        return None


def _patterns(names: Iterable[str], shared: set[str]) -> Iterator[re.Pattern[str]]:
    for name in names:
        given, *rest = name.split() or [""]
        if given and given.casefold() not in shared:
            yield re.compile(rf"\b{re.escape(given)}(?:s|'s|’s)?\b", re.IGNORECASE)
        for word in rest:
            if word[0].isupper() and word.casefold() not in shared:
                yield re.compile(rf"\b{re.escape(word)}(?:s|'s|’s)?\b")
