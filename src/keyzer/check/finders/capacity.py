"""For whom a member of staff seems to speak, where the draft does not say it."""

import re
from collections.abc import Iterator
from functools import cache

from keyzer.check.found import Found
from keyzer.protocol import Sure

from .words import any_of

SAID = re.compile(rf"\b{any_of('capacity', 'said')}\b", re.IGNORECASE)
WE_OF_SCHOOL = re.compile(
    rf"\b(?:wij|we|ons|onze)\b(?: \w+){{0,5}}? {any_of('capacity', 'of_school')}\b"
    r"|\b(?:bij|op|vanuit) (?:onze|ons) \w*school\b|\b(?:hier|bij ons) op school\b|\bmijn school\b"
    rf"|\bals (?:een )?{any_of('capacity', 'offices')}\b[^\n.!?]{{0,30}}\b(?:ik|zeg|vind|sta|zie)\b",
    re.IGNORECASE,
)


def capacity(text: str, school: str) -> Iterator[Found]:
    """The first place where `wij` may be the school, or where the school's name stands beside an opinion."""
    if SAID.search(text):
        return
    places = [match for match in (WE_OF_SCHOOL.search(text), _about(school).search(text)) if match]
    if places:
        yield Found("hoedanigheid", *min(match.span() for match in places), Sure.MISSCHIEN)


@cache
def _about(school: str) -> re.Pattern[str]:
    name, opinion = re.escape(school), any_of("capacity", "opinion")
    return re.compile(
        rf"\b(?:wij|we) (?:van|op|bij) (?:de |het )?{name}\b|\bals \w+ (?:aan|van|bij|op) (?:de |het )?{name}\b"
        rf"|\b{name}\b[^\n.!?]{{0,60}}\b{opinion}\b|\b{opinion}\b[^\n.!?]{{0,60}}\b{name}\b",
        re.IGNORECASE,
    )
