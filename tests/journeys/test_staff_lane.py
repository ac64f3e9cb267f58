"""From a manager's talk to a reprimand and an appeal, with the person concerned and nobody else (personeel-8)."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from keyzer.kit import clock
from tests.cast import Cast
from tests.journeys import staff_steps as staff
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor, moment

AGREED = {"agreement_source": staff.SOURCE, "defence_days": 14, "appeal_body": "Commissie van beroep",
          "appeal_address": "Postbus 9, Teststad", "appeal_weeks": 6}  # fmt: skip
CONSENT = {"works_council_consent": "2026-09-01"}


@pytest.fixture
def furnished(cast: Cast) -> None:
    """A school that may open a case about staff, and a teacher with an address."""
    staff.furnish(**CONSENT)
    staff.lives_at(cast.teacher)


@pytest.mark.article("personeel-8")
def test_without_the_works_councils_consent_nothing_opens_until_hr_fills_it_in(cast: Cast, hand: Handing) -> None:
    staff.furnish()
    manager, hr = hand(cast.teamleider), hand(cast.hr)
    manager.opens("/zaken/personeel/")
    manager.taps("Zaak over een collega openen")
    manager.reads("Er kan nog geen zaak worden geopend", "HR, de directeur", "bij Instellingen, Instemming van de PMR")
    manager.finds_it_sound()
    hr.opens("/zaken/personeel/openen/")
    hr.finds_it_sound()
    hr.taps("Naar de instemming van de PMR")
    hr.finds_it_sound()
    hr.fills_in({"Dag van de instemming": moment(days=1).date().isoformat(), "Waarmee is ingestemd": ""})
    hr.taps("Bewaren")
    hr.reads("Deze dag moet nog komen.")
    hr.finds_it_sound()
    hr.fills_in({"Dag van de instemming": "2026-09-01", "Waarmee is ingestemd": "De regels voor gedrag online."})
    hr.taps("Bewaren")
    hr.reads("De instellingen zijn opgeslagen.")
    staff.begins(manager, cast.teacher)
    manager.reads("Teamleider de Vries behandelt deze zaak")


@pytest.mark.article("personeel-8")
def test_a_manager_warns_a_teacher_by_letter(cast: Cast, hand: Handing, furnished: None, tmp_path: Path) -> None:
    manager, teacher = hand(cast.teamleider), hand(cast.teacher)
    case = staff.begins(manager, cast.teacher)
    staff.work_up(manager, case, cast.teacher)
    manager.opens(f"{case}maatregelen/")
    manager.finds_it_sound()
    staff.does(manager, case, "decide-measure/?measure=waarschuwing-personeel", {
        "Waarom, en waarom niet lichter": "Het is de eerste keer, en de regel was bekend."})  # fmt: skip
    manager.finds_it_sound()
    letter = staff.makes_letter(manager, case, "Brief over een gesprek of waarschuwing")
    staff.approves(manager, letter)
    staff.sends(manager, letter, "Overhandigd met handtekening", "getekend door de docent")
    manager.reads("getekend door de docent")
    manager.finds_it_sound()
    said = staff.read_paper(manager, letter, tmp_path)
    for part in (staff.name_of(cast.teacher), "Lindelaan 4", staff.FACTS, "Waarschuwing", staff.SAID):
        assert part in said
    assert "beroep" not in said.lower()
    teacher.opens("/")
    teacher.taps("Over u")
    teacher.finds_it_sound()
    teacher.reads("Waarschuwing")


@pytest.mark.article("personeel-8")
def test_a_reprimand_with_defence_and_appeal(
    cast: Cast, hand: Handing, now: time_machine.Traveller, furnished: None, tmp_path: Path
) -> None:
    manager, hr, board, teacher = (hand(who) for who in (cast.teamleider, cast.hr, cast.board, cast.teacher))
    case = staff.worked_up(cast)
    intend(hr, case)
    letter = let_hr_fill_in_what_blocks(board, hr, case)
    staff.approves(board, letter)
    staff.sends(board, letter, "Per e-mail: een link naar de brief")
    board.finds_it_sound()
    assert "14 dagen" in staff.read_paper(board, letter, tmp_path)
    manager.opens(f"{case}maatregelen/")
    manager.part("Schriftelijke berisping").locator("summary").click()
    manager.reads("De tijd voor verweer loopt nog")
    now.shift(timedelta(days=3))
    for visitor, person in ((board, cast.board), (teacher, cast.teacher)):
        visitor.signs_in_as(person)
    defend(teacher)
    reprimand(board)
    decided(board, case, tmp_path)
    for who in (cast.mentor, cast.charlie, cast.coordinator, cast.subject, cast.guardian, cast.safety, cast.fg):
        staff.finds_nothing(who, case, staff.name_of(cast.teacher))
    assert teacher.opens(case) == 404


@pytest.mark.article("personeel-8")
def test_an_appeal_is_taken_in_and_judged(
    cast: Cast, hand: Handing, now: time_machine.Traveller, furnished: None
) -> None:
    staff.furnish(**CONSENT, **AGREED)
    case = staff.reprimanded(cast)
    teacher, hr = hand(cast.teacher), hand(cast.hr)
    see_the_appeal_body(teacher)
    now.shift(timedelta(days=10))
    hr.signs_in_as(cast.hr)
    lodge(hr, case)
    now.shift(timedelta(days=30))
    hr.signs_in_as(cast.hr)
    judge(hr, case)
    teacher.signs_in_as(cast.teacher)
    see_that_it_lapsed(teacher)


def intend(hr: Visitor, case: str) -> None:
    hr.opens(f"{case}maatregelen/")
    hr.finds_it_sound()
    hr.taps("Voornemen", within=hr.part("Schriftelijke berisping"))
    hr.finds_it_sound()
    hr.fills_in(
        {
            "Gegeven op": clock.now(),
            "Wat er gebeurd is": staff.FACTS,
            "Waarom deze maatregel": "De regel was bekend en het was een leerling.",
        }
    )
    hr.taps("Bewaren")
    hr.reads("Bewaard")
    hr.finds_it_sound()


def let_hr_fill_in_what_blocks(board: Visitor, hr: Visitor, case: str) -> str:
    """The letter says that the source in the agreement lacks, and who can fill it in; then it can go."""
    letter = staff.makes_letter(board, case, "Voornemen tot een maatregel")
    board.reads("Deze brief kan nog niet worden vastgesteld", "cao")
    assert board.page.get_by_role("button", name="Brief vaststellen").count() == 0
    hr.opens("/instellingen/cao/")
    hr.finds_it_sound()
    hr.fills_in({"Bron in de cao": staff.SOURCE, "Dagen om te reageren op een schriftelijk voornemen": "14",
                 **staff.APPEAL})  # fmt: skip
    hr.taps("Bewaren")
    staff.does(hr, case, "adopt-settings/", {})
    return letter


def defend(teacher: Visitor) -> None:
    teacher.opens("/")
    teacher.finds_it_sound()
    teacher.taps("Over u")
    teacher.finds_it_sound()
    teacher.reads("Er is nog niets besloten.", "7 dec")
    teacher.taps("Verweer schrijven")
    teacher.finds_it_sound()
    teacher.taps("Verweer versturen")
    teacher.finds_it_sound()
    teacher.fills_in({"Uw verweer": "De leerling vroeg iets over de toets."})
    teacher.taps("Verweer versturen")
    teacher.reads("Uw verweer staat in het dossier.")


def reprimand(board: Visitor) -> None:
    board.opens("/")
    board.finds_it_sound()
    board.taps("Besluiten over het voornemen: Schriftelijke berisping")
    board.reads("De leerling vroeg iets over de toets.")
    board.finds_it_sound()
    board.taps("Maatregelen: bekijken, voorstellen of besluiten")
    board.taps("Besluiten", within=board.part("Schriftelijke berisping"))
    board.fills_in({"Waarom, en waarom niet lichter": "Het verweer neemt het bericht niet weg."})
    board.taps("Bewaren")
    board.reads("Bewaard")


def decided(board: Visitor, case: str, folder: Path) -> None:
    letter = staff.makes_letter(board, case, "Besluit tot een maatregel: Schriftelijke berisping")
    staff.approves(board, letter)
    staff.sends(board, letter, "Aangetekend", "3SABC001")
    said = staff.read_paper(board, letter, folder)
    where = ("Commissie van beroep", "Postbus 9", "6 weken")
    for part in ("Lindelaan 4", staff.FACTS, staff.SOURCE, "1 september", *where):
        assert part in said, part


def see_the_appeal_body(teacher: Visitor) -> None:
    teacher.opens("/mijn/")
    teacher.taps("Over u")
    teacher.finds_it_sound()
    teacher.reads("Commissie van beroep", "Postbus 9", "4 jan 2027")


def lodge(hr: Visitor, case: str) -> None:
    came_in = clock.today().isoformat()
    staff.does(hr, case, "lodge-appeal/", {"Ingediend op": came_in, "Waarom": "Het was één bericht."})


def judge(hr: Visitor, case: str) -> None:
    judged = {"Oordeel van": clock.today().isoformat(), "Wat de commissie schrijft": "Een waarschuwing was genoeg."}
    staff.does(hr, case, "record-appeal-judgment/", judged, "gegrond: het besluit vervalt")
    hr.finds_it_sound()


def see_that_it_lapsed(teacher: Visitor) -> None:
    teacher.opens("/mijn/")
    teacher.taps("Over u")
    teacher.finds_it_sound()
    teacher.reads("Een waarschuwing was genoeg.")
    teacher.does_not_read("in beroep gaan")


@pytest.mark.article("personeel-8")
def test_an_order_suspension_is_no_punishment(cast: Cast, hand: Handing, furnished: None, tmp_path: Path) -> None:
    staff.furnish(**CONSENT, agreement_source=staff.SOURCE)
    manager, director = hand(cast.teamleider), hand(cast.director)
    case = staff.begins(manager, cast.teacher)
    staff.hears(manager, case, cast.teacher)
    director.opens(f"{case}maatregelen/")
    rung = director.part("Schorsing als ordemaatregel")
    rung.locator("summary").click()
    director.reads("Personeelszaken vult eerst in hoe lang een ordemaatregel hoogstens duurt.")
    staff.furnish(**CONSENT, agreement_source=staff.SOURCE, order_suspension_weeks=4)
    staff.does(hand(cast.hr), case, "adopt-settings/", {})
    order = f"{case}decide-measure/?measure=ordeschorsing"
    why: staff.Said = {
        "Waarom, en waarom niet lichter": "Voor de rust, zolang wij het uitzoeken.",
        "Begint": moment(hours=1),
    }
    director.opens(order)
    director.fills_in({**why, "Eindigt": moment(days=60)})
    director.taps("Bewaren")
    director.reads("Dit duurt hoogstens 28 dagen.")
    director.finds_it_sound()
    director.fills_in({"Eindigt": moment(days=20)})
    director.taps("Bewaren")
    director.reads("Bewaard")
    director.finds_it_sound()
