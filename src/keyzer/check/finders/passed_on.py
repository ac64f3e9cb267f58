"""Messages that somebody else wrote: mail that was answered or forwarded, lines of a chat, words that announce it."""

import re
from collections.abc import Iterator

from keyzer.check.found import Found
from keyzer.protocol import Sure

from .words import any_of

HEADS = re.compile(rf"^[^\S\n]*{any_of('passed_on', 'lines')}", re.IGNORECASE | re.MULTILINE)
CHAT = re.compile(
    r"^[^\S\n]*\[?\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?\]?(?: -)? [^\n:]{1,40}: [^\n]+",
    re.MULTILINE,
)
ANNOUNCED = re.compile(rf"\b{any_of('passed_on', 'announced')}\b", re.IGNORECASE)


def passed_on(text: str) -> Iterator[Found]:
    """By its form it is sure; where words announce that something is passed on, it may be."""
    for pattern in (HEADS, CHAT):
        yield from (Found("doorgestuurd", *match.span(), Sure.ZEKER) for match in pattern.finditer(text))
    yield from (Found("doorgestuurd", *match.span(), Sure.MISSCHIEN) for match in ANNOUNCED.finditer(text))
