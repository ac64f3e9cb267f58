"""A school with bells and a timetable: on Mondays the teacher has 2A in the third hour, from 9:40 to 10:30."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from keyzer.kit.clock import SCHOOL_ZONE
from keyzer.people.models import School
from keyzer.permits import actions
from keyzer.permits.drafts import ExemptionDraft, PermitDraft
from keyzer.protocol import Device
from keyzer.timetable.actions import enter_lessons
from keyzer.timetable.roster import NewLesson
from tests.cast import NOW, TODAY, Cast

NORMAL = ("08:00 08:50", "08:50 09:40", "09:40 10:30", "10:50 11:40")
SHORT = ("08:00 08:40", "08:40 09:20", "09:20 10:00", "10:15 10:55")
BELLS = {
    "bells_normal": [day.split() for day in NORMAL],
    "bells_other": [["Kort", [day.split() for day in SHORT]]],
}
THIRD = 3
SINCE = date(2026, 8, 1)


def wall(hour: int, minute: int, day: date = TODAY) -> datetime:
    """A moment by the school's own clock."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=SCHOOL_ZONE).astimezone(UTC)


def fill_in(**settings: object) -> None:
    """Settings as the school keeps them, beside those that are there."""
    row = School.objects.get()
    row.settings = {**row.settings, **settings}
    row.save()


def ring(cast: Cast) -> None:
    """Bells, and the lessons of three classes."""
    fill_in(**BELLS)
    enter_lessons(
        [
            NewLesson(cast.teacher, cast.class_2a, 1, THIRD, "114", "Nederlands"),
            NewLesson(cast.mentor, cast.class_2a, 1, 2, "115", "wiskunde"),
            NewLesson(cast.mentor, cast.class_2a, 1, 4, "115", "wiskunde"),
            NewLesson(cast.mentor, cast.class_2b, 1, THIRD, "116", "wiskunde"),
            NewLesson(cast.charlie, cast.class_3a, 1, THIRD, "gym", "gymnastiek"),
        ],
        since=SINCE,
        by=None,
        at=NOW,
    )


def draft(cast: Cast, *, pupils: frozenset[UUID] = frozenset(), says_so: bool = False) -> PermitDraft:
    """Leave as it is given with two taps."""
    return PermitDraft(cast.class_2a, TODAY, THIRD, pupils=pupils, says_so=says_so)


def give(cast: Cast, *, at: datetime = NOW, pupils: frozenset[UUID] = frozenset()) -> UUID:
    """The teacher of 2A lets them use phones in the third hour."""
    return actions.give(draft(cast, pupils=pupils), by=cast.teacher, at=at)


def exemption_of(pupil: UUID, since: date) -> ExemptionDraft:
    """A phone in every lesson, for some months."""
    return ExemptionDraft(
        pupil, frozenset({Device.PHONE}), since, since + timedelta(days=120), since + timedelta(days=60)
    )
