"""Every read of bells and lessons."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from keyzer.kit.clock import local
from keyzer.kit.prepared import prepared
from keyzer.people import queries as people

from .bells import Bells, Period, bells_of
from .models import Lesson

COLUMNS = (
    "school_class_id",
    "school_class__name",
    "teacher_id",
    "weekday",
    "period",
    "room",
    "subject",
    "since",
    "until",
)
Found = tuple[UUID, str, UUID, int, int, str, str, date, date | None]


class LessonBrief(NamedTuple):
    """One lesson on one day."""

    school_class: UUID
    class_name: str
    teacher: UUID
    period: Period
    room: str
    subject: str


class Weekly(NamedTuple):
    """A lesson as it stands in the week; `weekday` 1 is Monday."""

    school_class: UUID
    class_name: str
    teacher: UUID
    weekday: int
    period: int
    room: str
    subject: str
    since: date
    until: date | None

    def is_on(self, day: date) -> bool:
        """Whether the lesson stands in the timetable of that day."""
        return day.isoweekday() == self.weekday and self.since <= day and (self.until is None or day <= self.until)


def bells() -> Bells:
    """The bells of this school. Raises people.queries.NoSchool."""
    return bells_of(people.school().settings)


def periods(day: date) -> list[Period]:
    """The lesson hours of a day; none on a day without lessons."""
    return bells().periods(day)


def period_at(at: datetime) -> Period | None:
    """The lesson hour that is going on; None in a break, after school and on a day without lessons."""
    return bells().period_at(at)


def next_bell(at: datetime) -> datetime | None:
    """The first bell after `at`; None when there is none for two months."""
    return bells().next_bell(at)


def end_of_school_day(day: date) -> datetime:
    """When the last lesson of that day ends; without bell times, the end of a school day in the settings."""
    return bells().end_of_day(day)


def lessons_of_class(school_class: UUID, day: date) -> list[Weekly]:
    """The whole week of a class, as it holds on that day; empty when nobody entered its lessons."""
    return [Weekly(*row) for row in _of_class(school_class, day)]


def lessons_of_teacher(teacher: UUID, day: date) -> list[LessonBrief]:
    """The lessons of a teacher on a day, in their order."""
    return teachers_lessons(bells(), teacher, [day])


def teachers_lessons(known: Bells, teacher: UUID, days: Iterable[date]) -> list[LessonBrief]:
    """As `lessons_of_teacher`, over several days and with bells that are at hand."""
    wanted = [day for day in days if known.is_open(day)]
    weeks = [Weekly(*row) for row in _of_teacher(teacher, wanted[0], wanted[-1])] if wanted else []
    found = [one for day in wanted for one in on_day(known, weeks, day)]
    return sorted(found, key=lambda one: one.period.starts)


def lesson_of(school_class: UUID, at: datetime) -> LessonBrief | None:
    """The lesson of a class that is going on; of several groups the first by room."""
    day = local(at).date()
    return _going_on(on_day(bells(), lessons_of_class(school_class, day), day), at)


def lesson_in_room(room: str, at: datetime) -> LessonBrief | None:
    """The lesson that is going on in a room; None when there is none."""
    return next(iter(lessons_in_room(bells(), room, at)), None)


def lessons_in_room(known: Bells, room: str, at: datetime) -> list[LessonBrief]:
    """Every lesson that is going on in a room: two classes can have one together."""
    day = local(at).date()
    weeks = (Weekly(*row) for row in _in_force(day, day, Q(room=room)))
    return [one for one in on_day(known, weeks, day) if one.period.holds(at)]


def rooms(day: date) -> list[str]:
    """The names of all rooms in which somebody teaches."""
    return sorted({row[5] for row in _in_force(day, day, ~Q(room=""))})


def buildings_of_teachers(day: date) -> dict[UUID, frozenset[str]]:
    """In which buildings people teach by the timetable of that day; who teaches in no named one is absent."""
    rows = _in_force(day, day, ~Q(school_class__location="")).order_by()
    found: dict[UUID, set[str]] = defaultdict(set)
    for teacher, building in rows.values_list("teacher_id", "school_class__location").distinct():
        found[teacher].add(building)
    return {teacher: frozenset(several) for teacher, several in found.items()}


def on_day(known: Bells, weeks: Iterable[Weekly], day: date) -> list[LessonBrief]:
    """The lessons of one day among those of a week; an hour that this day does not have falls out."""
    hours = {one.number: one for one in known.periods(day)}
    return [
        LessonBrief(one.school_class, one.class_name, one.teacher, hours[one.period], one.room, one.subject)
        for one in weeks
        if one.is_on(day) and one.period in hours
    ]


def _going_on(lessons: Iterable[LessonBrief], at: datetime) -> LessonBrief | None:
    now = (one for one in lessons if one.period.holds(at))
    return min(now, key=lambda one: (one.room, one.subject), default=None)


def _in_force(first: date, last: date, where: Q) -> QuerySet[Lesson, Found]:
    """What holds on some day from `first` up to and including `last`."""
    holds = Q(since__lte=last) & (Q(until=None) | Q(until__gte=first))
    return Lesson.objects.filter(holds, where).order_by("weekday", "period", "room").values_list(*COLUMNS)


@prepared
def _of_class(school_class: UUID, on: date) -> QuerySet[Lesson, Found]:
    return _in_force(on, on, Q(school_class_id=school_class))


@prepared
def _of_teacher(teacher: UUID, first: date, last: date) -> QuerySet[Lesson, Found]:
    return _in_force(first, last, Q(teacher_id=teacher))
