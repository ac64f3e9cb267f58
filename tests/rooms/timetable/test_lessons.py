"""Who teaches which class when and where, by the timetable that holds on the day."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from keyzer.ledger.models import Stream
from keyzer.timetable import queries
from keyzer.timetable.actions import enter_lessons
from keyzer.timetable.roster import NewLesson
from tests.cast import NOW, TODAY, Cast
from tests.rooms.permits.world import THIRD, fill_in, ring, wall

TOMORROW = TODAY + timedelta(days=1)


def test_the_lesson_of_now_by_class_teacher_and_room(cast: Cast) -> None:
    ring(cast)
    lesson = queries.lesson_of(cast.class_2a, NOW)
    assert lesson is not None
    assert (lesson.teacher, lesson.room, lesson.subject) == (cast.teacher, "114", "Nederlands")
    assert queries.lesson_in_room("114", NOW) == lesson
    assert queries.lessons_of_teacher(cast.teacher, TODAY) == [lesson]
    assert queries.lesson_in_room("115", NOW) is None
    assert queries.lesson_of(cast.class_6a, NOW) is None
    assert queries.lessons_of_teacher(cast.teacher, TOMORROW) == []


def test_rooms_are_those_in_which_somebody_teaches(cast: Cast) -> None:
    ring(cast)
    assert queries.rooms(TODAY) == ["114", "115", "116", "gym"]
    assert queries.rooms(date(2026, 7, 1)) == []


def test_on_a_short_day_the_same_hour_has_another_bell(cast: Cast) -> None:
    ring(cast)
    fill_in(bells_days=[[TODAY.isoformat(), "Kort"]])
    assert queries.lesson_of(cast.class_2a, NOW) is None
    lesson = queries.lesson_of(cast.class_2a, wall(9, 30))
    assert lesson is not None
    assert lesson.period.ends == wall(10, 0)
    assert queries.end_of_school_day(TODAY) == wall(10, 55)


def test_a_new_timetable_takes_the_place_of_the_old_one(cast: Cast) -> None:
    ring(cast)
    new = NewLesson(cast.charlie, cast.class_2a, 2, THIRD, "gym")
    enter_lessons([new], since=TOMORROW, by=cast.beheerder, at=NOW)
    assert queries.lesson_of(cast.class_2a, NOW) is not None
    assert queries.rooms(TOMORROW) == ["gym"]
    ahead = queries.teachers_lessons(queries.bells(), cast.charlie, [TODAY, TOMORROW])
    assert [(one.school_class, one.room) for one in ahead] == [(cast.class_3a, "gym"), (cast.class_2a, "gym")]
    assert Stream.objects.filter(kind="timetable").count() == 2


def test_a_lesson_stands_in_it_once(cast: Cast) -> None:
    twice = NewLesson(cast.charlie, cast.class_2a, 2, THIRD)
    with pytest.raises(IntegrityError):
        enter_lessons([twice, twice], since=TODAY, by=None, at=NOW)
