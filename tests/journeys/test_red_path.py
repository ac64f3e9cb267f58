"""From a teacher's suspicion to the police: the way to the board alone, on a phone (personeel-9; WVO 2020, 3.39)."""

from datetime import datetime
from uuid import UUID

import pytest

from keyzer.kit import clock
from keyzer.people.actions import enter
from keyzer.people.models import Person
from keyzer.people.roster import NewRole, Roster
from keyzer.protocol import Role
from tests.cast import SINCE, Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor
from tests.journeys.staff_steps import finds_nothing, name_of

STORY = "Een leerling vertelde over berichten die niet kunnen. Kornoelje."


def looks_up(visitor: Visitor, sought: str, person: UUID) -> None:
    visitor.page.locator("#search").fill(sought)
    visitor.taps("Zoeken")
    visitor.finds_it_sound()
    visitor.taps(f"Voeg {name_of(person)}")


def has_no_place_for_files(visitor: Visitor) -> None:
    assert visitor.page.locator("input[type=file]").count() == 0, visitor.path


def tells(visitor: Visitor, cast: Cast) -> str:
    """A teacher tells the board; answers where the receipt stands. Nowhere is there a place for a picture."""
    visitor.opens("/melden/")
    visitor.finds_it_sound()
    visitor.taps("Aan het bestuur vertellen")
    visitor.finds_it_sound()
    visitor.taps("Naar het bestuur sturen")
    visitor.reads("Schrijf op wat je hebt gezien of gehoord.", "Zoek op over wie het gaat")
    visitor.finds_it_sound()
    visitor.fills_in({"Wat heb je gezien of gehoord?": STORY})
    looks_up(visitor, "Mentor", cast.mentor)
    looks_up(visitor, "Noor", cast.affected)
    visitor.reads("De persoon over wie het gaat", "De leerling met wie het gebeurd kan zijn")
    has_no_place_for_files(visitor)
    visitor.taps("Naar het bestuur sturen")
    visitor.reads("Het bestuur heeft je melding", "nog niet", "Vertrouwensinspecteur")
    visitor.finds_it_sound()
    return visitor.path


def does(board: Visitor, case: str, command: str, said: dict[str, str | datetime], ticks: str = "") -> None:
    board.opens(f"{case}{command}/")
    board.finds_it_sound()
    has_no_place_for_files(board)
    board.fills_in(said)
    if ticks:
        board.ticks(ticks)
    board.taps("Bewaren")


@pytest.mark.article("personeel-9")
def test_a_suspicion_goes_to_the_board_alone_and_by_its_steps_to_the_police(cast: Cast, hand: Handing) -> None:
    Person.objects.filter(id=cast.board).update(email="bestuur@dekeyzer.example")
    teacher, board = hand(cast.teacher), hand(cast.board)
    receipt = tells(teacher, cast)
    board.opens("/")
    board.reads("Overleggen met de vertrouwensinspecteur")
    board.does_not_read("te laat")
    board.opens("/zaken/personeel/")
    board.finds_it_sound()
    board.taps(name_of(cast.mentor))
    board.reads("Overleggen met de vertrouwensinspecteur", STORY)
    board.finds_it_sound()
    case = board.path
    teacher.opens(receipt)
    teacher.reads("Gelezen door het bestuur", "ja")
    does(board, case, "consult-confidential-inspector", {"Wanneer": clock.now(), "Advies": "Doe aangifte."})
    does(board, case, "judge-suspicion", {"Waarom": "De berichten zijn duidelijk."}, ticks="Redelijk vermoeden")
    board.reads("De ouders en de persoon over wie het gaat inlichten")
    board.finds_it_sound()
    sealed_from(cast, case, cast.mentor, cast.director, cast.hr, cast.coordinator, cast.teamleider, cast.safety)
    tell_and_report(board, case, cast)
    named = hand(cast.mentor)
    named.opens("/")
    named.does_not_read("Kornoelje", STORY)
    assert named.opens(case) == 404


def sealed_from(cast: Cast, case: str, *others: UUID) -> None:
    """For everybody but the board there is no such case; the named person has nothing on the own page either."""
    for person in others:
        finds_nothing(person, case, name_of(cast.mentor))


