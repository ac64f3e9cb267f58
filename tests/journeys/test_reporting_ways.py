"""Reporting without fear, on a phone: in confidence, without a name (also without scripts), and with the adviser."""

from datetime import timedelta

import pytest
import time_machine

from keyzer.intake import doorkeeping
from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor

STORY = "In de klassenapp gaat een lijst rond met lelijke dingen over Noor."


def begins(visitor: Visitor, path: str) -> None:
    """The first two steps, up to reading over."""
    visitor.opens(path)
    visitor.finds_it_sound()
    visitor.fills_in({"Wat is er gebeurd?": STORY})
    visitor.ticks("Ik zag het bij een ander gebeuren")
    visitor.taps("Verder")
    visitor.finds_it_sound()
    visitor.ticks("Online, in een app of chat")


@pytest.mark.article("leerlingen-8")
@pytest.mark.article("reikwijdte-4d")
def test_in_confidence_the_name_shows_only_after_a_reason_that_the_reporter_reads(cast: Cast, hand: Handing) -> None:
    lena = hand(cast.reporter)
    begins(lena, "/melden/nieuw/melding/")
    lena.taps("Verder")
    lena.ticks("In vertrouwen: mijn naam blijft verzegeld")
    lena.finds_it_sound()
    lena.taps("Verstuur mijn melding")
    lena.reads("De naam is verzegeld.")
    lena.finds_it_sound()
    lena.taps("Naar mijn melding")
    assert lena.page.title() == "Keyzer · De Keyzer"

    karin = hand(cast.coordinator)
    karin.opens("/")
    karin.taps("Iemand in vertrouwen wacht op antwoord")
    karin.reads(STORY)
    karin.does_not_read("Lena", str(cast.reporter))
    karin.finds_it_sound()
    karin.taps("De naam bekijken")
    karin.fills_in({"Waarom?": "Ik maak me zorgen om haar veiligheid."})
    karin.finds_it_sound()
    karin.taps("Laat de naam zien")
    karin.reads("Lena Visser")

    lena.opens(lena.path)
    lena.reads("Karin Dekker heeft naar de naam gekeken", "Ik maak me zorgen om haar veiligheid.")
    lena.finds_it_sound()


@pytest.mark.article("leerlingen-8")
def test_without_a_name_a_number_brings_the_answer(cast: Cast, hand: Handing) -> None:
    doorkeeping.WITH_WORK.forget()
    somebody = hand()
    somebody.opens("/melden/")
    somebody.finds_it_sound()
    somebody.taps("Melden zonder naam")
    begins(somebody, somebody.path)
    somebody.page.get_by_label("In welk leerjaar speelt het?").select_option("2")
    somebody.taps("Verder")
    somebody.reads("Niemand weet dat jij het bent")
    somebody.page.wait_for_function("document.querySelector('[name=proof]').value")
    somebody.taps("Verstuur mijn melding")
    number = somebody.page.locator(".receipt-number").inner_text()
    assert len(number.replace(" ", "")) == 16
    somebody.finds_it_sound()
    assert somebody.context.cookies() == []

    karin = hand(cast.coordinator)
    karin.opens("/")
    karin.taps("Iemand zonder naam wacht op antwoord")
    karin.fills_in({"Bericht": "Goed dat je dit doorgeeft."})
    karin.taps("Versturen")

    elsewhere = hand()
    elsewhere.opens("/melden/")
    elsewhere.taps("Een nummer gekregen? Lees het antwoord")
    elsewhere.finds_it_sound()
    elsewhere.fills_in({"De 16 cijfers die je hebt gekregen": number})
    elsewhere.taps("Laat zien wat ik vertelde")
    elsewhere.reads(STORY, "Goed dat je dit doorgeeft.", "Karin Dekker heeft het gelezen")
    elsewhere.finds_it_sound()
    elsewhere.fills_in({"Bericht": "Dank u. Het gaat door."})
    elsewhere.taps("Versturen")
    elsewhere.reads("Dank u. Het gaat door.", "Het bericht is verstuurd.")


@pytest.mark.article("leerlingen-8")
def test_without_scripts_too_and_what_was_typed_survives_leaving(
    cast: Cast, hand: Handing, now: time_machine.Traveller
) -> None:
    doorkeeping.WITHOUT_WORK.forget()
    somebody = hand(scripts=False)
    somebody.opens("/melden/zonder-naam/melding/")
    somebody.fills_in({"Wat is er gebeurd?": STORY})
    somebody.ticks("Ik zag het bij een ander gebeuren")
    somebody.taps("Verder")
    assert somebody.page.locator("a.leave").get_attribute("href") == "https://www.buienradar.nl/"
    somebody.opens("/melden/zonder-naam/melding/")
    somebody.reads("Dit is eerder geschreven.")
    somebody.taps("Verder")
    somebody.reads(STORY)
    somebody.taps("Verstuur mijn melding")
    somebody.reads("Er is niets verloren.", STORY)
    now.shift(timedelta(seconds=20))
    somebody.taps("Verstuur mijn melding")
    somebody.taps("Naar mijn melding")
    somebody.reads(STORY, "ontvangen")
    assert somebody.context.cookies() == []


def test_leaving_quickly_takes_the_page_along_and_keeps_the_words(cast: Cast, hand: Handing) -> None:
    somebody = hand()
    somebody.context.route("https://www.buienradar.nl/**", lambda route: route.fulfill(body="Het regent."))
    somebody.opens("/melden/")
    somebody.taps("Melden zonder naam")
    told_at = somebody.path
    somebody.fills_in({"Wat is er gebeurd?": STORY})
    somebody.goes_through(somebody.page.locator("a.leave"))
    assert somebody.words() == "Het regent."
    somebody.page.go_back()
    assert somebody.path == "/melden/"
    somebody.opens(f"{told_at}?taal=en")
    somebody.reads("This is what you wrote before.", "What helps already")
    assert somebody.page.get_by_label("What happened?").input_value() == STORY
    assert somebody.page.title() == "Keyzer · De Keyzer"
    somebody.finds_it_sound()


def test_what_is_told_to_the_adviser_stays_between_two(cast: Cast, hand: Handing) -> None:
    lena = hand(cast.reporter)
    lena.opens("/melden/")
    lena.taps("Praten met de vertrouwenspersoon")
    lena.finds_it_sound()
    lena.fills_in({"Waarover gaat het gesprek?": "Ik slaap er niet van."})
    lena.taps("Versturen")
    lena.reads("Ik slaap er niet van.", "Het komt in geen dossier.")
    lena.finds_it_sound()

    adviser = hand(cast.vertrouwenspersoon)
    adviser.opens("/melden/vertrouwenspersoon/")
    adviser.reads("wacht op je antwoord")
    adviser.finds_it_sound()
    adviser.taps("Gesprek met Lena Visser")
    adviser.fills_in({"Bericht": "Morgen om tien uur heb ik tijd voor je."})
    adviser.taps("Versturen")
    adviser.finds_it_sound()
    lena.opens(lena.path)
    lena.reads("Morgen om tien uur heb ik tijd voor je.")
