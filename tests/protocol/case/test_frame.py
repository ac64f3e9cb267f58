"""Opening, parties, handing over, closing and reopening."""

from datetime import date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from keyzer.protocol.case import Actor, Guardian, Open, Party, Refusal, StreamError, decide, evolve, facts, replay
from keyzer.protocol.load import current
from keyzer.protocol.vocabulary import Part, Role
from tests.protocol.case.world import (
    BOARD,
    COORDINATOR,
    DAY,
    DIRECTOR,
    HR,
    MONDAY,
    MOTHER,
    PUPIL,
    PUPIL_CASE,
    TEACHER,
    TEAM_LEADER,
    Story,
)


def _opening(by: Actor = COORDINATOR, **changes: Any) -> str:
    opening: Open = replace(PUPIL_CASE, **changes)
    answer = decide(current(), None, opening, MONDAY, by)
    return " ".join(one.text.en for one in answer.reasons) if isinstance(answer, Refusal) else "opened"


@pytest.mark.article("leerlingen-9")
def test_a_case_pins_edition_and_settings() -> None:
    story = Story()
    assert story.state.edition == story.edition.id
    assert story.state.settings == PUPIL_CASE.settings
    assert story.events[0].grounds[0] == "leerlingen-9"
    assert "reikwijdte-4c" in story.events[0].grounds


@pytest.mark.article("leerlingen-9")
def test_what_stands_against_opening() -> None:
    assert _opening() == "opened"
    assert "party" in _opening(handler="lena")
    assert "party" in _opening(handler="mo")
    assert "open a case" in _opening(by=TEACHER)
    assert "date of birth" in _opening(born=None)
    assert "authority" in _opening(guardians=(Guardian(person="gus", authority=False),))
    assert "not in the protocol" in _opening(conduct=("verzonnen",))


@pytest.mark.article("leerlingen-9")
def test_a_pupil_of_age_needs_no_guardian() -> None:
    assert _opening(born=date(2008, 11, 16), guardians=()) == "opened"
    assert "authority" in _opening(born=date(2008, 11, 17), guardians=())


@pytest.mark.article("reikwijdte-5")
def test_where_it_happened_does_not_stand_in_the_way() -> None:
    anywhere = [kind.id for kind in current().conduct.values() if "leerling" in kind.binds]
    assert all(_opening(conduct=(kind,)) == "opened" for kind in anywhere)


def test_a_case_opens_once_and_first() -> None:
    story = Story()
    assert isinstance(decide(story.edition, story.state, PUPIL_CASE, MONDAY, COORDINATOR), Refusal)
    assert isinstance(
        story.ask("weigh", COORDINATOR, utterance="licht", conduct="licht", consequence="licht", reason="x"), list
    )
    with pytest.raises(StreamError, match="opens once"):
        evolve(story.state, story.events[0])
    with pytest.raises(StreamError, match="no events"):
        replay([])


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        decide(current(), None, PUPIL_CASE, datetime(2026, 11, 16), COORDINATOR)  # noqa: DTZ001


@pytest.mark.article("leerlingen-8")
def test_a_handler_who_turns_out_to_take_part_is_released_and_replaced() -> None:
    story = Story()
    story.do("name-party", TEAM_LEADER, person="cora", part="getuige")
    assert story.handler() is None
    assert "handler" in story.owed()
    assert "zelf bij deze zaak betrokken" in story.refused("weigh", **_grades())
    story.do("reassign", TEAM_LEADER, handler="otto", reason="Cora zag het gebeuren.")
    assert story.handler() == "otto"
    assert "handler" not in story.owed()


@pytest.mark.article("leerlingen-8")
def test_a_successor_takes_over_at_once() -> None:
    story = Story()
    story.do("name-party", TEAM_LEADER, person="cora", part="getuige", successor="otto")
    assert story.state.handler == "otto"
    assert "betrokken" in story.refused("name-party", TEAM_LEADER, person="x", part="getuige", successor="lena")


@pytest.mark.article("leerlingen-8")
def test_who_reported_may_handle() -> None:
    story = Story()
    story.do("name-party", person="cora", part="melder")
    assert story.state.handler == "cora"
    story.weigh()


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize("person", ["sem", "mo", "lena", "wim"])
def test_a_party_decides_proposes_and_handles_nothing(person: str) -> None:
    story = Story()
    party = Actor(id=person, roles=frozenset({Role.COORDINATOR, Role.DIRECTEUR, Role.BESTUUR}))
    assert story.allowed(party) <= {("add-statement",), ("lodge-objection",)}
    assert "betrokken" in story.refused("propose", party, measure="gesprek", reason="x")