def tell_and_report(board: Visitor, case: str, cast: Cast) -> None:
    """No police before the parents and the person heard it; after the police the inspector hears it again."""
    board.opens(f"{case}report-offence-to-police/")
    board.reads("Vertel het eerst aan de ouders en aan de persoon over wie het gaat.")
    board.finds_it_sound()
    for who in (name_of(cast.mentor), f"de ouders van {name_of(cast.affected)}"):
        does(board, case, "inform-before-report", {"Wanneer": clock.now()}, ticks=who)
    board.reads("Aangifte doen")
    does(board, case, "report-offence-to-police", {"Nummer van de politie": "PL0900-2026-220"})
    board.reads("De vertrouwensinspecteur inlichten")
    does(board, case, "inform-confidential-inspector", {"Wanneer": clock.now()})
    board.reads("PL0900-2026-220")
    board.finds_it_sound()


@pytest.mark.article("personeel-9")
def test_about_somebody_of_the_board_the_other_one_hears_it(cast: Cast, hand: Handing) -> None:
    enter(Roster(roles=(NewRole(cast.stranger, Role.BESTUUR, SINCE),)), by=None, at=clock.now())
    Person.objects.filter(id=cast.stranger).update(email="ander@dekeyzer.example")
    teacher, other = hand(cast.teacher), hand(cast.stranger)
    teacher.opens("/melden/bestuur/")
    teacher.fills_in({"Wat heb je gezien of gehoord?": STORY})
    looks_up(teacher, "Board", cast.board)
    teacher.taps("Naar het bestuur sturen")
    teacher.reads("Het bestuur heeft je melding")
    other.opens("/")
    other.finds_it_sound()
    other.reads("Overleggen met de vertrouwensinspecteur", "vandaag")
    other.taps("Overleggen met de vertrouwensinspecteur")
    other.reads(name_of(cast.board), STORY)
    other.finds_it_sound()
    for person in (cast.board, cast.director, cast.coordinator):
        finds_nothing(person, other.path, name_of(cast.board))


def test_when_nobody_of_the_board_is_left_the_words_stay(cast: Cast, hand: Handing) -> None:
    teacher = hand(cast.teacher, scripts=False)
    teacher.opens("/melden/bestuur/")
    teacher.fills_in({"Wat heb je gezien of gehoord?": STORY})
    teacher.page.locator("#search").fill("Board")
    teacher.taps("Zoeken")
    teacher.taps(f"Voeg {name_of(cast.board)}")
    teacher.taps("Naar het bestuur sturen")
    teacher.reads("Niemand van het bestuur kan dit op zich nemen", "0900-111 3 111")
    assert teacher.page.get_by_label("Wat heb je gezien of gehoord?").input_value() == STORY


@pytest.mark.article("personeel-8")
def test_hr_fills_in_the_settings_and_opens_a_case_about_a_colleague(cast: Cast, hand: Handing) -> None:
    hr = hand(cast.hr)
    hr.opens("/instellingen/")
    hr.finds_it_sound()
    hr.goes_through(hr.page.locator("#cao").get_by_role("link").last)
    hr.finds_it_sound()
    hr.fills_in({"Bron in de cao": "cao, artikel 1", "Dagen om te reageren op een schriftelijk voornemen": "14"})
    hr.taps("Bewaren")
    hr.reads("De instellingen zijn opgeslagen.", "Wie wat heeft gewijzigd", "cao, artikel 1")
    hr.finds_it_sound()
    hr.opens("/zaken/personeel/")
    hr.taps("Zaak over een collega openen")
    hr.fills_in({"Naam van de collega": "Teacher"})
    hr.taps("Zoeken")
    hr.finds_it_sound()
    hr.ticks(name_of(cast.teacher))
    hr.fills_in({"Wat is er gebeurd?": "Een rooster met namen stond online."})
    hr.taps("Zaak openen")
    hr.reads(name_of(cast.teacher), f"{name_of(cast.teamleider)} behandelt deze zaak")
    hr.finds_it_sound()


def test_the_same_pages_in_english(cast: Cast, hand: Handing) -> None:
    director = hand(cast.director, language="en-GB")
    for path in ("/instellingen/", "/instellingen/cao/", "/instellingen/schooldagen/", "/zaken/personeel/",
                 "/zaken/personeel/openen/?q=Teacher", "/melden/bestuur/"):  # fmt: skip
        assert director.opens(path) == 200
        director.finds_it_sound()
