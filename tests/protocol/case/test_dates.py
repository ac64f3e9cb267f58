"""Dates, zones and blanks: what lies ahead is not recorded as done, and what has passed is not planned."""

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from keyzer.protocol.case import Refusal, StreamError, decide, evolve
from keyzer.protocol.case.commands.frame import Close
from keyzer.protocol.case.commands.talks import InviteHearing
from keyzer.protocol.case.facts import birthday, is_adult
from keyzer.protocol.load import current
from tests.protocol.case.world import (
    BOARD,
    COORDINATOR,
    DAY,
    DIRECTOR,
    MONDAY,
    MOTHER,
    PUPIL_CASE,
    STAFF_CASE,
    TEAM_LEADER,
    Story,
)

TODAY = MONDAY.date()
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


def _objectionable() -> Story:
    """A case at a public school in which a suspension was decided."""
    story = Story(replace(PUPIL_CASE, settings=replace(PUPIL_CASE.settings, governance="openbaar")))
    story.hear()
    for guardian in ("mo", "vic"):
        story.reach(guardian, view_asked=True)
    story.weigh()
    story.suspend()
    return story


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize(
    ("kind", "said", "refusal"),
    [
        ("record-victim-knowledge", {"person": "lena", "learned_on": TOMORROW}, "moet nog komen"),
        ("plan-aftercare", {"person": "lena", "planned_on": YESTERDAY, "purpose": "x"}, "al voorbij"),
        (
            "record-intention",
            {"measure": "verwijdering", "given_at": MONDAY + DAY, "facts": "x", "reason": "x"},
            "nog niet gegeven",
        ),
    ],
)
def test_a_date_on_the_wrong_side_of_now_is_refused(kind: str, said: dict[str, Any], refusal: str) -> None:
    story = Story(replace(PUPIL_CASE, conduct=("belediging",)))
    assert refusal in story.refused(kind, DIRECTOR, **said)


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize(
    ("by", "person", "received", "refusal"),
    [
        (MOTHER, "mo", TOMORROW, "moet nog komen"),
        (MOTHER, "mo", YESTERDAY, "was er toen nog niet"),
        (MOTHER, "sem", TODAY, "Bezwaar maakt iedereen zelf"),
        (BOARD, "gus", TODAY, "een ouder met gezag"),
    ],
)
def test_an_objection_is_ones_own_and_comes_after_the_decision(
    by: Any,
    person: str,
    received: date,
    refusal: str,
) -> None:
    objection = {"decision": "b1", "person": person, "received_on": received, "objection": "x"}
    assert refusal in _objectionable().refused("lodge-objection", by, **objection)


@pytest.mark.article("leerlingen-9")
def test_what_belongs_to_the_other_lane_is_refused() -> None:
    assert "niet bij deze soort zaak" in Story().refused("record-legal-advice", DIRECTOR, adviser="x", advice="x")
    staff = Story(STAFF_CASE, by=TEAM_LEADER)
    assert "niet bij deze soort zaak" in staff.refused("consult-inspectorate", BOARD, outcome="x")


def test_a_moment_without_a_zone_and_a_blank_are_named_by_their_field() -> None:
    story = Story()
    naive = InviteHearing(person="sem", planned_at=(MONDAY + DAY).replace(tzinfo=None), place=" ")
    answer = decide(story.edition, story.state, naive, story.now, COORDINATOR)
    assert isinstance(answer, Refusal)
    assert [one.text.nl for one in answer.reasons] == [
        "Wanneer is het gesprek: tijdzone ontbreekt.",
        "Waar: vul dit in.",
    ]


def test_nothing_is_done_in_a_case_that_was_not_opened() -> None:
    answer = decide(current(), None, Close(summary="x"), MONDAY, COORDINATOR)
    assert isinstance(answer, Refusal)
    assert "nog niet geopend" in answer.reasons[0].text.nl
    closed = Story().do("add-statement", person="sem", account="x")[0]
    with pytest.raises(StreamError, match="replay the stream from its start"):
        evolve(None, closed)


def test_who_is_born_on_29_february_is_of_age_on_1_march() -> None:
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert is_adult(Story(STAFF_CASE, by=TEAM_LEADER).state, MONDAY)
