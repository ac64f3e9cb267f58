"""What has the shape of a name, whoever it is: it says nothing of who is at this school."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from keyzer.check.found import Found
from keyzer.protocol import Sure

from .words import any_of

FILE = Path(__file__).with_name("shapes.toml")
KIND = "mogelijke-naam"
PART = r"[A-Z][A-Za-z'’]{0,30}[A-Za-z](?:-[A-Z][A-Za-z]{1,30}){0,3}"
CLASS = r"[1-6](?:[a-z]{1,2}\d?|(?:havo|vwo|mavo|vmbo))"
MOST_IN_A_NAME = 6
SHOUTED = 0.6
"""From this part of capitals on they tell nothing of names."""


def shapes(text: str, own: Sequence[str]) -> Iterator[Found]:
    """Given and family name with capitals, a title with a name, a name near a class; `own` is the writer's name."""
    mine, capitals = frozenset(own), sum(sign.isupper() for sign in text)
    if capitals > SHOUTED * sum(sign.isalpha() for sign in text) and text.count(" ") > MOST_IN_A_NAME:
        return
    for pattern in _patterns():
        yield from (Found(KIND, *match.span(), Sure.MISSCHIEN) for match in _matches(pattern, text, mine))


def between_words() -> frozenset[str]:
    """What goes between given and family name: `van`, `der`, `el`."""
    return _words("between")


def _matches(pattern: re.Pattern[str], text: str, mine: frozenset[str]) -> Iterator[re.Match[str]]:
    """After what is no name the search goes on with the next word: `Morgen Noor Jansen`."""
    match = pattern.search(text)
    while match:
        parts = {part.casefold() for part in match.groups() if part}
        is_name = not parts & _words("no_names") and not parts <= mine
        if is_name:
            yield match
        match = pattern.search(text, match.end() if is_name else match.end(1))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    between = "|".join(map(re.escape, sorted(_words("between"), key=len, reverse=True)))
    then = rf"(?: (?:{between})){{0,4}}[ ,]{{1,2}}({PART})"
    given_and_family = rf"\b({PART}){then}(?:{then})?\b"
    titled = rf"(?i:\b{any_of('names', 'titles')})\.? (?:(?:{between}) ){{0,4}}({PART})\b"
    before = rf"\b(?:{PART} )?({PART})[ ,(-]{{1,2}}(?:(?:uit|van|in|zit|klas|from|of|class) ){{0,3}}(?i:{CLASS})\b"
    after = rf"\b(?i:{CLASS})[ :,)-]{{1,2}}(?:(?:zit|heet|daar|die|is|a|een|meisje|jongen) ){{0,3}}({PART})\b"
    return tuple(map(re.compile, (given_and_family, titled, before, after)))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(tomllib.loads(FILE.read_text(encoding="utf-8"))[name])
