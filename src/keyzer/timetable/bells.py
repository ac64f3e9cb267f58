"""Bell times of a day, on the school's wall clock whatever the time of year; pure."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any, NamedTuple

from keyzer.kit.clock import SCHOOL_ZONE, local
from keyzer.people.school_settings.bells import Span
from keyzer.people.school_settings.day_types import NORMAL
from keyzer.protocol import SchoolCalendar

SCHOOL_OPENS = time(8, 0)
DAY_ENDS = time(16, 30)
LOOKS_AHEAD = 60
ONE_DAY = timedelta(days=1)


class Period(NamedTuple):
    """A lesson hour of one day; `number` counts from 1, and is 0 where the school has filled in no bell times."""

    number: int
    starts: datetime
    ends: datetime

    def holds(self, at: datetime) -> bool:
        """Whether `at` lies in it; the bell that ends it is no longer part of it."""
        return self.starts <= at < self.ends


class Bells(NamedTuple):
    """What the school filled in. Without bell times a whole day, until `day_ends`, counts as one lesson hour.

    `kinds` are other days by name, `on` the name of what holds on a day, or else on that day of every week.
    """

    normal: tuple[Span, ...]
    kinds: Mapping[str, tuple[Span, ...]]
    on: Mapping[int | date, str]
    calendar: SchoolCalendar

    def is_open(self, day: date) -> bool:
        """Whether there are lessons on that day."""
        return self.calendar.is_open(day)

    def periods(self, day: date) -> list[Period]:
        """The lesson hours of a day, none on a day without lessons."""
        if not self.is_open(day):
            return []
        spans = self._spans(day)
        if not spans:
            return [Period(0, moment(day, SCHOOL_OPENS), self.end_of_day(day))]
        return [Period(number, moment(day, one.starts), moment(day, one.ends)) for number, one in enumerate(spans, 1)]

    def end_of_day(self, day: date) -> datetime:
        """When lessons end on that day; where no bell says it, the end of a school day that the school filled in.

        On a closed day no bell rings; it ends by the settings too, so that nothing waits for the next day with lessons.
        """
        spans = self._spans(day) if self.is_open(day) else ()
        return moment(day, spans[-1].ends if spans else self.calendar.day_ends)

    def period_at(self, at: datetime) -> Period | None:
        """The lesson hour that is going on; None in a break and after school."""
        return next((one for one in self.periods(local(at).date()) if one.holds(at)), None)

    def next_bell(self, at: datetime) -> datetime | None:
        """The first bell after `at`, be it on a later day; None when there is none for two months."""
        bells = (bell for day in self.days(local(at).date()) for one in self.periods(day) for bell in one[1:])
        return next((bell for bell in bells if bell > at), None)

    def days(self, first: date) -> Iterator[date]:
        """The days with lessons from `first` on, for some two months."""
        days = (first + number * ONE_DAY for number in range(LOOKS_AHEAD))
        return (day for day in days if self.is_open(day))

    def next_days(self, first: date, count: int) -> list[date]:
        """The first `count` days with lessons from `first` on."""
        return list(islice(self.days(first), count))

    def _spans(self, day: date) -> tuple[Span, ...]:
        return self.kinds.get(self.on.get(day, self.on.get(day.isoweekday(), NORMAL)), self.normal)


def moment(day: date, wall: time) -> datetime:
    """A time on the wall of that day, in UTC: 8:30 stays 8:30 when summer time begins or ends in the night before."""
    return datetime.combine(day, wall, SCHOOL_ZONE).astimezone(UTC)


def bells_of(settings: Mapping[str, Any]) -> Bells:
    """What the school's settings say of bells."""
    return Bells(
        normal=_kept(settings.get("bells_normal", ())),
        kinds={name: _kept(lessons) for name, lessons in settings.get("bells_other", ())},
        on={
            date.fromisoformat(when) if isinstance(when, str) else when: name
            for when, name in settings.get("bells_days", ())
        },
        calendar=SchoolCalendar(
            closed=frozenset(date.fromisoformat(day) for day in settings.get("closed_days", ())),
            day_ends=time.fromisoformat(settings["day_ends"]) if "day_ends" in settings else DAY_ENDS,
        ),
    )


def _kept(pairs: Any) -> tuple[Span, ...]:  # noqa: ANN401 -- what a school keeps, as JSON
    return tuple(Span(time.fromisoformat(starts), time.fromisoformat(ends)) for starts, ends in pairs)
