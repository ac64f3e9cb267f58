"""A standing exemption: by whom, for how long, for which devices; there is no place for why."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from keyzer import protocol
from keyzer.protocol import AskedExemption, Device, Role, RoleHeld, Viewer

EDITION = protocol.current()
TODAY = date(2026, 11, 23)
CARE = Viewer(id="zoe", roles=(RoleHeld(role=Role.ZORGCOORDINATOR),))
ASKED = AskedExemption(
    pupil="lena",
    layer=2,
    kinds=frozenset({Device.PHONE}),
    since=TODAY,
    until=date(2027, 7, 31),
    review_on=date(2027, 2, 1),
)
pytestmark = pytest.mark.article("leerlingen-7", "reikwijdte-2")


def barred(viewer: Viewer = CARE, **changed: object) -> int:
    return len(protocol.exemption_barred(EDITION, viewer, replace(ASKED, **changed), TODAY))


def test_no_field_asks_why() -> None:
    assert {field.name for field in fields(AskedExemption)} == {
        "pupil", "layer", "kinds", "since", "until", "review_on",
    }  # fmt: skip


@pytest.mark.parametrize("role", list(Role))
def test_who_may_agree_stands_in_the_edition(role: Role) -> None:
    viewer = Viewer(id="x", roles=(RoleHeld(role=role),))
    assert bool(barred(viewer)) is (role not in protocol.exemption_granters(EDITION))


def test_a_team_leader_agrees_for_the_own_year() -> None:
    assert not barred(Viewer(id="x", roles=(RoleHeld(role=Role.TEAMLEIDER, layer=2),)))
    assert barred(Viewer(id="x", roles=(RoleHeld(role=Role.TEAMLEIDER, layer=3),)))


@pytest.mark.parametrize(
    "changed",
    [
        {"until": date(2027, 8, 1)},
        {"since": TODAY - timedelta(days=1)},
        {"until": TODAY - timedelta(days=1)},
        {"review_on": TODAY},
        {"review_on": date(2027, 8, 1)},
        {"kinds": frozenset()},
    ],
)
def test_what_can_not_be_agreed(changed: dict[str, object]) -> None:
    assert len(protocol.exemption_barred(EDITION, CARE, replace(ASKED, **changed), TODAY)) == 1


def test_for_one_day_there_is_nothing_to_review() -> None:
    assert not barred(until=TODAY, review_on=TODAY)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_a_school_year_ends_within_a_year_on_the_last_of_july(day: date) -> None:
    ends = protocol.school_year_ends(day)
    assert (ends.month, ends.day) == (7, 31)
    assert timedelta() <= ends - day < timedelta(days=366)
