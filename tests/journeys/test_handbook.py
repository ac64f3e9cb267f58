"""The protocol is read: by a pupil on a phone, a parent who looks something up, and a visitor without scripts."""

import pytest

from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import DESK
from tests.rooms.handbook.editions import SECOND, Add, add_edition

__all__ = ["add_edition"]

EVERY_PAGE = (
    "/protocol/",
    "/protocol/reikwijdte/4",
    "/protocol/leerlingen/9",
    "/protocol/personeel/7",
    "/protocol/voor/leerlingen",
    "/protocol/voor/ouders",
    "/protocol/zoeken/?q=telefoon",
    "/protocol/zoeken/?q=xyzzy",
    "/protocol/veranderd/",
)
VOICES = """
  const said = [];
  const voice = { lang: "nl-NL", localService: true, name: "Dutch" };
  const speech = new EventTarget();
  Object.assign(speech, {
    speaking: false,
    getVoices: () => [voice],
    speak: (utterance) => { said.push(utterance.text); speech.speaking = true; },
    cancel: () => { speech.speaking = false; },
  });
  window.said = said;
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
"""
"""A browser that has a voice; the one of the tests has none."""


@pytest.mark.article("leerlingen-7")
def test_a_pupil_finds_an_article_and_asks_on(cast: Cast, hand: Handing) -> None:
    daan = hand(cast.subject)
    daan.opens("/protocol/")
    daan.fills_in({"Zoeken in het protocol": "telefoon les"})
    daan.taps("Zoeken")
    daan.taps("Je telefoon op school en in de les")
    daan.reads("Waarom dit er staat", "Wat dit voor jou betekent", "Neem je telefoon gerust mee.", "Als het misgaat")
    daan.finds_it_sound()
    daan.taps("Mag mijn telefoon mee naar school?")
    assert daan.path.startswith("/mag-dit/antwoord/")


@pytest.mark.article("reikwijdte-1")
def test_a_parent_reads_all_that_binds_parents_on_one_page(cast: Cast, hand: Handing) -> None:
    marja = hand(cast.guardian)
    marja.opens("/protocol/")
    marja.taps("Alle afspraken voor ouders en verzorgers")
    marja.reads("Het protocol voor ouders en verzorgers", "U hoort als ouder of verzorger bij de school.")
    marja.does_not_read("Deel je wachtwoorden niet")
    marja.finds_it_sound()


def test_a_sheet_fits_on_a_4_without_the_machine_around_it(cast: Cast, hand: Handing) -> None:
    marja = hand(cast.guardian, size=DESK)
    marja.opens("/protocol/voor/ouders")
    assert marja.page.get_by_role("button", name="Print deze bladzijde").is_visible()
    marja.page.emulate_media(media="print")
    assert not marja.page.get_by_role("button", name="Print deze bladzijde").is_visible()
    assert marja.page.get_by_role("heading", name="Niet hacken").is_visible()
    assert not marja.page.locator(".footer").is_visible()


@pytest.mark.parametrize("language", ["nl-NL", "en-GB"])
def test_a_visitor_reads_every_page_without_scripts(hand: Handing, language: str) -> None:
    visitor = hand(language=language, scripts=False)
    for path in EVERY_PAGE:
        assert visitor.opens(path) == 200
        assert visitor.page.locator("[data-read-aloud]:visible, [data-print]:visible").count() == 0


@pytest.mark.parametrize("language", ["nl-NL", "en-GB"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_sound(hand: Handing, language: str, scheme: str) -> None:
    visitor = hand(language=language, scheme=scheme)
    for path in EVERY_PAGE:
        visitor.opens(path)
        visitor.finds_it_sound()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_changed_is_told_by_more_than_colour(hand: Handing, add_edition: Add, scheme: str) -> None:
    add_edition(SECOND)
    visitor = hand(scheme=scheme)
    visitor.opens("/protocol/")
    visitor.taps("Wat er is veranderd")
    visitor.reads("Vergeleken met de uitgave van 1 augustus 2026.", "Doorgestreept is weg.", "Weet hoe het werkt")
    struck = visitor.page.locator(".marked del")
    assert struck.inner_text().split() == ["weg:", "instellingen"]
    assert "line-through" in struck.evaluate("one => getComputedStyle(one).textDecorationLine")
    visitor.finds_it_sound()


def test_it_is_read_aloud_where_the_browser_has_a_voice(cast: Cast, hand: Handing) -> None:
    daan = hand(cast.subject)
    daan.opens("/protocol/leerlingen/4")
    assert not daan.page.get_by_role("button", name="Lees dit voor").is_visible()
    daan.page.add_init_script(VOICES)
    daan.opens("/protocol/leerlingen/4")
    daan.page.get_by_role("button", name="Lees dit voor").click()
    said = " ".join(daan.page.evaluate("window.said"))
    assert "Geef je wachtwoorden aan niemand, ook niet aan je beste vriend." in said
    assert "Kies voor elk account een ander wachtwoord en vertel het niemand." in said
    daan.page.get_by_role("button", name="Stop met voorlezen").click()
    assert daan.page.get_by_role("button", name="Lees dit voor").is_visible()
