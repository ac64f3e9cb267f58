"""Where somebody lives, and where mail reaches somebody."""

import re
from collections.abc import Iterator

from keyzer.check.found import Found
from keyzer.protocol import Sure

from .words import any_of, words

STREET = rf"[^\W\d_][\w.'’-]*{any_of('addresses', 'streets')}"
NUMBER = r"\d{1,4}(?:[ -]?[a-z](?![a-z]))?(?:[ -](?:bis|hs|[ivx]+|\d{1,3}hoog))?"
POSTCODE = r"(?<!\d)[1-9]\d{3} ?(?!sa|sd|ss)[a-z]{2}(?![a-z0-9])"
STREET_AND_NUMBER = re.compile(
    rf"\b(?:(?:van|de|het|der|den|ten|ter|burgemeester|prins\w*|koning\w*|dr\.?|jan|sint|st\.?) )*{STREET} {NUMBER}"
    rf"(?P<code>,? {{0,2}}\n?{POSTCODE}(?: [^\W\d_]+)?)?",
    re.IGNORECASE,
)
CODE_AND_NUMBER = re.compile(
    rf"\b{POSTCODE},? ?(?:nr\.? ?|huisnummer ?|-)?\d{{1,4}}(?:[a-z](?![a-z]))?\b", re.IGNORECASE
)
CODE_ALONE = re.compile(r"(?<!\d)[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?![A-Za-z0-9])")
NO_STREETS = re.compile(rf"{any_of('addresses', 'no_streets')} ", re.IGNORECASE)
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?![\w-])", re.IGNORECASE)
DESKS = frozenset(words("addresses", "desks"))


def addresses(text: str) -> Iterator[Found]:
    """Addresses of houses and of mail; the mail of a desk (`info@`) is of nobody."""
    if "@" in text:
        yield from _mail(text)
    if any(sign.isdigit() for sign in text):
        yield from _houses(text)


def _mail(text: str) -> Iterator[Found]:
    for match in MAIL.finditer(text):
        if match[0].partition("@")[0].lower() not in DESKS:
            yield Found("e-mailadres", *match.span(), Sure.ZEKER)


def _houses(text: str) -> Iterator[Found]:
    """With a postcode it is sure; a street with a number, or a postcode alone, may be that of a shop."""
    for match in STREET_AND_NUMBER.finditer(text):
        if not NO_STREETS.match(match[0]):
            yield Found("adres", *match.span(), Sure.ZEKER if match["code"] else Sure.MISSCHIEN)
    for match in CODE_AND_NUMBER.finditer(text):
        if _is_code(match[0]):
            yield Found("adres", *match.span(), Sure.ZEKER)
    for match in CODE_ALONE.finditer(text):
        if match[0][4:].strip().isupper() and not _is_year(match[0]):
            yield Found("adres", *match.span(), Sure.MISSCHIEN)


def _is_code(said: str) -> bool:
    """`2026 is 3 keer` is no postcode: written small it must not read as a year or a number with a word."""
    letters = said[4:].lstrip()[:2]
    return letters.isupper() or (not _is_year(said) and said[4] != " ")


def _is_year(said: str) -> bool:
    return said[:2] in {"19", "20"} and said[4] == " "
