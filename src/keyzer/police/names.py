"""Keeps the names of whom a pack leaves out from slipping into it through what somebody typed."""

import re
from collections.abc import Iterable, Mapping

Texts = Mapping[str, str]


def slipped_in(texts: Texts, *, left_out: Iterable[str], kept: Iterable[str]) -> dict[str, str]:
    """For each text by its key the first name in it that should not be there.

    A name that somebody who stays bears too is let through. Given names are found however they are written; family
    names only with their capital, as many are common words too.
    """
    shared = {word.casefold() for name in kept for word in name.split()}
    looked_for = list(_patterns(left_out, shared))
    found = {}
    for key, text in texts.items():
        mention = next((hit[0] for pattern in looked_for if (hit := pattern.search(text))), None)
        if mention is not None:
            found[key] = mention
    return found


def _patterns(names: Iterable[str], shared: set[str]) -> Iterable[re.Pattern[str]]:
    for name in names:
        given, *rest = name.split() or [""]
        if given and given.casefold() not in shared:
            yield re.compile(rf"\b{re.escape(given)}(?:s|'s|’s)?\b", re.IGNORECASE)
        for word in rest:
            if word[0].isupper() and word.casefold() not in shared:
                yield re.compile(rf"\b{re.escape(word)}(?:s|'s|’s)?\b")
