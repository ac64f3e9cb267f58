"""Bell times as a person types them: one lesson a line, such as `8:30 - 9:20`."""

import re
from collections.abc import Iterable, Sequence
from datetime import time
from itertools import pairwise
from typing import NamedTuple

LINE = re.compile(r"(\d{1,2})[:.](\d{2})\s*(?:-|–|tot|t/m)\s*(\d{1,2})[:.](\d{2})")
MOST = 16


class Span(NamedTuple):
    """A lesson on the school's wall clock, from its bell to the next."""

    starts: time
    ends: time


class NotALesson(ValueError):
    """A line that is no lesson, or one that begins before the lesson before it is over; its text is the line."""


def read_bells(text: str) -> list[Span]:
    """The lessons of a day, in order; a break is the time between two. Raises NotALesson."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    spans = [_span(line) for line in lines]
    for (before, after), line in zip(pairwise(spans), lines[1:], strict=True):
        if after.starts < before.ends:
            raise NotALesson(line)
    if len(spans) > MOST:
        raise NotALesson(lines[MOST])
    return spans


def write_bells(spans: Iterable[Sequence[str]]) -> str:
    """Lessons as they are kept, pairs of `HH:MM:SS`, as lines."""
    return "\n".join(f"{starts[:5]} - {ends[:5]}" for starts, ends in spans)


def _span(line: str) -> Span:
    found = LINE.fullmatch(line)
    if found is None:
        raise NotALesson(line)
    hour, minute, end_hour, end_minute = map(int, found.groups())
    try:
        span = Span(time(hour, minute), time(end_hour, end_minute))
    except ValueError as wrong:
        raise NotALesson(line) from wrong
    if span.ends <= span.starts:
        raise NotALesson(line)
    return span
