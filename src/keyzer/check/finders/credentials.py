"""Passwords and codes that are written out."""

import re
from collections.abc import Iterator

from keyzer.check.found import Found
from keyzer.protocol import Sure

from .words import any_of, words

TOLD = re.compile(
    rf"\b{any_of('credentials', 'named')}\b[^\S\n]*(?:(?:van|voor|for|of)[^\S\n]+[^\n:=.!?]{{1,40}}?)??[^\S\n]*"
    r"(?P<sign>\b(?:is|was|wordt)\b|=|:|->|→)[^\S\n]*(?:nu |gewoon |nog steeds |now )?"
    r"[\"'“”‘’«]?(?P<secret>[^\s\"'“”‘’»]{3,64})",
    re.IGNORECASE,
)
PAIR = re.compile(
    r"\b(?:inlog\w*|login|gebruikersnaam|username|user)\b[^\S\n]*[:=][^\S\n]*\S+[\s,;/]+(?P<secret>\S*\d\S*)",
    re.IGNORECASE,
)
NO_SECRET = frozenset(words("credentials", "no_secret"))
FINAL = ".,;:!?)"


def credentials(text: str) -> Iterator[Found]:
    """A password beside the word for it. It is sure when it holds a digit or a sign, or stands after a colon."""
    for match in TOLD.finditer(text):
        secret, start = match["secret"].rstrip(FINAL), match.start("secret")
        if secret and secret.lower() not in NO_SECRET:
            odd = not secret.isalpha() or match["sign"] in {":", "="}
            yield Found("wachtwoord", start, start + len(secret), Sure.ZEKER if odd else Sure.MISSCHIEN)
    for match in PAIR.finditer(text):
        yield Found("wachtwoord", *match.span("secret"), Sure.ZEKER)
