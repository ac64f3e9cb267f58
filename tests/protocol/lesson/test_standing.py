"""What holds now: the edition's own answer, from leave, exemption, custody and the house rule."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from keyzer import protocol
from keyzer.protocol import BreakRule, Device, GivenLeave, KnownNow, Span

EDITION = protocol.current()
EIGHT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
PHONE, LAPTOP = frozenset({Device.PHONE}), frozenset({Device.LAPTOP})


def at(minutes: int) -> datetime:
    return EIGHT + timedelta(minutes=minutes)


def span(begins: int, ends: int) -> Span:
    return Span(at(begins), at(ends))


KNOWN = KnownNow(
    day=date(2026, 11, 23),
    lessons=(span(0, 50), span(70, 120)),
    school_day=span(0, 120),
    pupil="lena",
)
LEAVE = GivenLeave(span=span(10, 50), kinds=PHONE)
pytestmark = pytest.mark.article("leerlingen-7")


def standing(known: KnownNow, minutes: int) -> protocol.Standing:
    return protocol.standing(EDITION, known, at(minutes))


@pytest.mark.parametrize(
    ("minutes", "allowed", "until"),
    [
        (-10, True, 0),
        (0, False, 10),
        (10, True, 50),
        (49, True, 50),
        (50, True, 70),
        (70, False, 120),
        (120, True, None),
    ],
)
def test_a_morning_with_leave_for_a_part_of_it(minutes: int, until: int | None, *, allowed: bool) -> None:
    found = standing(replace(KNOWN, leave=(LEAVE,)), minutes)
    assert (found.allowed, found.until) == (allowed, None if until is None else at(until))
    assert found.articles == ("leerlingen-7",)


def test_a_day_without_lessons_asks_for_no_leave() -> None:
    assert standing(replace(KNOWN, lessons=(), school_day=None), 30).allowed


def test_leave_for_others_is_no_leave() -> None:
    others = replace(KNOWN, leave=(replace(LEAVE, pupils=frozenset({"daan"})),))
    assert not standing(others, 20).allowed
    assert not standing(replace(others, pupil=None), 20).allowed
    assert standing(replace(others, pupil="daan"), 20).allowed


def test_another_device_than_the_one_that_was_named() -> None:
    found = standing(replace(KNOWN, leave=(replace(LEAVE, kinds=LAPTOP),)), 20)
    assert (found.allowed, found.also) == (False, LAPTOP)


def test_an_exemption_counts_in_every_lesson_and_is_nobody_elses_business() -> None:
    found = standing(replace(KNOWN, exempt=PHONE), 80)
    assert (found.allowed, found.is_agreed) == (True, True)
    assert not standing(replace(KNOWN, exempt=PHONE, leave=(LEAVE,)), 20).is_agreed


@pytest.mark.parametrize("minutes", [20, 60, 80])
def test_who_has_no_device_has_no_use_for_leave(minutes: int) -> None:
    found = standing(replace(KNOWN, leave=(LEAVE,), exempt=PHONE, in_custody=True), minutes)
    assert not found.allowed
    assert "bewaring" in found.why.nl


def test_the_house_rule_speaks_of_breaks_alone() -> None:
    closed = replace(KNOWN, breaks=BreakRule.MAG_NIET, leave=(LEAVE,))
    assert [standing(closed, minutes).allowed for minutes in (-10, 20, 60, 130)] == [True, True, False, True]
    own = standing(replace(KNOWN, breaks=BreakRule.EIGEN, break_words="Alleen buiten."), 60)
    assert (own.allowed, own.why.nl) == (True, "Alleen buiten.")


MINUTES = st.integers(0, 119)
STRETCHES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), max_size=4)


@given(minutes=MINUTES, stretches=STRETCHES, exempt=st.sampled_from([PHONE, LAPTOP]))
def test_nobody_may_in_a_lesson_without_leave_or_an_agreement(
    minutes: int, stretches: list[tuple[int, int]], exempt: frozenset[Device]
) -> None:
    leave = tuple(GivenLeave(span=span(begin, begin + length), kinds=PHONE) for begin, length in stretches)
    found = standing(replace(KNOWN, leave=leave, exempt=exempt), minutes)
    if found.in_lesson:
        assert found.allowed is (exempt == PHONE or any(one.span.holds(at(minutes)) for one in leave))
    assert found.until is None or found.until > at(minutes)
