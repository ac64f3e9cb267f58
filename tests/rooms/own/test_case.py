"""The page of the own case: where it stands, what comes next, and only what this reader was told."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine

from keyzer.ledger.queries import access_to
from tests.cast import browser_of
from tests.rooms.cases.world import do
from tests.rooms.letters.world import FACTS, REASON, SAID, World
from tests.rooms.own.world import send, words

AGREED: dict[str, Any] = {"subject_agrees": True, "other_agrees": True}


def read(world: World, person: UUID) -> str:
    return words(browser_of(person), f"/mijn/{world.case}/")


@pytest.mark.article("leerlingen-9")
def test_before_the_decision_is_told_nobody_concerned_reads_it(world: World) -> None:
    for person in (world.cast.subject, world.cast.guardian, world.cast.second_guardian):
        page = read(world, person)
        assert "De school zoekt uit wat er is gebeurd. Er is nog niets besloten." in page
        assert FACTS in page
        assert REASON not in page
        assert "chorsing" not in page


@pytest.mark.article("leerlingen-9")
def test_a_pupil_reads_je_and_a_guardian_u(world: World) -> None:
    send(world, "subject")
    send(world, "guardian")
    pupil, guardian = read(world, world.cast.subject), read(world, world.cast.guardian)
    assert "Over jou" in pupil
    assert "Hier lees je wat, waarom, en wat je kunt doen." in pupil
    assert "Over Daan Bakker" in guardian
    assert "Hier leest u wat, waarom, en wat u kunt doen." in guardian
    assert " je " not in guardian.partition("Wat er besproken is")[0]
    for page in (pupil, guardian):
        assert REASON in page
        assert "Bezwaar maken kan tegen: Schorsing" in page
        assert "4 januari 2027" in page


@pytest.mark.article("leerlingen-9")
def test_each_reads_what_was_said_with_them_and_no_more(world: World) -> None:
    pupil, guardian = read(world, world.cast.subject), read(world, world.cast.guardian)
    assert SAID in pupil
    assert SAID not in guardian
    assert "De school sprak met u: telefoon" in guardian
    assert "telefoon" not in pupil


@pytest.mark.article("leerlingen-9")
def test_nobody_else_is_named_to_a_family(world: World) -> None:
    send(world, "guardian")
    page = read(world, world.cast.guardian)
    for other in ("Lena", "Visser", "Sem Smit", "Henk Bakker"):
        assert other not in page


@pytest.mark.article("leerlingen-9")
def test_a_talk_lies_ahead_until_it_was(world: World) -> None:
    planned = world.at + timedelta(days=1)
    do(world.cast, world.case, "invite-hearing", world.at, person=str(world.cast.guardian), planned_at=planned,
       place="Kamer 4")  # fmt: skip
    page = read(world, world.cast.guardian)
    assert "Een gesprek Kamer 4. U mag iemand meenemen." in page
    with time_machine.travel(planned + timedelta(hours=1), tick=False):
        assert "U was uitgenodigd voor een gesprek" in read(world, world.cast.guardian)


@pytest.mark.article("reikwijdte-4e")
def test_an_agreement_to_leave_somebody_alone_names_nobody(world: World) -> None:
    until = world.at.date() + timedelta(days=30)
    terms = "Geen berichten, ook niet via anderen."
    said: dict[str, Any] = {"person": str(world.cast.reporter), "until": until, "terms": terms} | AGREED
    do(world.cast, world.case, "agree-stop-contact", world.at, **said)
    page = read(world, world.cast.guardian)
    assert terms in page
    assert "Lena" not in page


@pytest.mark.article("leerlingen-9")
def test_a_pupil_who_turned_18_reads_alone(world: World) -> None:
    with time_machine.travel("2031-01-20T10:00:00+00:00", tick=False):
        assert browser_of(world.cast.guardian).get(f"/mijn/{world.case}/").status_code == 404
        assert FACTS in read(world, world.cast.subject)


@pytest.mark.parametrize("who", ["guardian_without_authority", "reporter", "reporters_guardian", "coordinator"])
def test_for_others_it_is_not_there(world: World, who: str) -> None:
    browser = browser_of(getattr(world.cast, who))
    for address in ("", "verklaring/", "bezwaar/b1/", "verweer/berisping/"):
        assert browser.get(f"/mijn/{world.case}/{address}").status_code == 404
    assert str(world.case) not in browser.get("/mijn/").content.decode()
    assert {trace.outcome for trace in access_to("own-case", str(world.case))} == {"refused"}


def test_the_list_leads_to_it(world: World) -> None:
    assert f"/mijn/{world.case}/" in browser_of(world.cast.guardian).get("/mijn/").content.decode()
    assert "Hier staat niets" in words(browser_of(world.cast.third_year), "/mijn/")


@pytest.mark.article("leerlingen-3")
def test_the_same_view_sent_twice_stands_once(world: World) -> None:
    browser = browser_of(world.cast.guardian)
    said = {"seen_version": "1", "account": "Thuis vertelde hij iets anders."}
    for _sent in range(2):
        assert browser.post(f"/mijn/{world.case}/verklaring/", said).status_code == 302
    assert read(world, world.cast.guardian).count(said["account"]) == 1
    assert said["account"] not in read(world, world.cast.subject)
    assert browser.post(f"/mijn/{world.case}/verklaring/", {**said, "account": " "}).status_code == 422


@pytest.mark.article("leerlingen-5")
def test_what_was_agreed_lies_ahead(world: World) -> None:
    day = world.at + timedelta(days=3)
    other: dict[str, Any] = {
        "person": str(world.cast.reporter),
        "mediator": "Meneer De Wit",
        "planned_at": day,
        **AGREED,
    }
    do(world.cast, world.case, "plan-mediation", world.at, **other)
    put_right: dict[str, Any] = {"terms": "Daan haalt de foto weg.", "due_on": day.date(), "subject_agrees": True}
    do(world.cast, world.case, "agree-repair", world.at, **put_right)
    planned: dict[str, Any] = {
        "person": str(world.cast.subject),
        "planned_on": day.date(),
        "purpose": "Alleen voor school.",
    }
    do(world.cast, world.case, "plan-aftercare", world.at, **planned)
    page = read(world, world.cast.subject)
    assert "Een gesprek met de ander, omdat beiden dat willen" in page
    assert "Daan haalt de foto weg." in page
    assert "De school vraagt hoe het nu gaat" in page
    assert "Lena" not in page
    assert "Voor school." not in page
