"""Who gives leave for a lesson, when, for whom, and until when; what is taken back no longer counts."""

import json
import threading
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection

from keyzer.ledger import queries as ledger
from keyzer.live.models import Topic
from keyzer.permits import actions, queries
from keyzer.permits.models import ClassHistory, Permit
from keyzer.permits.reasons import NotThere, Refused
from keyzer.protocol import Device, LessonPurpose
from tests.cast import NOW, TODAY, Cast
from tests.rooms.permits.world import THIRD, draft, give, ring, wall

pytestmark = pytest.mark.article("leerlingen-7")


@pytest.fixture
def lessons(cast: Cast) -> Cast:
    """Ten o'clock on Monday: the teacher has 2A until half past ten."""
    ring(cast)
    return cast


def may(pupil: UUID, at: datetime = NOW) -> bool:
    return queries.standing_of_pupil(pupil, at).allowed


def test_leave_holds_for_the_class_from_now_until_the_bell(lessons: Cast) -> None:
    assert not may(lessons.reporter)
    give(lessons)
    found = queries.standing_of_class(lessons.class_2a, NOW)
    assert (found.allowed, found.until) == (True, wall(10, 30))
    assert found.articles == ("leerlingen-7",)
    assert may(lessons.reporter)
    assert not may(lessons.bystander)
    assert queries.standing_of_room("114", NOW).allowed
    assert not queries.standing_of_room("116", NOW).allowed


def test_it_ends_by_itself(lessons: Cast) -> None:
    give(lessons)
    fourth = queries.standing_of_class(lessons.class_2a, wall(10, 50))
    assert (fourth.allowed, fourth.in_lesson) == (False, True)


def test_it_is_taken_back_at_any_time(lessons: Cast) -> None:
    permit = give(lessons)
    actions.withdraw(permit, by=lessons.teacher, at=NOW + timedelta(minutes=5))
    assert not may(lessons.reporter, NOW + timedelta(minutes=5))
    actions.withdraw(permit, by=lessons.teacher, at=NOW + timedelta(minutes=6))
    told = [one.kind for one in ledger.read(ClassHistory.objects.get().stream)]
    assert told == ["leave-given", "leave-withdrawn"]


def test_a_teacher_of_another_class_does_not_take_it_back(lessons: Cast) -> None:
    permit = give(lessons)
    with pytest.raises(Refused):
        actions.withdraw(permit, by=lessons.charlie, at=NOW)
    with pytest.raises(NotThere):
        actions.withdraw(uuid4(), by=lessons.charlie, at=NOW)
    assert may(lessons.reporter)


@pytest.mark.parametrize("who", ["charlie", "mentor", "coordinator", "reporter", "director"])
def test_who_does_not_teach_this_lesson_gives_no_leave(lessons: Cast, who: str) -> None:
    with pytest.raises(Refused) as refused:
        actions.give(draft(lessons), by=getattr(lessons, who), at=NOW)
    assert [reason.grounds for reason in refused.value.reasons] == [("leerlingen-7",)]
    assert not Permit.objects.exists()


def test_who_stands_in_says_so_and_that_is_kept(lessons: Cast) -> None:
    actions.give(draft(lessons, says_so=True), by=lessons.charlie, at=NOW)
    assert may(lessons.reporter)
    assert Permit.objects.get().basis == "vervangt"
    with pytest.raises(Refused):
        actions.give(draft(lessons, says_so=True), by=lessons.coordinator, at=NOW)


def test_without_a_timetable_the_teacher_of_the_class_gives_leave_and_another_says_to_teach(lessons: Cast) -> None:
    hour = draft(lessons)._replace(period=1, day=TODAY + timedelta(days=1))
    actions.give(hour, by=lessons.mentor, at=NOW)
    with pytest.raises(Refused):
        actions.give(hour, by=lessons.charlie, at=NOW)
    actions.give(hour._replace(says_so=True), by=lessons.charlie, at=NOW)
    assert sorted(Permit.objects.values_list("basis", flat=True)) == ["geeft-les", "klas"]


