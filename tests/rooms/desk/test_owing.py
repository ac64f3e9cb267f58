"""Which mail a duty calls for at which moment: a reminder before, what can't wait at once, an alarm after, and help."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from keyzer import protocol
from keyzer.desk import owing
from keyzer.desk.owing import Owed, Stage
from keyzer.kit.clock import SCHOOL_ZONE
from keyzer.post.hours import Hours

STUDY_DAY = date(2026, 11, 30)
HOURS = Hours(protocol.SchoolCalendar(closed=frozenset({STUDY_DAY})))
CASE = UUID(int=7)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in November 2026: the 23rd is a Monday, the 30th a day without lessons."""
    return datetime(2026, 11, day, hour, minute, tzinfo=SCHOOL_ZONE).astimezone(UTC)


def duty(due: datetime, *, sealed: bool = False, alarm: datetime | None = None) -> Owed:
    return Owed("cases:show", CASE, "hear", due, alarm or due, sealed, 2)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (at(23, 7, 29), False),
        (at(23, 7, 30), True),
        (at(23, 17, 59), True),
        (at(23, 18), False),
        (at(28, 12), False),
        (at(30, 12), False),
    ],
)
def test_working_hours_are_from_half_past_seven_to_six_on_school_days(moment: datetime, *, is_open: bool) -> None:
    assert HOURS.is_open(moment) is is_open


def test_after_a_week_comes_the_next_day_with_lessons() -> None:
    assert HOURS.next_opening(at(23, 6)) == at(23, 7, 30)
    assert HOURS.next_opening(at(23, 12)) == at(24, 7, 30)
    assert HOURS.next_opening(at(27, 12)) == at(30, 7, 30) + timedelta(days=1)
    assert HOURS.end_of_next_day(at(23, 12)) == at(25, 0)


def test_what_is_due_tomorrow_is_told_this_morning_and_not_before() -> None:
    owed = [duty(at(25, 16, 30))]
    assert owing.soon(owed, {}, HOURS, at(23, 17)) == []
    assert owing.soon(owed, {}, HOURS, at(24, 7)) == []
    assert owing.soon(owed, {}, HOURS, at(24, 7, 30)) == owed


def test_before_a_weekend_and_a_day_without_lessons_it_is_told_on_friday() -> None:
    owed = [duty(at(30, 16, 30) + timedelta(days=1))]
    assert owing.soon(owed, {}, HOURS, at(26, 12)) == []
    assert owing.soon(owed, {}, HOURS, at(27, 8)) == owed


@pytest.mark.parametrize("now", [at(23, 12), at(23, 22), at(28, 12)])
def test_what_is_due_before_work_begins_again_is_told_at_any_hour(now: datetime) -> None:
    tonight = [duty(now + timedelta(minutes=30))]
    assert owing.pressing(tonight, {}, HOURS, now) == tonight
    assert owing.pressing([duty(HOURS.next_opening(now) + timedelta(hours=1))], {}, HOURS, now) == []


def test_what_was_due_long_ago_wakes_nobody() -> None:
    old = [duty(at(10, 12))]
    assert owing.pressing(old, {}, HOURS, at(23, 3)) == []
    assert owing.pressing(old, {}, HOURS, at(23, 8)) == old


def test_nothing_is_told_twice_before_its_alarm() -> None:
    owed = [duty(at(23, 16, 30))]
    told = {owed[0].mark(Stage.AHEAD): at(23, 7, 30)}
    assert owing.soon(owed, told, HOURS, at(23, 8)) == owing.pressing(owed, told, HOURS, at(23, 8)) == []


def test_another_day_makes_it_another_duty() -> None:
    first, later = duty(at(23, 16, 30)), duty(at(24, 16, 30))
    assert owing.soon([later], {first.mark(Stage.AHEAD): at(23, 7, 30)}, HOURS, at(23, 8)) == [later]


def test_the_alarm_comes_after_the_term_in_working_hours() -> None:
    owed = [duty(at(23, 23, 59))]
    told = {owed[0].mark(Stage.AHEAD): at(23, 8)}
    assert owing.late(owed, told, HOURS, at(23, 17)) == []
    assert owing.late(owed, told, HOURS, at(24, 0, 1)) == []
    assert owing.late(owed, told, HOURS, at(24, 7, 30)) == owed


def test_an_alarm_of_what_is_sealed_waits_for_nothing() -> None:
    owed = [duty(at(28, 12), sealed=True)]
    assert owing.late(owed, {owed[0].mark(Stage.AHEAD): at(28, 9)}, HOURS, at(28, 12)) == owed


def test_a_later_alarm_is_waited_for() -> None:
    owed = [duty(at(23, 16, 30), alarm=at(24, 16, 30))]
    told = {owed[0].mark(Stage.AHEAD): at(23, 8)}
    assert owing.late(owed, told, HOURS, at(24, 12)) == []
    assert owing.late(owed, told, HOURS, at(24, 16, 30)) == owed


def test_between_what_is_due_at_once_and_its_alarm_there_is_an_hour() -> None:
    owed = [duty(at(23, 9))]
    told = {owed[0].mark(Stage.AHEAD): at(23, 9, 1)}
    assert owing.late(owed, told, HOURS, at(23, 9, 2)) == []
    assert owing.late(owed, told, HOURS, at(23, 10, 1)) == owed


def test_help_is_asked_the_day_after_the_alarm() -> None:
    owed = [duty(at(23, 9))]
    told = {owed[0].mark(Stage.LATE): at(23, 10)}
    assert owing.in_need_of_help(owed, told, HOURS, at(23, 17)) == []
    assert owing.in_need_of_help(owed, told, HOURS, at(24, 7)) == []
    assert owing.in_need_of_help(owed, told, HOURS, at(24, 8)) == owed


def test_hours_are_those_of_the_schools_own_clock() -> None:
    summer = datetime(2027, 6, 1, 5, 30, tzinfo=UTC)
    assert summer.astimezone(SCHOOL_ZONE).time() == time(7, 30)
    assert HOURS.is_open(summer)
