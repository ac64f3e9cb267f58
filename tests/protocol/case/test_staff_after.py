"""The staff lane around a decision: order suspensions and their review, the stopwatch, appeal, and terms in view."""

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from tests.protocol.case.world import (
    BOARD,
    DAY,
    DIRECTOR,
    HOUR,
    HR,
    STAFF_CASE,
    STAFF_SETTINGS,
    TEAM_LEADER,
    Story,
)

DISMISSAL = "ontslag-op-staande-voet"


def _heard(**settings: Any) -> Story:
    story = Story(replace(STAFF_CASE, settings=replace(STAFF_SETTINGS, **settings)), by=TEAM_LEADER)
    story.do("record-hearing", TEAM_LEADER, person="stan", held_at=story.now, outcome="heard", account="x")
    return story


def _order(story: Story, days: int) -> dict[str, Any]:
    starts = story.now + DAY
    return {"measure": "ordeschorsing", "reason": "Rust.", "starts": starts, "ends": starts + days * DAY}


def _reprimanded(**settings: Any) -> Story:
    story = _heard(**settings)
    story.weigh("ernstig", TEAM_LEADER)
    story.intend("berisping")
    story.do("record-defence", TEAM_LEADER, measure="berisping", form="waived", received_at=story.now, account="x")
    story.do("decide-measure", BOARD, measure="berisping", reason="Het mocht niet.")
    return story


def _dismissed() -> Story:
    story = _heard()
    story.weigh("zeer-ernstig", TEAM_LEADER)
    story.do("claim-urgency", BOARD, reason="Dringend.")
    story.do("record-legal-advice", BOARD, adviser="mr. X", advice="x")
    story.do("record-knowledge", BOARD, person="bea", known_at=story.now, learned="x")
    story.do("decide-measure", BOARD, measure=DISMISSAL, reason="De reden.")
    return story


@pytest.mark.article("personeel-8")
def test_an_order_suspension_waits_for_its_longest_term_and_keeps_to_it() -> None:
    empty = _heard(order_suspension_weeks=None)
    assert "hoe lang een ordemaatregel" in empty.refused("decide-measure", DIRECTOR, **_order(empty, 7))
    empty.do("adopt-settings", HR, order_suspension_weeks=2)
    assert "hoogstens 14 dagen" in empty.refused("decide-measure", DIRECTOR, **_order(empty, 15))
    assert "begint en eindigt" in empty.refused("decide-measure", DIRECTOR, measure="ordeschorsing", reason="x")
    empty.do("decide-measure", DIRECTOR, **_order(empty, 14))


@pytest.mark.article("personeel-8")
def test_an_order_suspension_is_looked_at_again_and_ends_when_it_is_no_longer_needed() -> None:
    story = _heard()
    story.do("decide-measure", DIRECTOR, **_order(story, 7))
    assert "Hierover gaat" in story.refused(
        "review-suspension", TEAM_LEADER, decision="b1", still_needed=True, reason="x"
    )
    story.do("review-suspension", DIRECTOR, decision="b1", still_needed=True, reason="Het onderzoek loopt nog.")
    assert story.status("order-suspension:b1") == "done"
    story.do("decide-measure", DIRECTOR, **_order(story, 7))
    story.do("review-suspension", DIRECTOR, decision="b2", still_needed=False, reason="Het onderzoek is klaar.")
    assert [one.decision for one in story.state.lifted] == ["b2"]
    assert story.owed()


@pytest.mark.article("personeel-8")
def test_the_stopwatch_runs_from_the_first_knowledge_however_late_it_was_recorded() -> None:
    story = _heard()
    known = story.now - 5 * HOUR
    story.do("record-knowledge", BOARD, person="bea", known_at=story.now, learned="x")
    story.do("record-knowledge", BOARD, person="dirk", known_at=known, learned="x")
    assert story.alarm("stopwatch") == known


