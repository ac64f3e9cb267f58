"""A removal: proposed, heard, decided by the board and told by letter; the objection on the last day, or a day late."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
import time_machine

from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor, moment
from tests.journeys.removal import DECIDED, FACTS, WHY, begun, paper, removed

HEARD = datetime(2026, 11, 5, 10, 30, tzinfo=UTC)
LAST_EVENING = datetime(2026, 12, 28, 21, 0, tzinfo=UTC)
A_DAY_LATE = datetime(2026, 12, 29, 9, 0, tzinfo=UTC)
HEARING = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
JUDGED = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)

REMOVAL = "Verwijdering van school"
PUPIL, GUARDIANS = "Daan Bakker", ("Marja Bakker", "Henk Bakker")
INTENTION, DECISION = "Voornemen tot verwijdering", "Besluit tot verwijdering"
SAID = "Hij heeft spijt. Wij willen dat hij hier blijft."


@pytest.mark.article("leerlingen-9")
def test_a_removal_from_the_proposal_to_the_letters(
    cast: Cast, hand: Handing, now: time_machine.Traveller, tmp_path: Path
) -> None:
    case = begun(cast, now)
    director = hand(cast.director)
    intend(director, case)
    give_the_intention(director, case, tmp_path)
    now.move_to(HEARD)
    hear(hand(cast.coordinator), case)
    board = hand(cast.board)
    pass_the_last_gates(board, case)
    now.move_to(DECIDED)
    board.signs_in_as(cast.board)
    decide(board, case)
    tell_the_family(board, case, tmp_path)
    tell_the_bodies(board, case, tmp_path)
    read_until_when(hand(cast.guardian))


def intend(director: Visitor, case: UUID) -> None:
    """The director proposes, writes the intention down, and invites each to be heard."""
    director.opens(f"/zaken/{case}/maatregelen/")
    rung = director.part(REMOVAL)
    assert not rung.get_by_role("link", name="Besluiten").count()
    rung.get_by_role("link", name="voorstellen").click()
    director.finds_it_sound()
    director.fills_in({"Waarom deze": WHY})
    director.taps("Bewaren")
    director.opens(f"/zaken/{case}/maatregelen/")
    director.part(REMOVAL).get_by_role("link", name="Voornemen").click()
    director.finds_it_sound()
    director.fills_in({"Wat er gebeurd is": FACTS, "Waarom deze maatregel": WHY})
    director.taps("Bewaren")
    for name in (PUPIL, *GUARDIANS):
        director.opens(f"/zaken/{case}/invite-hearing/")
        director.ticks(name)
        director.fills_in({"Wanneer is het gesprek": moment(days=3), "Waar": "Kamer 1"})
        director.taps("Bewaren")
    director.finds_it_sound()


def give_the_intention(director: Visitor, case: UUID, folder: Path) -> None:
    director.taps("Brieven bij deze zaak")
    director.finds_it_sound()
    director.taps("Maak voor alle 3")
    for name in (PUPIL, *GUARDIANS):
        to_letter(director, case, INTENTION, name)
        director.taps("Brief vaststellen")
        send(director, "Aangetekend", "3SVOOR01")
    to_letter(director, case, INTENTION, "Marja Bakker")
    director.finds_it_sound()
    said = paper(director, folder)
    assert "Marja Bakker Dorpsstraat 1 1234 AB Teststad" in said
    assert "donderdag 5 november 2026 om 10:00 uur" in said
    assert all(part in said for part in (FACTS, WHY, "Reikwijdte 4c", "Inspectie van het Onderwijs", "andere school"))
    assert "Director de Vries directeur" in said


def hear(karin: Visitor, case: UUID) -> None:
    karin.opens(f"/zaken/{case}/")
    karin.taps(f"{PUPIL} horen")
    karin.finds_it_sound()
    karin.ticks("gehoord", "verslag gezien")
    karin.fills_in({"Wat is er gezegd": "Ik had het niet moeten doen."})
    karin.taps("Bewaren")
    for name in GUARDIANS:
        karin.taps(f"Contact met {name}")
        karin.ticks("Telefoon", "Bereikt", "Ook gehoord")
        karin.fills_in({"Wat is er gezegd": SAID})
        karin.taps("Bewaren")
    karin.finds_it_sound()


def pass_the_last_gates(board: Visitor, case: UUID) -> None:
    """What still stands in the way is said; the board consults the Inspectorate and finds another school."""
    board.opens("/")
    board.taps(f"Besluiten over het voorstel: {REMOVAL}")
    board.opens(f"/zaken/{case}/maatregelen/")
    board.part(REMOVAL).locator("summary").click()
    board.reads("nog geen overleg geweest met de Inspectie", "nog geen andere school")
    board.finds_it_sound()
    steps: tuple[tuple[str, dict[str, str | datetime]], ...] = (
        ("Overleg met de Inspectie vastleggen", {"Wat kwam eruit": "Akkoord met de stappen."}),
        ("Andere school vastleggen", {"School": "Het Lyceum", "Bevestigd door": "rector T. Maas"}),
    )
    for step, said in steps:
        board.opens(f"/zaken/{case}/")
        board.unfolds("Wat je verder kunt doen")
        board.taps(step)
        board.finds_it_sound()
        board.fills_in(said)
        board.taps("Bewaren")


def decide(board: Visitor, case: UUID) -> None:
    board.opens(f"/zaken/{case}/maatregelen/")
    board.part(REMOVAL).get_by_role("link", name="Besluiten").click()
    board.finds_it_sound()
    board.fills_in({"Waarom, en waarom niet lichter": WHY})
    board.taps("Bewaren")
    board.reads(*(f"Besluit geven aan {name}: {REMOVAL}" for name in (PUPIL, *GUARDIANS)), "Melden bij de gemeente")
    board.finds_it_sound()


def tell_the_family(board: Visitor, case: UUID, folder: Path) -> None:
    board.taps("Brieven bij deze zaak")
    board.finds_it_sound()
    board.taps("Maak voor alle 3")
    for name in (PUPIL, *GUARDIANS):
        to_letter(board, case, DECISION, name)
        board.taps("Brief vaststellen")
        send(board, "Overhandigd met handtekening", f"getekend door {name}")
    to_letter(board, case, DECISION, "Marja Bakker")
    board.finds_it_sound()
    said = paper(board, folder)
    parts = (FACTS, WHY, "Het Lyceum", "28 december 2026", "Postbus 1, Teststad", "Board de Vries bestuur", "zes weken")
    assert [part for part in parts if part not in said] == [], said


def tell_the_bodies(board: Visitor, case: UUID, folder: Path) -> None:
    """The Inspectorate reads why; the municipality only that and where to."""
    for body, reads, hidden in (("Melding aan de Inspectie", WHY, "Lena"), ("Melding aan de gemeente", "Lyceum", WHY)):
        board.opens(f"/brieven/{case}/")
        board.taps(body)
        board.taps("Brief vaststellen")
        send(board, "Met de post", "kenmerk 2026-17")
        board.finds_it_sound()
        said = paper(board, folder)
        assert reads in said
        assert hidden not in said
    board.opens(f"/zaken/{case}/")
    board.reads("Gemeld bij de Inspectie", "Gemeld bij de gemeente")


def read_until_when(marja: Visitor) -> None:
    marja.opens("/mijn/")
    marja.taps(f"Over {PUPIL}")
    marja.reads("Dit kan tot en met maandag 28 december 2026", "Postbus 1, Teststad", WHY)
    marja.does_not_read("Lena", "Henk Bakker")
    marja.finds_it_sound()


@pytest.mark.article("leerlingen-9")
def test_an_objection_on_the_last_day_waits_for_a_committee_and_is_answered_by_letter(
    cast: Cast, hand: Handing, now: time_machine.Traveller, tmp_path: Path
) -> None:
    case = removed(cast, now)
    now.move_to(LAST_EVENING)
    marja, board = hand(cast.guardian), hand(cast.board)
    object_on_the_page(marja, case)
    now.move_to(HEARING)
    board.signs_in_as(cast.board)
    hear_the_objection(board, case)
    wait_for_the_committee(board, case)
    marja.signs_in_as(cast.guardian)
    marja.opens(f"/mijn/{case}/")
    marja.reads("Eerst oordeelt een commissie.")
    now.move_to(JUDGED)
    board.signs_in_as(cast.board)
    answer(board, case)
    answer_by_letter(board, case, tmp_path)
    marja.signs_in_as(cast.guardian)
    marja.opens(f"/mijn/{case}/")
    marja.reads("Ongegrond", "Beslissing op het bezwaar")
    marja.finds_it_sound()


def object_on_the_page(marja: Visitor, case: UUID) -> None:
    marja.opens(f"/mijn/{case}/")
    marja.reads("uiterlijk vandaag")
    marja.taps("Bezwaar maken")
    marja.taps("Bezwaar versturen")
    marja.reads("Dit veld is verplicht.")
    marja.finds_it_sound()
    marja.fills_in({"Waarom bent u het er niet mee eens?": "Het was één avond."})
    marja.taps("Bezwaar versturen")
    marja.reads("Uw bezwaar is binnen.", "Bezwaar ontvangen maandag 28 december 2026", "uiterlijk 25 jan 2027")
    marja.does_not_read("te laat")
    marja.finds_it_sound()


def hear_the_objection(board: Visitor, case: UUID) -> None:
    """Who was not heard gets no answer yet; who is heard could first read the reports."""
    board.opens(f"/zaken/{case}/decide-objection/")
    board.reads("Wie bezwaar maakte, is nog niet gehoord.")
    board.finds_it_sound()
    board.opens("/")
    board.taps("Horen over het bezwaar")
    board.taps("Horen over het bezwaar")
    board.fills_in({"Wat is er gezegd": "Zij vraagt om een tweede kans."})
    board.taps("Bewaren")
    board.reads("mag eerst het advies en de verslagen zien")
    board.finds_it_sound()
    board.ticks("Stukken aangeboden")
    board.taps("Bewaren")
    board.reads("Beslissen op het bezwaar", "uiterlijk ma 25 jan")


def wait_for_the_committee(board: Visitor, case: UUID) -> None:
    board.unfolds("Wat je verder kunt doen")
    board.taps("Geschil vastleggen")
    board.fills_in({"Ingediend op": moment(days=1).date().isoformat()})
    board.taps("Bewaren")
    board.reads("Deze dag moet nog komen.")
    board.finds_it_sound()
    board.fills_in({"Ingediend op": moment().date().isoformat()})
    board.taps("Bewaren")
    board.reads("Beslissen op het bezwaar, na het oordeel van de geschillencommissie")
    board.opens(f"/zaken/{case}/decide-objection/")
    board.reads("De geschillencommissie heeft nog niet geoordeeld.")
    board.finds_it_sound()


def answer(board: Visitor, case: UUID) -> None:
    """The committee took four weeks; so the answer is due four weeks later than it was."""
    board.opens(f"/zaken/{case}/")
    board.unfolds("Wat je verder kunt doen")
    board.taps("Oordeel van de commissie")
    board.finds_it_sound()
    board.fills_in({"Oordeel van": moment().date().isoformat(), "Oordeel": "De school mocht dit besluiten."})
    board.taps("Bewaren")
    board.reads("uiterlijk ma 22 feb")
    board.taps("Beslissen op het bezwaar")
    board.finds_it_sound()
    board.ticks("Ongegrond")
    board.fills_in({"Waarom": "De reden voor het besluit blijft."})
    board.taps("Bewaren")
    board.reads("De beslissing op het bezwaar geven aan Marja Bakker")
    board.does_not_read("te laat")
    board.finds_it_sound()


def answer_by_letter(board: Visitor, case: UUID, folder: Path) -> None:
    board.opens(f"/brieven/{case}/")
    board.does_not_read("Voornemen")
    board.taps("Maak voor alle 3")
    to_letter(board, case, "Beslissing op het bezwaar", "Marja Bakker")
    board.finds_it_sound()
    board.taps("Brief vaststellen")
    send(board, "Aangetekend", "3SANTW01")
    said = paper(board, folder)
    parts = ("Marja Bakker Dorpsstraat 1", "28 december 2026", "4 januari 2027", "De reden voor het besluit blijft.")
    assert [part for part in parts if part not in said] == [], said


@pytest.mark.article("leerlingen-9")
def test_an_objection_a_day_late_is_taken_in_and_a_person_decides(
    cast: Cast, hand: Handing, now: time_machine.Traveller
) -> None:
    case = removed(cast, now)
    now.move_to(A_DAY_LATE)
    henk, board = hand(cast.second_guardian), hand(cast.board)
    henk.opens(f"/mijn/{case}/")
    henk.reads("De tijd om bezwaar te maken is voorbij. U kunt het nog wel sturen")
    henk.finds_it_sound()
    henk.taps("Bezwaar maken")
    henk.reads("De tijd om bezwaar te maken is voorbij.")
    henk.finds_it_sound()
    henk.fills_in({"Waarom bent u het er niet mee eens?": "Ik las de brief pas gisteren."})
    henk.taps("Bezwaar versturen")
    henk.reads(
        "Het kwam te laat: het bestuur beslist of het toch meetelt.", "Antwoord uiterlijk dinsdag 26 januari 2027"
    )
    henk.finds_it_sound()
    board.opens(f"/zaken/{case}/")
    board.reads("Henk Bakker maakte bezwaar, na de termijn", "Ik las de brief pas gisteren.", "Horen over het bezwaar")
    board.finds_it_sound()


def to_letter(visitor: Visitor, case: UUID, kind: str, name: str) -> None:
    """The letter to somebody, from the list of all letters."""
    visitor.opens(f"/brieven/{case}/")
    visitor.taps(name, within=f"section.card:has(h3:has-text('{kind}'))")


def send(visitor: Visitor, how: str, proof: str) -> None:
    visitor.taps("Brief versturen")
    visitor.ticks(how)
    visitor.fills_in({"Hoe is dat later te bewijzen?": proof})
    visitor.taps("Brief versturen")
    visitor.reads("Verstuurd", proof)
