"""The one write of the room: the lessons of the week, anew."""

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from keyzer.kit.writing import writing
from keyzer.ledger.actions import Entry, begin_stream

from .models import Lesson
from .roster import NewLesson

BATCH = 500


def enter_lessons(lessons: Sequence[NewLesson], *, since: date, by: UUID | None, at: datetime) -> None:
    """Let these be all the lessons from `since` on; those that held until then end the day before.

    Raises IntegrityError when a lesson stands twice in them.
    """
    with writing():
        Lesson.objects.filter(since__gte=since).delete()
        held = Lesson.objects.filter(Q(until=None) | Q(until__gte=since))
        ended = held.update(until=since - timedelta(days=1))
        Lesson.objects.bulk_create([Lesson(since=since, **_fields(one)) for one in lessons], BATCH)
        told = {"since": since.isoformat(), "lessons": len(lessons), "ended": ended}
        begin_stream("timetable", [Entry("lessons-entered", json.dumps(told).encode())], by=by, at=at)


def _fields(one: NewLesson) -> dict[str, object]:
    return {
        "teacher_id": one.teacher,
        "school_class_id": one.school_class,
        "weekday": one.weekday,
        "period": one.period,
        "room": one.room,
        "subject": one.subject,
    }
