"""What the numbers of a date mean: decided from the file as a whole, or left to a person when it can't be."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import chain, islice
from typing import BinaryIO, NamedTuple

from .lines import lines
from .shape import Shape, pattern, shape_of

LOOKED_FOR_A_START = 20  # lines
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januari",
            "feb february februari",
            "mar mrt march maart",
            "apr april",
            "may mei",
            "jun june juni",
            "jul july juli",
            "aug august augustus",
            "sep sept september",
            "oct okt october oktober",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
CENTURY, SHORT_YEAR, FULL_YEAR = 2000, 100, len("2026")
FIRST_YEAR = 2009  # no export of a chat is older


class Order(StrEnum):
    """Which number comes first."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class NotAChat(Exception):
    """The file is no export of a chat; the message names the line."""


class Look(NamedTuple):
    """How an export is written. More than one order: nothing in the file tells, so a person must say."""

    shape: Shape
    orders: tuple[Order, ...]


class _Tally:
    """How well one order fits the dates of a file: how many are real days, and how often time runs back."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.real = 0
        self.back = 0
        self._before: date | None = None

    def take(self, first: str, second: str, third: str) -> None:
        day = day_of(self.order, first, second, third)
        if day is None:
            return
        self.real += 1
        self.back += self._before is not None and day < self._before
        self._before = day

    def fit(self) -> tuple[int, int]:
        return (self.real, -self.back)


def begins(source: BinaryIO) -> bool:
    """Whether the first lines are those of an export; reads no more than these."""
    return any(shape_of(line.text) for line in islice(lines(source), LOOKED_FOR_A_START))


def look(source: BinaryIO) -> Look:
    """Read the whole export once. Raises NotAChat when its first lines begin no message."""
    texts = (line.text for line in lines(source) if line.begins)
    for text in islice(texts, LOOKED_FOR_A_START):
        if shape := shape_of(text):
            return Look(shape, _orders(shape, chain([text], texts)))
    raise NotAChat(f"no message begins in the first {LOOKED_FOR_A_START} lines: export the chat again, as text")


def day_of(order: Order, first: str, second: str, third: str) -> date | None:
    """The day that three parts of a date name in this order; None when there is no such day since chats exist."""
    if (len(first) == FULL_YEAR) != (order is Order.YEAR) or (second.isalpha() and order is not Order.DAY):
        return None
    month = MONTHS.get(second.lower(), 0) if second.isalpha() else int(second)
    year, month, day = {
        Order.DAY: (int(third), month, int(first)),
        Order.MONTH: (int(third), int(first), month),
        Order.YEAR: (int(first), month, int(third)),
    }[order]
    year += CENTURY if year < SHORT_YEAR else 0
    try:
        return date(year, month, day) if year >= FIRST_YEAR else None
    except ValueError:
        return None


def _orders(shape: Shape, texts: Iterable[str]) -> tuple[Order, ...]:
    """The orders that fit best: most real days, then least running back. Only slashes are written both ways."""
    begins, before = pattern(shape).match, ("", "", "")
    tallies = [_Tally(order) for order in Order]
    for text in texts:
        found = begins(text)
        if found and (parts := (found[1], found[2], found[3])) != before:
            before = parts
            for tally in tallies:
                tally.take(*parts)
    best = max(tally.fit() for tally in tallies)
    fitting = tuple(tally.order for tally in tallies if tally.fit() == best)
    return fitting if shape.separator == "/" else fitting[:1]
