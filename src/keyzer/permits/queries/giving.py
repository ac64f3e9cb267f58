"""What a teacher needs in order to give leave: the lessons ahead, who sits in the class, and what was given."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, QuerySet

from keyzer import protocol
from keyzer.kit.clock import local
from keyzer.kit.prepared import prepared
from keyzer.people import queries as people
from keyzer.permits.devices import parted
from keyzer.permits.models import Permit
from keyzer.protocol import Device, LessonPurpose
from keyzer.timetable import queries as timetable
from keyzer.timetable.bells import Period

DAYS_AHEAD = 2
COLUMNS = ("id", "school_class_id", "school_class__name", "lesson_starts", "starts", "ends", "period")
CODES = ("kinds", "purpose", "by_id")


class LessonAhead(NamedTuple):
    """A lesson in which leave can be given; the teachers are those in the timetable."""

    school_class: UUID
    class_name: str
    day: date
    period: Period
    room: str = ""
    teachers: frozenset[str] = frozenset()

    def as_asked(self) -> protocol.Lesson:
        """The same, as the protocol reads it."""
        return protocol.Lesson(
            class_id=str(self.school_class),
            starts=self.period.starts,
            ends=self.period.ends,
            teachers=self.teachers,
        )


class Running(NamedTuple):
    """Leave that is not over and was not taken back; `chosen` counts the pupils, 0 for the whole class."""

    id: UUID
    school_class: UUID
    class_name: str
    lesson_starts: datetime
    starts: datetime
    ends: datetime
    period: int
    kinds: frozenset[Device]
    purpose: LessonPurpose
    by: UUID
    chosen: int


def may_give(viewer: protocol.Viewer, on: date) -> bool:
    """Whether somebody gives leave at all."""
    return protocol.may_say_so(protocol.in_force(on), viewer)


def lessons_ahead(teacher: UUID, at: datetime) -> list[LessonAhead]:
    """The lessons of a teacher that are not over, of today and of the next day with lessons."""
    bells = timetable.bells()
    days = bells.next_days(local(at).date(), DAYS_AHEAD)
    lessons = timetable.teachers_lessons(bells, teacher, days)
    return [
        LessonAhead(one.school_class, one.class_name, local(one.period.starts).date(), one.period, one.room)
        for one in lessons
        if one.period.ends > at
    ]


def hours_ahead(at: datetime) -> list[tuple[date, Period]]:
    """Every lesson hour that is not over, of today and of the next day with lessons."""
    bells = timetable.bells()
    days = bells.next_days(local(at).date(), DAYS_AHEAD)
    return [(day, hour) for day in days for hour in bells.periods(day) if hour.ends > at]


def lesson_at(school_class: UUID, day: date, period: int) -> LessonAhead | None:
    """The lesson of a class in an hour of a day, be it in the timetable or not; None when there is no such hour."""
    bells, named = timetable.bells(), people.class_brief(school_class)
    hour = next((one for one in bells.periods(day) if one.number == period), None)
    if named is None or hour is None:
        return None
    week = timetable.on_day(bells, timetable.lessons_of_class(school_class, day), day)
    here = [one for one in week if one.period == hour]
    teachers = frozenset(str(one.teacher) for one in here)
    return LessonAhead(school_class, named.name, day, hour, next((one.room for one in here), ""), teachers)


def running(giver: UUID, at: datetime) -> list[Running]:
    """What somebody gave that is not over, the soonest first."""
    return _as_running(_given(giver, at))


def permit(permit: UUID) -> tuple[Running, LessonAhead] | None:
    """One permit with its lesson, taken back or not; None for an unknown one."""
    row = _counted(Permit.objects.filter(id=permit)).first()
    if row is None:
        return None
    (found,) = _as_running([row])
    lesson = lesson_at(found.school_class, local(found.lesson_starts).date(), found.period)
    return (found, lesson) if lesson else None


def _as_running(rows: Iterable[Sequence[Any]]) -> list[Running]:
    """Columns stand in the order of the fields."""
    return [
        Running._make((*head, parted(kinds), LessonPurpose(purpose), by, chosen))
        for *head, kinds, purpose, by, chosen in rows
    ]


def _counted(rows: QuerySet[Permit]) -> QuerySet[Permit, tuple[Any, ...]]:
    return rows.annotate(chosen=Count("pupils")).order_by("starts", "id").values_list(*COLUMNS, *CODES, "chosen")


@prepared
def _given(giver: UUID, at: datetime) -> QuerySet[Permit, tuple[Any, ...]]:
    return _counted(Permit.objects.filter(by_id=giver, withdrawn_at=None, ends__gt=at))
