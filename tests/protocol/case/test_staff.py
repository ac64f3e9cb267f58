"""The staff lane: settings, intention and defence, order suspension, summary dismissal, and the path of WVO 3.39."""

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from keyzer.protocol.case import Refusal, SchoolSettings, decide
from keyzer.protocol.case.values import CasePath
from keyzer.protocol.load import current
from keyzer.protocol.vocabulary import Gate
from tests.protocol.case.world import (
    BOARD,
    COORDINATOR,
    DAY,
    DIRECTOR,
    HR,
    MONDAY,
    PUPIL_CASE,
    STAFF_CASE,
    STAFF_SETTINGS,
    TEACHER,
    TEAM_LEADER,
    Story,
)


def _staff(**changes: Any) -> Story:
    return Story(replace(STAFF_CASE, **changes), by=TEAM_LEADER)


def _weighed(grade: str = "zeer-ernstig", **changes: Any) -> Story:
    story = _staff(**changes)
    story.do("record-hearing", TEAM_LEADER, person="stan", held_at=story.now, outcome="heard", account="x")
    story.weigh(grade, TEAM_LEADER)
    return story


def _intend(story: Story, measure: str = "berisping") -> None:
    story.do("record-intention", BOARD, measure=measure, given_at=story.now, facts="x", reason="x")


@pytest.mark.article("personeel-8")
def test_no_guardian_is_contacted_about_staff() -> None:
    story = _staff()
    assert not [duty for duty in story.owed() if duty.startswith("contact")]
    assert ("record-contact",) not in story.allowed(TEAM_LEADER)


@pytest.mark.article("personeel-8")
def test_a_coordinator_has_no_part_in_a_case_about_staff() -> None:
    assert _staff().allowed(COORDINATOR) == {("report-task-offence",)}


@pytest.mark.article("personeel-8")
def test_letters_wait_until_hr_has_filled_in_the_source() -> None:
    story = _weighed(settings=SchoolSettings(works_council_consent=date(2026, 9, 1)))
    answer = story.refused("decide-measure", BOARD, measure="berisping", reason="x")
    assert "bron in de cao" in answer
    _intend(story)
    assert "settings" in story.owed()
    filled = {"agreement_source": "x", "defence_days": 14}
    assert "Hierover gaat" in story.refused("adopt-settings", TEAM_LEADER, **filled)
    story.do("adopt-settings", HR, **filled)
    assert "settings" not in story.owed()
    assert story.state.settings.defence_days == 14


@pytest.mark.article("personeel-8")
def test_a_punishment_waits_for_the_defence_or_the_end_of_its_term() -> None:
    story = _weighed("ernstig")
    assert "voornemen op schrift" in story.refused("decide-measure", BOARD, measure="berisping", reason="x")
    _intend(story)
    assert "voornemen op schrift" in story.refused("decide-measure", BOARD, measure="berisping", reason="x")
    story.give("stan", about="v1")
    assert "voornemen op schrift" not in story.refused("decide-measure", BOARD, measure="berisping", reason="x")
    assert "defence:berisping" in story.owed()
    assert "verweer" in story.refused("decide-measure", BOARD, measure="berisping", reason="x")
    story.now += timedelta(days=15)
    assert "defence:berisping" not in story.owed()
    assert "decide:berisping" in story.owed()
    story.do("decide-measure", BOARD, measure="berisping", reason="x")


@pytest.mark.article("personeel-8")
def test_a_defence_opens_the_way_at_once() -> None:
    story = _weighed("ernstig")
    story.intend("berisping")
    said = {"measure": "berisping", "form": "oral", "account": "x"}
    assert "na het voornemen" in story.refused("record-defence", TEAM_LEADER, received_at=story.now - DAY, **said)
    assert "decide:berisping" not in story.owed()
    story.do("record-defence", TEAM_LEADER, received_at=story.now, **said)
    assert "decide:berisping" in story.owed()
    assert "al vastgelegd" in story.refused("record-defence", TEAM_LEADER, received_at=story.now, **said)
    story.do("decide-measure", BOARD, measure="berisping", reason="x")
    assert story.state.decisions[0].recipients == ("stan",)
    assert story.status("decide:berisping") == "done"


@pytest.mark.article("personeel-8")
def test_an_order_suspension_is_no_outcome_and_ends() -> None:
    story = _weighed()
    starts = story.now + DAY
    story.do("decide-measure", DIRECTOR, measure="ordeschorsing", reason="Rust.", starts=starts, ends=starts + 7 * DAY)
    assert {"outcome", "order-suspension:b1"} <= set(story.owed())
    story.do("decide-measure", DIRECTOR, measure="ordeschorsing", reason="x", starts=starts, ends=starts + 9 * DAY)
    story.do("lift-measure", DIRECTOR, decision="b1", reason="x")
    assert story.status("order-suspension:b1") == "done"
    story.now = starts + 10 * DAY
    assert story.status("order-suspension:b2") == "excepted"


