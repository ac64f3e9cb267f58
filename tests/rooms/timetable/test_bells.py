"""When the bell goes: on normal and short days, on days without lessons, and when the clock is changed at night."""

from datetime import UTC, date, datetime, timedelta

import pytest

from keyzer.kit.clock import local
from keyzer.people.school_settings.bells import NotALesson, Span, read_bells, write_bells
from keyzer.timetable.bells import Bells, bells_of

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)
SETTINGS = {
    "bells_normal": [["08:30:00", "09:20:00"], ["09:20:00", "10:10:00"], ["10:30:00", "11:20:00"]],
    "bells_other": [
        ["40-minutenrooster", [["08:30:00", "09:10:00"], ["09:10:00", "09:50:00"]]],
        ["Toetsweek", [["09:00:00", "10:30:00"]]],
    ],
    "bells_days": [
        [5, "40-minutenrooster"],
        ["2026-11-24", "40-minutenrooster"],
        ["2026-11-25", "Toetsweek"],
        ["2026-12-04", ""],
    ],
    "closed_days": ["2026-11-26"],
}


def bells(**settings: object) -> Bells:
    return bells_of({**SETTINGS, **settings})


def spans(day: date, known: Bells | None = None) -> list[str]:
    found = (known or bells()).periods(day)
    return [f"{one.number} {local(one.starts):%H:%M}-{local(one.ends):%H:%M}" for one in found]


def test_a_normal_day() -> None:
    assert spans(MONDAY) == ["1 08:30-09:20", "2 09:20-10:10", "3 10:30-11:20"]


@pytest.mark.parametrize("day", [FRIDAY, date(2026, 11, 24)])
def test_a_day_of_short_lessons_by_the_week_or_as_an_exception(day: date) -> None:
    assert spans(day) == ["1 08:30-09:10", "2 09:10-09:50"]


def test_a_friday_that_is_normal_after_all() -> None:
    assert len(spans(date(2026, 12, 4))) == 3


def test_a_day_of_another_kind() -> None:
    assert spans(date(2026, 11, 25)) == ["1 09:00-10:30"]


@pytest.mark.parametrize("day", [date(2026, 11, 26), date(2026, 11, 28), date(2026, 12, 25)])
def test_a_day_without_lessons_has_no_bells(day: date) -> None:
    assert spans(day) == []


def test_without_bell_times_a_day_is_one_lesson_until_the_end_of_the_school_day() -> None:
    assert spans(MONDAY, bells_of({})) == ["0 08:00-16:30"]
    assert spans(MONDAY, bells_of({"day_ends": "15:45:00"})) == ["0 08:00-15:45"]


def test_a_lesson_ends_with_the_bell_and_a_break_is_no_lesson() -> None:
    known, day = bells(), datetime(2026, 11, 23, tzinfo=UTC)
    at = [known.period_at(day + timedelta(hours=hour, minutes=minute)) for hour, minute in ((8, 19), (8, 20), (9, 15))]
    assert [one.number if one else None for one in at] == [1, 2, None]
    assert known.next_bell(day + timedelta(hours=9, minutes=15)) == datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_the_next_bell_after_school_is_that_of_the_next_day_with_lessons() -> None:
    assert bells().next_bell(datetime(2026, 11, 25, 20, tzinfo=UTC)) == datetime(2026, 11, 27, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("friday", "monday"), [(date(2027, 3, 26), date(2027, 3, 30)), (date(2026, 10, 23), date(2026, 10, 26))]
)
def test_a_clock_that_is_changed_at_night_changes_no_bell(friday: date, monday: date) -> None:
    known = bells_of({"bells_normal": SETTINGS["bells_normal"]})
    before = known.periods(friday - timedelta(days=1))[0].starts
    after = known.periods(monday)[0].starts
    assert local(before).time() == local(after).time()
    assert before.time() != after.time()


def test_the_school_day_ends_with_the_last_bell() -> None:
    assert f"{local(bells().end_of_day(MONDAY)):%H:%M}" == "11:20"
    assert f"{local(bells().end_of_day(FRIDAY)):%H:%M}" == "09:50"
    assert f"{local(bells_of({}).end_of_day(MONDAY)):%H:%M}" == "16:30"


def test_bells_read_as_they_were_written() -> None:
    found = read_bells("8:30 - 9:20\n\n09.20-10.10")
    assert found[1] == Span(datetime(1, 1, 1, 9, 20).time(), datetime(1, 1, 1, 10, 10).time())  # noqa: DTZ001
    assert (
        write_bells([[one.starts.isoformat(), one.ends.isoformat()] for one in found]) == "08:30 - 09:20\n09:20 - 10:10"
    )


@pytest.mark.parametrize(
    "text", ["pauze", "9:20 - 8:30", "8:30 - 9:20\n9:00 - 9:50", "25:00 - 26:00", "8:30", "8:30 - 8:30"]
)
def test_what_is_no_lesson_is_named(text: str) -> None:
    with pytest.raises(NotALesson) as wrong:
        read_bells(text)
    assert str(wrong.value) in text.splitlines()
