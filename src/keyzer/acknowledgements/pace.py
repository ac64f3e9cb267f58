"""How often who still must sign is reminded: a school's own numbers, or the usual ones."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from keyzer.protocol import SchoolCalendar

USUAL_FIRST, USUAL_EVERY, USUAL_MOST = 5, 10, 3


class Pace(NamedTuple):
    """The first mail `first` school days after a signature is asked, then one `every` so many, `most` in all."""

    first: int
    every: int
    most: int


def pace_of(settings: Mapping[str, Any]) -> Pace:
    """The pace that a school filled in."""
    return Pace(
        first=settings.get("sign_first_after", USUAL_FIRST),
        every=settings.get("sign_every", USUAL_EVERY),
        most=settings.get("sign_at_most", USUAL_MOST),
    )


def school_days_before(day: date, number: int, calendar: SchoolCalendar) -> date:
    """The last day of which `number` school days have passed on `day`, that day itself included."""
    while number:
        number -= calendar.is_open(day)
        day -= timedelta(days=1)
    return day