@pytest.mark.article("leerlingen-3")
def test_a_statement_is_ones_own() -> None:
    story = Story()
    story.do("add-statement", PUPIL, person="sem", account="Ik wist niet dat het niet mocht.")
    story.do("add-statement", MOTHER, person="mo", account="Wij praten er thuis over.")
    assert "eigen verhaal" in story.refused("add-statement", MOTHER, person="sem", account="Hij deed niets.")
    assert [one.person for one in story.state.statements] == ["sem", "mo"]


@pytest.mark.article("leerlingen-9")
def test_closing_names_everything_that_is_open() -> None:
    story = Story()
    said = story.refused("close", summary="Klaar")
    assert "Nog open: Contact met {person:mo}" in said
    assert "Nog open: Contact met {person:vic}" in said
    assert "{person:gus}" not in said
    assert "Nog open: Besluiten, of afronden zonder maatregel" in said


@pytest.mark.article("leerlingen-9")
def test_ending_without_a_measure_closes_and_a_new_fact_reopens() -> None:
    story = Story()
    story.reach("mo")
    story.reach("vic")
    story.do("end-without-measure", ground="unfounded", reason="Het was een ander.")
    assert "geen maatregel volgt" in story.refused("propose", measure="gesprek", reason="x")
    story.do("close", summary="Klaar.")
    assert "gesloten" in story.refused("weigh", **_grades())
    story.do("reopen", reason="Er is een nieuwe foto.")
    assert {"contact:mo", "contact:vic", "outcome"} <= set(story.owed())


def test_nothing_is_recorded_before_what_was_recorded() -> None:
    story = Story()
    story.weigh()
    story.now = MONDAY
    assert "na dit moment" in story.refused("weigh", DIRECTOR, **_grades())


@pytest.mark.article("leerlingen-9")
def test_conduct_is_cited_before_a_measure() -> None:
    story = Story(replace(PUPIL_CASE, conduct=()))
    assert "om welk gedrag" in story.refused("propose", measure="gesprek", reason="x")
    assert "conduct" in story.owed()
    event = story.do("cite-conduct", conduct=["foto-doorsturen"])[0]
    assert {"leerlingen-9", "reikwijdte-4c", "leerlingen-6"} <= set(event.grounds)
    story.do("propose", measure="gesprek", reason="Eerst praten.")


@pytest.mark.article("leerlingen-8")
def test_only_leaders_give_a_case_to_another() -> None:
    story = Story()
    assert "Hierover gaat" in story.refused("reassign", handler="otto", reason="x")
    assert "behandelt de zaak al" in story.refused("reassign", BOARD, handler="cora", reason="x")
    assert "betrokken" in story.refused("reassign", BOARD, handler="lena", reason="x")


def test_parties_of_a_case_are_named_once() -> None:
    story = Story(replace(PUPIL_CASE, parties=(Party(person="lena", part=Part.BETROKKENE),)))
    assert "al zo genoemd" in story.refused("name-party", person="lena", part="betrokkene")


def _grades() -> dict[str, str]:
    return {"utterance": "licht", "conduct": "licht", "consequence": "licht", "reason": "x"}


@pytest.mark.article("leerlingen-9")
def test_the_newest_established_facts_hold() -> None:
    story = Story()
    assert facts.established(story.state) is None
    for text in ("Een foto ging rond.", "Een foto ging rond in de klas."):
        story.do("establish-facts", text=text, happened_on=story.now.date(), place="thuis", channel="groepsapp")
    found = facts.established(story.state)
    assert found is not None
    assert (found.text, found.place, found.channel) == ("Een foto ging rond in de klas.", "thuis", "groepsapp")


@pytest.mark.article("leerlingen-9")
def test_what_is_still_to_come_is_not_established() -> None:
    story = Story()
    tomorrow = (story.now + DAY).date()
    assert "moet nog komen" in story.refused("establish-facts", text="x", happened_on=tomorrow, place="plein")
    assert "wie de zaak behandelt" in story.refused(
        "establish-facts", TEACHER, text="x", happened_on=story.now.date(), place="plein"
    )


@pytest.mark.article("leerlingen-9")
def test_settings_are_filled_in_one_by_one() -> None:
    story = Story()
    story.do("adopt-settings", HR, complaint_address="Klachtencommissie, Postbus 2")
    story.do("adopt-settings", HR, appeal_body="Commissie van Beroep", appeal_weeks=6, order_suspension_weeks=4)
    settings = story.state.settings
    assert settings.complaint_address == "Klachtencommissie, Postbus 2"
    assert (settings.appeal_body, settings.appeal_weeks, settings.order_suspension_weeks) == (
        "Commissie van Beroep",
        6,
        4,
    )
    assert settings.objection_address == "Postbus 1, De Keyzer"
