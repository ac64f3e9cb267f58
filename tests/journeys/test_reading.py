"""What can be read: "Mag dit?" as a pupil and as staff, and the protocol as pages."""

import pytest

from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import DESK, Visitor


def answered(visitor: Visitor, *taps: str) -> None:
    """Tap through the questions from the first screen of "Mag dit?"."""
    visitor.opens("/mag-dit/")
    for words in taps:
        visitor.taps(words)


@pytest.mark.article("leerlingen-7")
@pytest.mark.article("leerlingen-6")
@pytest.mark.article("leerlingen-2")
def test_a_pupil_gets_a_yes_a_no_and_an_ask_first(cast: Cast, hand: Handing) -> None:
    lena = hand(cast.reporter)
    lena.opens("/")
    lena.taps("Mag dit?")
    lena.finds_it_sound()
    for words in ("Mag ik mijn telefoon nu gebruiken?", "Ja", "Nog niet gevraagd", "Nee"):
        lena.taps(words)
    lena.reads("Vraag het eerst aan de docent", "Leerlingen 7")
    lena.finds_it_sound()
    answered(lena, "Mag mijn telefoon mee naar school?")
    lena.reads("Ja, dit mag")
    lena.finds_it_sound()
    lena.opens("/mag-dit/antwoord/?who=leerling&act=post&content=insulting&place=elsewhere")
    lena.reads("Nee, dit mag niet", "Leerlingen 2")
    lena.finds_it_sound()
    lena.taps("Is het al gebeurd? Meld het")
    assert lena.path == "/melden/"


@pytest.mark.article("personeel-7")
@pytest.mark.article("reikwijdte-5")
def test_staff_get_a_no_and_what_a_person_must_weigh(cast: Cast, hand: Handing) -> None:
    tess = hand(cast.teacher, size=DESK)
    tess.opens("/mag-dit/")
    tess.reads("Mag ik iets over mijn les plaatsen?")
    tess.finds_it_sound()
    tess.opens("/mag-dit/antwoord/?who=personeel&act=befriend&towards=pupil&account=own-private")
    tess.reads("Nee, dit mag niet", "Personeel 7")
    tess.finds_it_sound()
    tess.opens("/mag-dit/antwoord/?who=personeel&act=visit&content=offensive&place=elsewhere")
    tess.reads("Een mens moet dit wegen")
    tess.finds_it_sound()


@pytest.mark.article("leerlingen-9")
def test_the_protocol_is_read_article_by_article_and_printed(hand: Handing) -> None:
    visitor = hand()
    visitor.opens("/")
    visitor.finds_it_sound()
    visitor.taps("Het protocol")
    visitor.finds_it_sound()
    visitor.opens("/protocol/leerlingen/8")
    visitor.finds_it_sound()
    visitor.taps("Leerlingen 9")
    assert visitor.path == "/protocol/leerlingen/9"
    visitor.reads("Wat de school kan doen, van licht naar zwaar")
    visitor.finds_it_sound()
    visitor.page.emulate_media(media="print")
    assert not visitor.page.locator(".pager").is_visible()
    assert visitor.page.get_by_role("heading", level=1).is_visible()


@pytest.mark.parametrize("path", ["/protocol/gedrag/", "/protocol/maatregelen/"])
def test_the_lists_of_the_protocol_are_sound(hand: Handing, path: str) -> None:
    visitor = hand()
    assert visitor.opens(path) == 200
    visitor.finds_it_sound()
