"""Objecting on the page: who may, until when, and that a late one is taken in and marked."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine

from keyzer.cases import queries
from keyzer.cases.actions import act
from keyzer.kit import clock
from keyzer.people.queries import viewer_of
from keyzer.protocol import parse_command
from tests.cast import Cast, browser_of
from tests.rooms.letters.world import World
from tests.rooms.own.world import send, text_of, words

WHY = "Hij stuurde de foto één keer door, niet drie keer."


def lodge(world: World, person: UUID, **said: str) -> Any:
    fields = {"seen_version": str(queries.version(world.case)), "account": WHY, **said}
    return browser_of(person).post(f"/mijn/{world.case}/bezwaar/b1/", fields, follow=True)


def objections(world: World) -> list[tuple[str, str, bool]]:
    """Who objected with which words, and whether that was late."""
    file = queries.case_for(viewer_of(world.cast.director, clock.today()), world.case)
    assert file is not None
    return [(one.person, one.objection, one.late) for one in file.state.objections]


@pytest.mark.article("leerlingen-9")
def test_a_guardian_objects_in_the_own_name(world: World) -> None:
    send(world, "guardian")
    asked = words(browser_of(world.cast.guardian), f"/mijn/{world.case}/bezwaar/b1/")
    assert "Bezwaar maken is: de school laten weten dat u het niet eens bent met dit besluit." in asked
    assert "maandag 4 januari 2027" in asked
    assert "Het bestuur beslist binnen 4 weken en schrijft u waarom." in asked
    page = text_of(lodge(world, world.cast.guardian).content.decode())
    assert "Uw bezwaar is binnen. U hoort van de school." in page
    assert "Bezwaar ontvangen maandag 23 november 2026" in page
    assert "Antwoord uiterlijk maandag 21 december 2026" in page
    assert objections(world) == [(str(world.cast.guardian), WHY, False)]


@pytest.mark.article("leerlingen-9")
def test_pressing_twice_is_one_objection(world: World) -> None:
    send(world, "subject")
    assert lodge(world, world.cast.subject).status_code == 200
    assert lodge(world, world.cast.subject).status_code == 200
    assert len(objections(world)) == 1


@pytest.mark.article("leerlingen-9")
def test_a_day_late_is_taken_in_and_marked_and_told(world: World) -> None:
    send(world, "guardian")
    with time_machine.travel("2027-01-05T08:00:00+00:00", tick=False):
        asked = words(browser_of(world.cast.guardian), f"/mijn/{world.case}/bezwaar/b1/")
        assert "De tijd om bezwaar te maken is voorbij. U kunt het nog wel sturen" in asked
        page = text_of(lodge(world, world.cast.guardian).content.decode())
        assert "Het kwam te laat: het bestuur beslist of het toch meetelt." in page
        assert objections(world) == [(str(world.cast.guardian), WHY, True)]
    with time_machine.travel("2027-01-04T22:00:00+00:00", tick=False):
        assert "voorbij" not in words(browser_of(world.cast.guardian), f"/mijn/{world.case}/")


@pytest.mark.article("leerlingen-9")
def test_who_was_not_told_the_decision_objects_to_nothing(world: World) -> None:
    send(world, "guardian")
    assert lodge(world, world.cast.second_guardian).status_code == 404
    assert lodge(world, world.cast.guardian_without_authority).status_code == 404
    assert objections(world) == []


@pytest.mark.article("leerlingen-9")
def test_an_empty_objection_keeps_the_page(world: World) -> None:
    send(world, "guardian")
    assert lodge(world, world.cast.guardian, account="").status_code == 422
    assert objections(world) == []


@pytest.mark.article("leerlingen-9")
def test_when_somebody_else_objected_meanwhile_both_are_taken_in(world: World) -> None:
    send(world, "guardian")
    send(world, "subject")
    assert lodge(world, world.cast.subject).status_code == 200
    assert lodge(world, world.cast.guardian, account="Ook wij zijn het er niet mee eens.").status_code == 200
    assert {person for person, _words, _late in objections(world)} == {
        str(world.cast.subject),
        str(world.cast.guardian),
    }


@pytest.mark.article("leerlingen-9")
def test_the_answer_stands_with_the_decision(world: World) -> None:
    send(world, "guardian")
    lodge(world, world.cast.guardian)
    later = world.at + timedelta(days=1)
    with time_machine.travel(later, tick=False):
        for kind, said in (
            ("hear-objection", {"decision": "b1", "documents_offered": True, "account": "Gehoord."}),
            ("decide-objection", {"decision": "b1", "outcome": "rejected", "reason": "Het is vastgesteld."}),
        ):
            command = parse_command(kind, said)
            act(world.case, command, seen=queries.version(world.case), by=world.cast.board, at=later)
        page = words(browser_of(world.cast.guardian), f"/mijn/{world.case}/")
    assert "Ongegrond" in page
    assert "Het is vastgesteld." in page


@pytest.mark.article("leerlingen-9")
def test_at_a_denominational_school_a_suspension_leads_to_a_complaint(cast: Cast, denominational: World) -> None:
    send(denominational, "guardian")
    page = words(browser_of(cast.guardian), f"/mijn/{denominational.case}/")
    assert "U kunt een klacht sturen" in page
    assert "Klachtencommissie, Postbus 2, Teststad" in page
    assert browser_of(cast.guardian).get(f"/mijn/{denominational.case}/bezwaar/b1/").status_code == 404
