"""From what the board came to know to a dismissal on the spot: each step with its time (personeel-8; BW 7:677)."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from keyzer.kit import clock
from tests.cast import Cast
from tests.journeys import staff_steps as staff
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor, moment

URGENT = "Na twee gesprekken ging het door. Een dag langer samenwerken kan niet van de school worden gevraagd."
DISMISSAL = "Ontslag op staande voet"
LETTER = DISMISSAL


@pytest.mark.article("personeel-8")
def test_a_summary_dismissal_bears_no_delay(
    cast: Cast, hand: Handing, now: time_machine.Traveller, tmp_path: Path
) -> None:
    staff.furnish(works_council_consent="2026-09-01", agreement_source=staff.SOURCE)
    staff.lives_at(cast.teacher)
    director, board, teacher = hand(cast.director), hand(cast.board), hand(cast.teacher)
    case = staff.worked_up(cast, grade="zeer-ernstig")
    start_the_stopwatch(director, case, cast)
    board.opens("/")
    board.finds_it_sound()
    board.reads("Meteen besluiten: wie mag besluiten, weet ervan sinds")
    look_into_it(director, case, now)
    try_without_a_lawyer(board, case)
    give_reason_and_take_advice(director, case)
    dismiss(board, case)
    letter = freeze(board, case)
    give_provably(board, letter)
    said = staff.read_paper(board, letter, tmp_path)
    for part in (staff.name_of(cast.teacher), "Lindelaan 4", staff.FACTS, URGENT, "kantonrechter", "25 januari 2027"):
        assert part in said, part
    teacher.opens("/")
    teacher.taps("Over u")
    teacher.finds_it_sound()
    teacher.reads(DISMISSAL, "U kunt naar de rechter", "kantonrechter", "25 januari 2027")
    teacher.does_not_read("in beroep")
    board.opens(case)
    board.finds_it_sound()
    board.reads("De tijd om naar de kantonrechter te gaan afwachten")
    for who in (cast.coordinator, cast.charlie, cast.guardian, cast.safety):
        staff.finds_nothing(who, case, staff.name_of(cast.teacher))


def start_the_stopwatch(director: Visitor, case: str, cast: Cast) -> None:
    """When who may decide came to know; not what is still to come."""
    known: staff.Said = {"Wist het sinds": moment(days=1), "Wat werd bekend": "De berichten gingen door."}
    director.opens(f"{case}record-knowledge/")
    director.fills_in(known)
    director.ticks(staff.name_of(cast.board))
    director.taps("Bewaren")
    director.reads("Dit moment moet nog komen.")
    director.finds_it_sound()
    director.fills_in({"Wist het sinds": moment(minutes=-30)})
    director.taps("Bewaren")
    director.reads("Bewaard", "Meteen besluiten")
    director.finds_it_sound()


def look_into_it(director: Visitor, case: str, now: time_machine.Traveller) -> None:
    for step in ("De berichten zijn bewaard en vergeleken.", "Met de leerling en de ouders is gesproken."):
        now.shift(timedelta(minutes=40))
        done: staff.Said = {"Wanneer": clock.now(), "Door wie": "de directeur", "Wat is onderzocht": step}
        staff.does(director, case, "log-investigation-step/", done)
    director.finds_it_sound()


def try_without_a_lawyer(board: Visitor, case: str) -> None:
    board.opens(f"{case}maatregelen/")
    rung = board.part(DISMISSAL)
    rung.locator("summary").click()
    board.reads("Vraag eerst juridisch advies.", "Leg eerst op schrift vast waarom het niet kan wachten")
    board.finds_it_sound()
    assert rung.get_by_role("link", name="Besluiten").count() == 0


def give_reason_and_take_advice(director: Visitor, case: str) -> None:
    staff.does(director, case, "claim-urgency/", {"Waarom het niet kan wachten": URGENT})
    advice = {"Adviseur": "mr. A. Jurist", "Advies": "De reden is dringend. Besluit vandaag nog."}
    staff.does(director, case, "record-legal-advice/", advice)
    director.finds_it_sound()


def dismiss(board: Visitor, case: str) -> None:
    board.opens("/")
    board.taps("Meteen besluiten")
    board.taps("Meteen besluiten")
    board.taps("Besluiten", within=board.part(DISMISSAL))
    board.finds_it_sound()
    board.fills_in({"Waarom, en waarom niet lichter": "Een lichtere maatregel hielp twee keer niet."})
    board.taps("Bewaren")
    board.reads("Bewaard")
    board.finds_it_sound()


def freeze(board: Visitor, case: str) -> str:
    letter = staff.makes_letter(board, case, LETTER)
    staff.approves(board, letter)
    board.finds_it_sound()
    return letter


def give_provably(board: Visitor, letter: str) -> None:
    """By e-mail it is refused; handed over it asks who signed."""
    staff.sends(board, letter, "Per e-mail: een link naar de brief")
    board.reads("Geef deze brief aangetekend of tegen een handtekening.")
    board.finds_it_sound()
    staff.sends(board, letter, "Overhandigd met handtekening")
    board.reads("Vul het nummer in, of wie ervoor heeft getekend.")
    staff.sends(board, letter, "Overhandigd met handtekening", "T. de Vries tekende om 11:40")
    board.reads("Verstuurd", "T. de Vries tekende om 11:40")
    board.finds_it_sound()
