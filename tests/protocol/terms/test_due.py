"""Terms of steps: school days, clock hours, calendar days and what happens at once."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keyzer.protocol.edition import Term
from keyzer.protocol.terms import LOCAL, SchoolCalendar, clock_hours, due_after, school_day_end
from keyzer.protocol.vocabulary import Count, Unit

CALENDAR = SchoolCalendar(closed=frozenset({date(2026, 11, 27)}), day_ends=time(16, 30))
THURSDAY = datetime(2026, 11, 26, 11, 0, tzinfo=LOCAL)


@pytest.mark.article("leerlingen-8")
@pytest.mark.parametrize(
    ("days", "due"),
    [(0, datetime(2026, 11, 26, 16, 30)), (1, datetime(2026, 11, 30, 16, 30)), (2, datetime(2026, 12, 1, 16, 30))],  # noqa: DTZ001
)
def test_school_days_pass_over_weekends_and_closed_days(days: int, due: datetime) -> None:
    assert school_day_end(THURSDAY, days, CALENDAR) == due.replace(tzinfo=LOCAL)


def test_the_same_school_day_that_is_over_is_the_next_one() -> None:
    evening = THURSDAY.replace(hour=20)
    assert school_day_end(evening, 0, CALENDAR) == datetime(2026, 11, 30, 16, 30, tzinfo=LOCAL)


def test_a_data_leak_is_told_in_72_hours_of_the_clock() -> None:
    before_summer_time = datetime(2027, 3, 26, 12, 0, tzinfo=LOCAL)
    assert clock_hours(before_summer_time, 72) == datetime(2027, 3, 29, 13, 0, tzinfo=LOCAL)


@pytest.mark.parametrize(
    ("amount", "unit", "counted", "due"),
    [
        (1, Unit.DAYS, Count.AT_ONCE, datetime(2026, 11, 26, 11, 0, tzinfo=LOCAL)),
        (72, Unit.HOURS, Count.CLOCK_HOURS, datetime(2026, 11, 29, 11, 0, tzinfo=LOCAL)),
        (7, Unit.DAYS, Count.CALENDAR_DAYS, datetime(2026, 12, 3, 23, 59, tzinfo=LOCAL)),
        (0, Unit.DAYS, Count.CALENDAR_DAYS, datetime(2026, 11, 26, 23, 59, tzinfo=LOCAL)),
        (1, Unit.DAYS, Count.SCHOOL_DAYS, datetime(2026, 11, 30, 16, 30, tzinfo=LOCAL)),
        (6, Unit.WEEKS, Count.LEGAL_TERM, datetime(2027, 1, 7, 23, 59, tzinfo=LOCAL)),
        (3, Unit.MONTHS, Count.LEGAL_TERM, datetime(2027, 2, 26, 23, 59, tzinfo=LOCAL)),
    ],
)
def test_each_way_of_counting(amount: int, unit: Unit, counted: Count, due: datetime) -> None:
    assert due_after(THURSDAY, Term(amount=amount, unit=unit), counted, CALENDAR) == due


@pytest.mark.parametrize(
    ("unit", "counted"),
    [(Unit.HOURS, Count.LEGAL_TERM), (Unit.WEEKS, Count.SCHOOL_DAYS), (Unit.MONTHS, Count.CLOCK_HOURS)],
)
def test_what_cannot_be_counted_so_is_refused(unit: Unit, counted: Count) -> None:
    with pytest.raises(ValueError, match="can't be counted"):
        due_after(THURSDAY, Term(amount=1, unit=unit), counted, CALENDAR)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)), st.integers(0, 10))  # noqa: DTZ001
def test_school_days_never_end_early_and_always_on_a_school_day(naive: datetime, days: int) -> None:
    moment = naive.replace(tzinfo=LOCAL)
    due = school_day_end(moment, days, CALENDAR)
    assert CALENDAR.is_open(due.date())
    assert due >= moment - timedelta(hours=24)
    assert due.date() >= moment.date() + timedelta(days=days)