@pytest.mark.article("personeel-8")
def test_summary_dismissal_runs_from_the_deciders_knowledge() -> None:
    story = _weighed()
    missing = story.refused("decide-measure", BOARD, measure="ontslag-op-staande-voet", reason="x")
    assert "sinds wanneer wie mag besluiten" in missing
    assert "juridisch advies" in missing
    assert "dringende reden" in missing
    story.do("record-knowledge", BOARD, person="bea", known_at=story.now, learned="x")
    assert "stopwatch" in story.owed()
    story.do("claim-urgency", BOARD, reason="x")
    story.do("record-legal-advice", BOARD, adviser="mr. X", advice="x")
    story.do("decide-measure", BOARD, measure="ontslag-op-staande-voet", reason="De reden.")
    assert story.status("stopwatch") == "done"
    assert "op schrift" in story.refused("announce", BOARD, decision="b1", person="stan", channel="overhandigd")
    again = {"measure": "ontslag-op-staande-voet", "reason": "Een andere reden."}
    assert "nieuw feit" in story.refused("decide-measure", BOARD, **again)


@pytest.mark.article("personeel-9")
def test_staff_go_to_the_police_under_their_own_article() -> None:
    story = _staff(conduct=("bedreiging",))
    event = story.do("decide-police", DIRECTOR, choice="report", reason="x")[0]
    assert event.grounds == ("personeel-9",)


@pytest.mark.article("personeel-9")
def test_the_path_of_a_possible_sexual_offence() -> None:
    story = _staff()
    story.do("report-task-offence", COORDINATOR, account="Een leerling vertelde het mij.")
    assert story.state.sealed
    assert "Hierover gaat: bestuur" in story.refused("weigh", DIRECTOR, **_grades())
    assert story.allowed(TEAM_LEADER) == story.allowed(HR) == set()
    assert ("record-hearing", "stan") in story.allowed(BOARD)
    assert "Hierover gaat" not in story.refused("decide-measure", BOARD, measure="ordeschorsing", reason="x")
    assert "vertrouwensinspecteur" in story.refused("judge-suspicion", BOARD, reasonable=True, reason="x")
    story.do("consult-confidential-inspector", BOARD, consulted_at=story.now, advice="x")
    story.do("judge-suspicion", BOARD, reasonable=True, reason="x")
    assert "Vertel het eerst" in story.refused("report-offence-to-police", BOARD, reference="x")
    for person in ("stan", "lena"):
        story.do("inform-before-report", BOARD, person=person, told_at=story.now)
    story.do("report-offence-to-police", BOARD, reference="PL-2")
    assert "task:tell-inspector" in story.owed()
    story.do("inform-confidential-inspector", BOARD, told_at=story.now)
    assert not [duty for duty in story.owed() if duty.startswith("task:")]


@pytest.mark.article("personeel-9")
def test_an_unreasonable_suspicion_asks_no_report() -> None:
    story = _staff()
    story.do("report-task-offence", COORDINATOR, account="x")
    story.do("consult-confidential-inspector", BOARD, consulted_at=story.now, advice="x")
    story.do("judge-suspicion", BOARD, reasonable=False, reason="Het was een ander.")
    assert not [duty for duty in story.owed() if duty.startswith("task:")]
    assert "geen redelijk vermoeden" in story.refused("report-offence-to-police", BOARD, reference="x")


@pytest.mark.article("personeel-8")
def test_settings_say_something_and_make_sense() -> None:
    story = _staff()
    assert "ten minste één gegeven" in story.refused("adopt-settings", HR)
    assert "ten minste 1" in story.refused("adopt-settings", HR, defence_days=0)
    assert "PMR niet vooraf" in story.refused("adopt-settings", HR, works_council_consent=date(2030, 1, 1))


def _grades() -> dict[str, str]:
    return {"utterance": "licht", "conduct": "licht", "consequence": "licht", "reason": "x"}


@pytest.mark.article("personeel-8")
@pytest.mark.parametrize("consent", [None, MONDAY.date() + DAY])
def test_a_case_about_staff_waits_for_the_consent_of_the_staff_council(consent: date | None) -> None:
    opening = replace(STAFF_CASE, settings=replace(STAFF_SETTINGS, works_council_consent=consent))
    answer = decide(current(), None, opening, MONDAY, TEAM_LEADER)
    assert isinstance(answer, Refusal)
    assert [one.gate for one in answer.reasons] == [Gate.WORKS_COUNCIL_CONSENT]
    assert "Vul die eerst in bij de school" in answer.reasons[0].text.nl


@pytest.mark.article("personeel-9")
def test_the_path_of_the_law_waits_for_no_consent_and_is_the_boards_alone_at_once() -> None:
    opening = replace(
        STAFF_CASE,
        handler="bea",
        settings=replace(STAFF_SETTINGS, works_council_consent=None),
        path=CasePath.TASK_OFFENCE,
    )
    story = Story(opening, by=TEACHER)
    assert story.state.sealed
    assert "Hierover gaat: bestuur" in story.refused("cite-conduct", TEAM_LEADER, conduct=["belediging"])
    story.do("report-task-offence", TEACHER, account="Een leerling vertelde het.")
    assert "task:consult" in story.owed()


@pytest.mark.article("leerlingen-9")
def test_the_path_of_the_law_is_not_for_pupils() -> None:
    answer = decide(current(), None, replace(PUPIL_CASE, path=CasePath.TASK_OFFENCE), MONDAY, COORDINATOR)
    assert isinstance(answer, Refusal)
    assert "wie een taak heeft op school" in answer.reasons[0].text.nl
