"""An objection to a removal: on the last day, a holiday having moved it, or a day late."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
import time_machine

from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor, moment
from tests.journeys.removal import paper, removed, send, to_letter

LAST_EVENING = datetime(2026, 12, 28, 21, 0, tzinfo=UTC)
A_DAY_LATE = datetime(2026, 12, 29, 9, 0, tzinfo=UTC)
HEARING = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
JUDGED = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)


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
    assert "Voornemen" not in board.part("Nu te doen").inner_text()
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
