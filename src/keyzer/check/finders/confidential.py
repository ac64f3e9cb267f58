"""What is told about one person and meant for few: marks, care, health, home, and the work of a colleague."""

import re
from collections.abc import Iterator, Sequence

from keyzer.check.found import Found
from keyzer.protocol import Sure

from .sentences import sentences
from .words import any_of

MATTER = re.compile(rf"\b{any_of('confidential', 'marks', 'care', 'illness', 'home', 'work')}\b", re.IGNORECASE)
SOMEBODY = re.compile(rf"\b{any_of('confidential', 'somebody')}\b", re.IGNORECASE)
IN_GENERAL = re.compile(rf"\b{any_of('confidential', 'in_general')}\b", re.IGNORECASE)


def about_named(text: str, names: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """Such a matter in one sentence with a name; `names` are the places of names. That is sure."""
    for start, end in sentences(text):
        if _holds_name(start, end, names):
            yield from _matters(text, start, end, Sure.ZEKER)


def about_somebody(text: str, names: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """Such a matter where one person is meant without a name: staff know whose it is, and so may their readers."""
    for start, end in sentences(text):
        one_person = SOMEBODY.search(text, start, end) and not IN_GENERAL.search(text, start, end)
        if one_person and not _holds_name(start, end, names):
            yield from _matters(text, start, end, Sure.MISSCHIEN)


def _holds_name(start: int, end: int, names: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for place, _ in names)


def _matters(text: str, start: int, end: int, sure: Sure) -> Iterator[Found]:
    yield from (Found("vertrouwelijk", *match.span(), sure) for match in MATTER.finditer(text, start, end))
