"""How each message of an export begins: in brackets or before a dash, numbers between dashes, slashes or dots."""

import re
from functools import lru_cache
from typing import NamedTuple

MARKS = "\u200e\u200f\u202a\u202c\ufeff"
"""Marks that steer the direction of writing, and the one that may open a file: they are no part of a text."""

SPACE = "[ \u00a0\u202f]"
_MARKS = f"[{MARKS}]*"
_TIME = rf"(\d{{1,2}})[:.](\d{{2}})(?:[:.](\d{{2}}))?(?:{SPACE}?([AaPp])\.?{SPACE}?[Mm]\.?)?"
_NAMED = rf"(\d{{1,2}}){SPACE}([^\W\d]{{3,9}})\.?{SPACE}(\d{{4}})"
BETWEEN_NUMBERS = "/-."
NAMED_MONTH = " "


class Shape(NamedTuple):
    """What the first message of an export shows, and what every other must have too."""

    bracketed: bool
    separator: str


@lru_cache(maxsize=16)
def pattern(shape: Shape) -> re.Pattern[str]:
    """Finds three parts of a date, four of a time, and where the rest of the line begins."""
    mark = re.escape(shape.separator)
    numbers = rf"(\d{{1,4}}){mark}(\d{{1,2}}){mark}(\d{{1,4}})"
    date = _NAMED if shape.separator == NAMED_MONTH else numbers
    stamp = rf"{date},?{SPACE}+{_TIME}"
    return re.compile(rf"{_MARKS}\[{stamp}\]{SPACE}?" if shape.bracketed else rf"{_MARKS}{stamp}{SPACE}[-–]{SPACE}")


def shape_of(text: str) -> Shape | None:
    """The shape in which this line begins a message; None when it does not begin one."""
    shapes = (Shape(bracketed, mark) for bracketed in (True, False) for mark in (*BETWEEN_NUMBERS, NAMED_MONTH))
    return next((shape for shape in shapes if pattern(shape).match(text)), None)
