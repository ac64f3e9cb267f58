"""Phones in a lesson: leave with two taps, taken back, checked in the corridor, and agreed on for longer."""

import pytest

from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor
from tests.rooms.permits.world import ring


@pytest.mark.article("leerlingen-7", "reikwijdte-2")
def test_a_phone_in_a_lesson(hand: Handing, cast: Cast) -> None:
    ring(cast)
    teacher, colleague = hand(cast.teacher), hand(cast.hr, scripts=False)
    give_with_two_taps(teacher)
    check_in_the_corridor(colleague, "Ja, tot 10:30")
    take_it_back(teacher)
    check_in_the_corridor(colleague, "Nee, nu niet")
    be_refused_in_a_lesson_of_another(hand(cast.charlie))
    agree_for_longer(hand(cast.zorgcoordinator))
    see_that_it_is_allowed(hand(cast.reporter), colleague)


def give_with_two_taps(teacher: Visitor) -> None:
    teacher.opens("/")
    teacher.reads("Telefoon in de les", "Nu: 2A, tot 10:30", "Lokaal 114")
    teacher.finds_it_sound()
    teacher.taps("Telefoon mag")
    teacher.reads("De hele klas, op de telefoon, voor de opdracht, tot de bel van 10:30")
    teacher.unfolds("Iets anders kiezen")
    teacher.finds_it_sound()
    teacher.taps("Toestemming geven")
    teacher.reads("De toestemming is gegeven", "2A mag, tot 10:30", "de hele klas, telefoon, voor de opdracht")
    teacher.finds_it_sound()


def take_it_back(teacher: Visitor) -> None:
    teacher.opens("/")
    teacher.taps("Intrekken")
    teacher.reads("De toestemming is ingetrokken")


def check_in_the_corridor(colleague: Visitor, answer: str) -> None:
    """Without scripts too: one box, one answer."""
    colleague.opens("/telefoon/nakijken/")
    colleague.page.get_by_label("Naam, nummer of klas").fill("Lena")
    colleague.taps("Zoeken")
    colleague.reads("Lena Visser", answer)


def be_refused_in_a_lesson_of_another(charlie: Visitor) -> None:
    charlie.opens("/telefoon/")
    charlie.page.get_by_label("Klas", exact=True).select_option(label="2A")
    charlie.page.get_by_label("Uur", exact=True).select_option(label="Vandaag, 9:40 tot 10:30")
    charlie.taps("Verder")
    charlie.taps("Toestemming geven")
    charlie.reads("In het rooster staat een andere docent voor deze les")
    charlie.finds_it_sound()


def agree_for_longer(care: Visitor) -> None:
    care.opens("/telefoon/afspraken/")
    care.page.get_by_label("Naam, nummer of klas").fill("Lena")
    care.taps("Zoeken")
    care.finds_it_sound()
    care.taps("Lena Visser")
    care.reads("Schrijf niet op waarom")
    care.finds_it_sound()
    care.taps("Afspreken")
    care.reads("Dit is afgesproken", "Lena Visser", "telefoon")
    care.finds_it_sound()


def see_that_it_is_allowed(pupil: Visitor, colleague: Visitor) -> None:
    pupil.opens("/")
    pupil.reads("Mag mijn telefoon nu?", "Ja, tot 10:30", "Je hebt een vaste afspraak")
    pupil.finds_it_sound()
    check_in_the_corridor(colleague, "Ja, tot 10:30")
    colleague.reads("Voor deze leerling mag het")
    colleague.does_not_read("vaste afspraak")
