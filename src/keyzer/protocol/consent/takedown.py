"""How soon a published picture is taken down once consent for it has ended."""

from datetime import date, timedelta

from msgspec import Struct

from keyzer.protocol.edition import Source
from keyzer.protocol.terms import SchoolCalendar
from keyzer.protocol.vocabulary import Sureness


class TakeDown(Struct, frozen=True, kw_only=True):
    """The term in school days, and where it comes from."""

    school_days: int
    source: Source


TAKE_DOWN = TakeDown(school_days=2, source=Source(cite="schoolbeleid", sureness=Sureness.LOW))
"""The law only says that withdrawing is as easy as consenting (AVG, artikel 7, derde lid)."""


def take_down_due(asked_on: date, calendar: SchoolCalendar) -> date:
    """The last day on which a picture must be gone."""
    day, left = asked_on, TAKE_DOWN.school_days
    while left:
        day += timedelta(days=1)
        left -= calendar.is_open(day)
    return day