@pytest.mark.article("personeel-8")
def test_each_step_of_the_inquiry_is_logged_with_its_time() -> None:
    story = _heard()
    said = {"done_by": "Hanna", "step": "Berichten bekeken die Stan liet zien."}
    assert "moet nog komen" in story.refused("log-investigation-step", HR, done_at=story.now + DAY, **said)
    story.do("log-investigation-step", HR, done_at=story.now - HOUR, **said)
    assert story.state.inquiry[0].done_by == "Hanna"


@pytest.mark.article("personeel-8")
def test_the_urgent_reason_is_the_one_in_the_decision_and_stays_so() -> None:
    story = _dismissed()
    assert "ligt daarmee vast" in story.refused("claim-urgency", BOARD, reason="Toch iets anders.")
    assert "nieuw feit" in story.refused("decide-measure", BOARD, measure=DISMISSAL, reason="Iets anders.")
    assert story.state.decisions[0].reason == "De reden."


@pytest.mark.article("personeel-8")
def test_after_a_summary_dismissal_the_way_to_court_is_kept_in_view_and_holds_nothing_up() -> None:
    story = _dismissed()
    story.give("stan", channel="overhandigd")
    due = story.due("challenge-term:b1")
    assert due is not None
    assert due.date() == date(2027, 1, 18)  # two months from 16 November end on a Saturday
    story.do("close", BOARD, summary="Afgehandeld.")
    assert story.owed() == ["challenge-term:b1"]
    story.now = due + HOUR
    assert story.owed() == []


@pytest.mark.article("personeel-8")
@pytest.mark.parametrize(("days", "late"), [(42, False), (43, True)])
def test_an_appeal_is_always_taken_in_and_a_late_one_marked(days: int, *, late: bool) -> None:
    story = _reprimanded()
    story.give("stan")
    ends = story.due("appeal-term:b1")
    assert ends is not None
    assert ends.date() == (story.now + 42 * DAY).date()
    story.do("close", BOARD, summary="x")
    story.now += timedelta(days=days)
    received = story.now.date()
    events = story.do("lodge-appeal", HR, decision="b1", received_on=received, appeal="Onterecht.")
    assert [one.named() for one in events] == ["case-reopened", "appeal-lodged"]
    assert story.state.appeals[0].late is late
    assert "appeal:b1" in story.owed()
    assert "appeal-term:b1" not in story.owed()
    assert "Nog open" in story.refused("close", BOARD, summary="x")


@pytest.mark.article("personeel-8")
def test_a_decision_that_the_committee_overturns_ends() -> None:
    story = _reprimanded()
    story.give("stan")
    today = story.now.date()
    assert "was er toen nog niet" in story.refused(
        "lodge-appeal", HR, decision="b1", received_on=today - DAY, appeal="x"
    )
    story.do("lodge-appeal", HR, decision="b1", received_on=today, appeal="x")
    said = {"decision": "b1", "outcome": "upheld", "judgment": "Te zwaar."}
    assert "was er toen nog niet" in story.refused("record-appeal-judgment", HR, judged_on=today - DAY, **said)
    assert "moet nog komen" in story.refused("record-appeal-judgment", HR, judged_on=today + DAY, **said)
    story.do("record-appeal-judgment", HR, judged_on=today, **said)
    assert [one.decision for one in story.state.lifted] == ["b1"]
    assert story.status("appeal:b1") == "done"


@pytest.mark.article("personeel-8")
def test_a_term_to_appeal_that_the_school_did_not_fill_in_makes_no_appeal_late() -> None:
    story = _reprimanded()
    story.give("stan")
    story.state = replace(story.state, settings=replace(story.state.settings, appeal_weeks=None))
    story.do("lodge-appeal", HR, decision="b1", received_on=story.now.date(), appeal="x")
    assert not story.state.appeals[0].late


@pytest.mark.article("personeel-8")
def test_the_person_concerned_can_write_the_defence_in_person() -> None:
    story = _heard()
    story.weigh("ernstig", TEAM_LEADER)
    story.do("record-intention", BOARD, measure="berisping", given_at=story.now, facts="x", reason="x")
    own = replace(TEAM_LEADER, id="stan", roles=frozenset())
    story.do("record-defence", own, measure="berisping", form="written", received_at=story.now, account="Zo ging het.")
    assert story.status("defence:berisping") == "done"
