"""Pictures: a parent of two children chooses and withdraws on a phone, a pupil of sixteen decides, a teacher looks."""

from datetime import date

import pytest

from keyzer.people.models import Guardianship, Person
from tests.cast import SINCE, TODAY, Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor
from tests.rooms.permits.world import ring

SITE = "Website van school"


@pytest.mark.article("leerlingen-6", "reikwijdte-4")
def test_who_may_be_in_the_picture(hand: Handing, cast: Cast) -> None:
    ring(cast)
    Guardianship.objects.create(guardian_id=cast.reporters_guardian, child_id=cast.bystander, since=SINCE)
    Person.objects.filter(id=cast.third_year).update(born=date(TODAY.year - 16, 5, 5))
    parent, teacher = hand(cast.reporters_guardian), hand(cast.teacher, scripts=False)
    choose_for_two_children(parent)
    look_who_may(teacher, "Lena Visser", is_shown=True)
    write_down_a_picture(teacher)
    withdraw_in_one_tap(parent)
    look_who_may(teacher, "Lena Visser", is_shown=False)
    take_it_down(teacher)
    decide_at_sixteen(hand(cast.third_year))


def choose_for_two_children(parent: Visitor) -> None:
    parent.opens("/")
    parent.reads("Beelden van Lena Visser", "Beelden van Sem Smit", "6 keuzes te maken")
    parent.taps("Beelden van Lena Visser")
    parent.finds_it_sound()
    parent.ticks("Ja", of=SITE)
    parent.ticks("Nee", of="Krant, radio en televisie")
    parent.taps("Keuzes bewaren")
    parent.reads("Dit is bewaard", "mag niet")
    parent.finds_it_sound()
    parent.opens("/beeld/")
    parent.reads("4 keuzes te maken")
    parent.finds_it_sound()
    parent.taps("Beelden van Sem Smit")
    parent.ticks("Nee", of=SITE)
    parent.taps("Keuzes bewaren")


def look_who_may(teacher: Visitor, name: str, *, is_shown: bool) -> None:
    """Without scripts too."""
    teacher.opens("/beeld/klas/")
    teacher.taps("Klas 2A")
    part = "Mag in beeld" if is_shown else "Niet in beeld"
    assert name in teacher.page.locator("section").filter(has_text=part).inner_text()


def write_down_a_picture(teacher: Visitor) -> None:
    teacher.taps("Een geplaatst beeld opschrijven")
    teacher.fills_in({"Waar staat het?": "Website, sportdag"})
    teacher.ticks(SITE, "Lena Visser")
    teacher.taps("Bewaren")
    teacher.reads("Website, sportdag", "te zien")


def withdraw_in_one_tap(parent: Visitor) -> None:
    parent.opens("/beeld/")
    parent.taps("Beelden van Lena Visser")
    parent.reads("Website, sportdag", "te zien")
    parent.taps("Toestemming intrekken")
    parent.reads("mag niet", "wordt weggehaald")
    parent.finds_it_sound()


def take_it_down(teacher: Visitor) -> None:
    teacher.opens("/")
    teacher.reads("Haal weg: Website, sportdag")
    teacher.taps("Haal weg: Website, sportdag")
    teacher.reads("Er is geen toestemming meer voor Lena Visser")
    teacher.taps("Het staat er niet meer")
    teacher.reads("weggehaald")


def decide_at_sixteen(pupil: Visitor) -> None:
    pupil.opens("/beeld/")
    pupil.taps("Beelden van jezelf")
    pupil.ticks("Ja", of=SITE)
    pupil.taps("Keuzes bewaren")
    pupil.reads("mag", "Toestemming intrekken")