def test_for_last_lesson_no_leave_is_given(lessons: Cast) -> None:
    with pytest.raises(Refused, match="beforehand"):
        give(lessons, at=wall(10, 30))
    with pytest.raises(Refused, match="no such lesson"):
        actions.give(draft(lessons)._replace(period=9), by=lessons.teacher, at=NOW)
    with pytest.raises(Refused, match="no such lesson"):
        actions.give(draft(lessons)._replace(school_class=uuid4()), by=lessons.teacher, at=NOW)


def test_for_a_lesson_to_come_it_begins_with_that_lesson(lessons: Cast) -> None:
    give(lessons, at=wall(8, 10))
    assert not may(lessons.reporter, wall(9, 39))
    assert may(lessons.reporter, wall(9, 40))


def test_it_lasts_no_longer_than_the_lesson(lessons: Cast) -> None:
    wanted = draft(lessons)
    for until in (wall(10, 45), wall(9, 50)):
        with pytest.raises(Refused):
            actions.give(wanted._replace(until=until.astimezone(wall(0, 0).tzinfo).time()), by=lessons.teacher, at=NOW)
    actions.give(wanted._replace(until=datetime(2026, 11, 23, 10, 15).time()), by=lessons.teacher, at=NOW)  # noqa: DTZ001
    assert queries.standing_of_class(lessons.class_2a, NOW).until == wall(10, 15)
    assert not may(lessons.reporter, wall(10, 15))


def test_chosen_pupils_alone_may(lessons: Cast) -> None:
    give(lessons, pupils=frozenset({lessons.subject}))
    assert may(lessons.subject)
    assert not may(lessons.reporter)
    assert not queries.standing_of_class(lessons.class_2a, NOW).allowed
    with pytest.raises(Refused, match="not in this class"):
        give(lessons, pupils=frozenset({lessons.bystander}))


def test_only_the_devices_that_were_named(lessons: Cast) -> None:
    laptops = draft(lessons)._replace(kinds=frozenset({Device.LAPTOP}))
    actions.give(laptops, by=lessons.teacher, at=NOW)
    found = queries.standing_of_pupil(lessons.reporter, NOW)
    assert (found.allowed, found.also) == (False, frozenset({Device.LAPTOP}))
    with pytest.raises(Refused, match="Choose which device"):
        actions.give(draft(lessons)._replace(kinds=frozenset()), by=lessons.teacher, at=NOW)


def test_own_words_lie_in_the_history_alone(lessons: Cast) -> None:
    other = draft(lessons)._replace(purpose=LessonPurpose.ANDERS)
    with pytest.raises(Refused, match="few words"):
        actions.give(other, by=lessons.teacher, at=NOW)
    actions.give(other._replace(words="een podcast opnemen"), by=lessons.teacher, at=NOW)
    (told,) = ledger.read(ClassHistory.objects.get().stream)
    assert json.loads(told.content)["words"] == "een podcast opnemen"
    assert "podcast" not in str(Permit.objects.values().get())


def test_a_button_that_was_tapped_twice_gives_leave_once(lessons: Cast) -> None:
    assert give(lessons) == give(lessons, at=NOW + timedelta(seconds=1))
    assert Permit.objects.count() == 1


def test_who_listens_to_the_class_the_room_or_the_pupil_is_told(lessons: Cast) -> None:
    permit = give(lessons, pupils=frozenset({lessons.subject}))
    names = {f"class:{lessons.class_2a}", "room:114", f"pupil:{lessons.subject}"}
    assert set(Topic.objects.values_list("name", "number")) == {(name, 1) for name in names}
    actions.withdraw(permit, by=lessons.teacher, at=NOW)
    assert set(Topic.objects.values_list("number", flat=True)) == {2}


@pytest.mark.django_db(transaction=True)
def test_two_teachers_at_once_both_give_leave(transactional_db: None, cast: Cast) -> None:
    ring(cast)
    start = threading.Barrier(2)
    wanted = [(cast.teacher, draft(cast)), (cast.mentor, draft(cast)._replace(period=THIRD + 1))]

    def give_leave(teacher: UUID, asked: object) -> None:
        try:
            start.wait()
            actions.give(asked, by=teacher, at=NOW)  # type: ignore[arg-type]
        finally:
            connection.close()

    threads = [threading.Thread(target=give_leave, args=one) for one in wanted]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Permit.objects.count() == 2
    assert ledger.version(ClassHistory.objects.get().stream) == 2
