"""Signing as people do it: a pupil on a phone, two guardians of one child, a volunteer by a mailed link."""

import pytest

from keyzer.acknowledgements import actions, queries
from keyzer.acknowledgements.actions import Asked, How, ListedRow, answering
from keyzer.kit import clock
from keyzer.people.models import RoleHeld
from keyzer.protocol import Audience, Role
from tests.cast import SINCE, Cast
from tests.journeys.conftest import Handing
from tests.rooms.acknowledgements.big_school import PUPILS, big_id, enter_big_school
from tests.rooms.acknowledgements.pages import EDITION

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.article("reikwijdte-1")
@pytest.mark.article("reikwijdte-2")
def test_a_pupil_signs_on_a_phone(hand: Handing, cast: Cast) -> None:
    pupil = hand(cast.subject, scripts=False)
    pupil.opens("/")
    pupil.taps("Het protocol: nog te tekenen")
    pupil.reads("Dit zijn de afspraken die voor jou gelden")
    pupil.taps("Ik teken")
    pupil.reads("Bedankt, de handtekening is vastgelegd", "Je hoeft niets meer te doen")
    pupil.taps("Voor jezelf")
    pupil.reads("Bewijs van ondertekening", "Daan Bakker", "Zegel van de tekst")
    pupil.taps("Handtekening intrekken")
    pupil.taps("Handtekening intrekken")
    pupil.reads("De handtekening is ingetrokken", "Ik teken")


@pytest.mark.article("leerlingen-8")
def test_a_pupil_has_an_article_explained(hand: Handing, cast: Cast) -> None:
    pupil = hand(cast.subject)
    pupil.opens("/tekenen/")
    pupil.finds_it_sound()
    pupil.unfolds("Telefoon")
    pupil.goes_through(pupil.page.get_by_role("link", name="Leg mij dit uit").locator("visible=true").first)
    assert "/melden/nieuw/twijfel/" in pupil.path
    assert "Ik heb een vraag over" in pupil.page.locator("textarea").first.input_value()


@pytest.mark.article("reikwijdte-1")
def test_two_guardians_of_one_child_each_answer(hand: Handing, cast: Cast) -> None:
    one = hand(cast.guardian)
    one.opens("/tekenen/")
    one.reads("Voor wie?", "Voor Daan Bakker")
    one.taps("Ik teken")
    one.finds_it_sound()
    other = hand(cast.second_guardian)
    other.opens("/tekenen/")
    other.taps("Ik teken niet")
    other.reads("Dat mag", "Iemand van school praat er met u over")
    other.fills_in({"Waarom niet?": "Wat over foto's staat, gaat mij te ver."})
    other.finds_it_sound()
    other.taps("Ik teken niet")
    other.reads("We hebben opgeschreven dat u niet tekent", "Tekent niet")
    found = {line.asked.signer: line.state for line in _asked(cast)}
    assert found == {cast.guardian: actions.State.SIGNED, cast.second_guardian: actions.State.REFUSED}

    director = hand(cast.director)
    director.opens("/tekenen/stand/")
    director.taps("tekenen niet")
    director.reads("Wat over foto's staat, gaat mij te ver.", "Niet tekenen is geen overtreding")
    director.finds_it_sound()
    director.taps("Vastleggen wat de school besloot")
    director.reads("er kan geen maatregel uit volgen")
    director.finds_it_sound()
    director.ticks("Er komt een gesprek over.", "Het bezwaar gaat naar wie de volgende versie schrijft.")
    director.fills_in({"In eigen woorden": "Daan doet gewoon mee met alles."})
    director.taps("Besluit vastleggen")
    director.reads("Het besluit is vastgelegd", "Besloten op", "Daan doet gewoon mee met alles.")
    director.finds_it_sound()
    director.opens("/tekenen/stand/")
    director.reads("over 1 besloten")

    other.opens("/tekenen/")
    other.reads("Wat de school besloot", "Daan doet gewoon mee met alles.", "er volgt geen maatregel uit")
    other.finds_it_sound()
    other.taps("Voor Daan Bakker")
    other.reads("Kies ‘Afdrukken’ in het menu van de browser", "Daan doet gewoon mee met alles.")
    other.finds_it_sound()
    other.page.emulate_media(media="print")
    assert "Afdrukken" not in other.page.locator("main").inner_text()


@pytest.mark.article("reikwijdte-1")
def test_a_volunteer_signs_by_a_mailed_link(hand: Handing, cast: Cast) -> None:
    RoleHeld.objects.create(person_id=cast.stranger, role=Role.VRIJWILLIGER, since=SINCE)
    link = answering.make_link(cast.stranger, at=clock.now())
    visitor = hand()
    visitor.opens(link)
    visitor.finds_it_sound()
    visitor.taps("Ik teken")
    visitor.reads("U hoeft niets meer te doen")
    visitor.finds_it_sound()
    later = hand()
    assert later.opens(link) == 410
    later.reads("Deze link is al gebruikt")
    later.finds_it_sound()
    assert later.opens(f"{link[:-4]}xyz/") == 404
    later.finds_it_sound()


@pytest.mark.article("reikwijdte-1")
def test_a_school_of_1200_pupils_fits_the_screen_of_a_phone(hand: Handing, cast: Cast) -> None:
    enter_big_school()
    listed = [
        ListedRow(Asked(one, one, Audience.LEERLING), EDITION, "nl", clock.now())
        for one in (big_id("pupil", number) for number in range(0, PUPILS, 2))
    ]
    actions.record_many(listed, how=How.IMPORT, by=None, at=clock.now())
    director = hand(cast.director)
    director.opens("/tekenen/stand/")
    director.finds_it_sound()
    last = director.page.locator(".seat").last.bounding_box()
    assert last is not None
    assert last["y"] + last["height"] <= 844
    director.taps("6h")
    director.reads("Klas 6h", "Herinner hen met een e-mail")
    director.taps("Herinner hen met een e-mail")
    director.reads("Geen e-mailadres bekend van")
    director.finds_it_sound()


def _asked(cast: Cast) -> list[queries.AskedLine]:
    """What the two guardians were asked for the child."""
    today = clock.today()
    lines = [line for person in (cast.guardian, cast.second_guardian) for line in queries.asked_of(person, today)]
    return [line for line in lines if line.asked.on_behalf_of == cast.subject]
