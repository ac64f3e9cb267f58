"""When people may be reminded: on school days, in the hours that they work."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

import msgspec

from keyzer import protocol
from keyzer.kit.clock import SCHOOL_ZONE, local
from keyzer.people import queries as people

OPENS, CLOSES = time(7, 30), time(18, 0)


@dataclass(frozen=True)
class Hours:
    """The school's days, with the hours between which a mail that can wait may go out."""

    calendar: protocol.SchoolCalendar

    def is_open(self, moment: datetime) -> bool:
        """Whether people are at work."""
        at = local(moment)
        return self.calendar.is_open(at.date()) and OPENS <= at.time() < CLOSES

    def next_opening(self, moment: datetime) -> datetime:
        """When the first working day after `moment` begins; today's own beginning when that is still to come."""
        at = local(moment)
        day = at.date() if at.time() < OPENS else at.date() + timedelta(days=1)
        while not self.calendar.is_open(day):
            day += timedelta(days=1)
        return datetime.combine(day, OPENS, SCHOOL_ZONE)

    def end_of_next_day(self, moment: datetime) -> datetime:
        """Midnight after the first school day that comes after the day of `moment`: until then things are due soon."""
        day = local(moment).date() + timedelta(days=1)
        while not self.calendar.is_open(day):
            day += timedelta(days=1)
        return datetime.combine(day + timedelta(days=1), time(), SCHOOL_ZONE)


def school_hours() -> Hours:
    """Those of this school, without the days on which it says to be closed."""
    closed = people.school().settings.get("closed_days", ())
    settings = msgspec.convert({"closed_days": closed}, protocol.SchoolSettings)
    return Hours(settings.calendar())
