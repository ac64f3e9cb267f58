"""The Algemene termijnenwet: its holidays, where a term ends, and the terms that it leaves alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keyzer.protocol.terms import add_months, avg_month_end, easter, holidays, is_ordinary, legal_end

DAYS = st.dates(date(2020, 1, 1), date(2099, 1, 1))


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2026, ["04-03", "04-06", "04-27", "05-05", "05-14", "05-25"]),
        (2027, ["03-26", "03-29", "04-27", "05-05", "05-06", "05-17"]),
        (2028, ["04-14", "04-17", "04-27", "05-05", "05-25", "06-05"]),
    ],
)
def test_the_moving_holidays(year: int, days: list[str]) -> None:
    fixed = {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    assert holidays(year) == fixed | {date.fromisoformat(f"{year}-{day}") for day in days}


def test_kings_day_leaves_the_sunday() -> None:
    assert date(2031, 4, 26) in holidays(2031)
    assert date(2031, 4, 27) not in holidays(2031)


@pytest.mark.parametrize(("year", "day"), [(2000, "04-23"), (2008, "03-23"), (2011, "04-24"), (2038, "04-25")])
def test_easter(year: int, day: str) -> None:
    assert easter(year) == date.fromisoformat(f"{year}-{day}")


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize(
    ("made_known", "last_day"),
    [(date(2026, 11, 13), date(2026, 12, 28)), (date(2026, 11, 24), date(2027, 1, 5))],
)
def test_six_weeks_to_object_to_a_removal(made_known: date, last_day: date) -> None:
    assert legal_end(made_known, weeks=6) == last_day


def test_three_days_hold_two_ordinary_days() -> None:
    thursday_before_easter = date(2026, 4, 2)
    assert legal_end(thursday_before_easter, days=3) == date(2026, 4, 8)
    assert legal_end(thursday_before_easter, days=2) == date(2026, 4, 7)


@pytest.mark.parametrize(
    ("length", "last_day"),
    [
        ({"weeks": 12}, date(2026, 3, 30)),
        ({"weeks": 13}, date(2026, 4, 5)),
        ({"days": 90}, date(2026, 4, 7)),
        ({"days": 91}, date(2026, 4, 5)),
        ({"months": 3}, date(2026, 4, 7)),
        ({"months": 4}, date(2026, 5, 4)),
    ],
)
def test_long_terms_are_not_extended(length: dict[str, int], last_day: date) -> None:
    starts = {"weeks": date(2026, 1, 4), "days": date(2026, 1, 4), "months": date(2026, 1, 4)}
    assert legal_end(starts[next(iter(length))], **length) == last_day


@pytest.mark.parametrize("lengths", [{}, {"weeks": 1, "days": 1}, {"days": -1}])
def test_one_length_is_asked(lengths: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        legal_end(date(2026, 1, 1), **lengths)


def test_a_month_ends_with_the_month() -> None:
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2026, 11, 24), 3) == date(2027, 2, 24)
    assert add_months(date(2026, 12, 31), 2) == date(2027, 2, 28)


def test_a_request_under_the_avg_is_answered_in_a_month() -> None:
    assert avg_month_end(date(2026, 11, 24)) == date(2026, 12, 24)
    assert avg_month_end(date(2026, 11, 25)) == date(2026, 12, 28)
    assert avg_month_end(date(2026, 11, 24), months=3) == date(2027, 2, 24)


@given(DAYS, st.integers(1, 12))
def test_a_term_in_weeks_ends_on_an_ordinary_day_and_never_early(start: date, weeks: int) -> None:
    end = legal_end(start, weeks=weeks)
    assert is_ordinary(end)
    assert start + timedelta(weeks=weeks) <= end <= start + timedelta(weeks=weeks, days=6)


@given(DAYS, st.integers(3, 90))
def test_a_term_in_days_holds_two_ordinary_days(start: date, days: int) -> None:
    end = legal_end(start, days=days)
    within = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(is_ordinary(day) for day in within) >= 2


@given(DAYS, st.integers(1, 12))
def test_a_later_start_never_ends_earlier(start: date, weeks: int) -> None:
    assert legal_end(start, weeks=weeks) <= legal_end(start + timedelta(days=1), weeks=weeks)
