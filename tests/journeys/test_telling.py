"""Telling the school something: a doubt that becomes a report, pictures that help, files that can't be taken."""

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload
from pytest_django import Settings

from keyzer.intake import queries
from tests.cast import TODAY, Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor
from tests.rooms.intake.samples import PNG, archive

STORY = "Iemand zet steeds gemene dingen over mij in de groep."


def up_to_sending(visitor: Visitor) -> None:
    """A report, filled in but for the last button."""
    visitor.opens("/melden/nieuw/melding/")
    visitor.fills_in({"Wat is er gebeurd?": STORY})
    visitor.ticks("Het is mij overkomen")
    visitor.taps("Verder")
    visitor.ticks("Online, in een app of chat")
    visitor.taps("Verder")


def attach(visitor: Visitor, name: str, media: str, content: bytes) -> None:
    chosen = FilePayload(name=name, mimeType=media, buffer=content)
    visitor.page.get_by_label("Foto, screenshot, film, geluid of een geëxporteerde chat").set_input_files(chosen)


def own_reports(cast: Cast) -> int:
    return len(queries.own_reports(cast.viewer(cast.reporter, TODAY)))


@pytest.mark.article("leerlingen-8")
def test_a_doubt_is_answered_and_becomes_a_report_without_telling_again(cast: Cast, hand: Handing) -> None:
    lena = hand(cast.reporter)
    lena.opens("/")
    lena.taps("Ik twijfel")
    lena.finds_it_sound()
    lena.fills_in({"Waar gaat de twijfel over?": STORY})
    lena.taps("Verder")
    lena.finds_it_sound()
    lena.taps("Verstuur mijn vraag")
    lena.reads("Karin Dekker", "Er komt geen dossier.")
    lena.finds_it_sound()
    lena.taps("Naar mijn vraag")

    karin = hand(cast.coordinator)
    karin.opens("/")
    karin.taps("Lena Visser wacht op antwoord")
    karin.finds_it_sound()
    karin.reads("Van een vraag komt geen dossier.")
    karin.fills_in({"Bericht": "Goed dat je het vraagt. Dit mag je gerust melden."})
    karin.taps("Versturen")

    lena.opens(lena.path)
    lena.reads("Dit mag je gerust melden.")
    lena.taps("Maak er een melding van")
    lena.reads("De vraag is nu een melding.", STORY)
    lena.finds_it_sound()
    karin.opens(karin.path)
    karin.reads(STORY, "Een incident openen")


@pytest.mark.article("leerlingen-8")
def test_a_picture_comes_along_and_is_opened_as_an_attachment(cast: Cast, hand: Handing, tmp_path: Path) -> None:
    lena = hand(cast.reporter)
    up_to_sending(lena)
    attach(lena, "schermfoto.png", "image/png", PNG)
    lena.taps("Verstuur mijn melding")
    lena.taps("Naar mijn melding")
    lena.reads("schermfoto.png")
    lena.finds_it_sound()

    karin = hand(cast.coordinator)
    karin.opens("/")
    karin.taps("Lena Visser wacht op antwoord")
    karin.finds_it_sound()
    karin.taps("schermfoto.png")
    karin.finds_it_sound()
    karin.fills_in({"Waarom open je het?": "Ik bereid het gesprek voor"})
    karin.taps("Openen")
    karin.finds_it_sound()
    with karin.page.expect_download() as waiting:
        karin.page.get_by_role("link", name="Origineel downloaden").click()
    waiting.value.save_as(tmp_path / "opened.png")
    assert waiting.value.suggested_filename == "schermfoto.png"
    assert (tmp_path / "opened.png").read_bytes() == PNG


@pytest.mark.parametrize(
    ("name", "media", "content", "told"),
    [
        ("leeg.png", "image/png", b"", "Dit bestand is leeg."),
        ("foto.png", "image/png", PNG + archive(), "In dit bestand zit iets anders verstopt."),
        ("foto.png", "image/png", b"MZ" + bytes(400), "Dit soort bestand kunnen we niet aannemen."),
    ],
    ids=["empty", "polyglot", "program"],
)
def test_a_file_that_cannot_be_taken_costs_no_words(
    cast: Cast, hand: Handing, name: str, media: str, content: bytes, told: str
) -> None:
    lena = hand(cast.reporter)
    up_to_sending(lena)
    attach(lena, name, media, content)
    lena.taps("Verstuur mijn melding")
    lena.reads("De tekst is binnen, dit bestand niet", name, told)
    lena.finds_it_sound()
    lena.taps("Naar mijn melding")
    lena.reads(STORY)


def test_too_large_a_file_costs_no_words(cast: Cast, hand: Handing, settings: Settings) -> None:
    settings.KEYZER_EVIDENCE_LIMIT = 100_000
    lena = hand(cast.reporter)
    up_to_sending(lena)
    attach(lena, "film.png", "image/png", PNG + bytes(2_000_000))
    lena.page.get_by_text("De bestanden zijn samen te groot.").wait_for()
    lena.finds_it_sound()
    lena.taps("Verstuur mijn melding")
    lena.taps("Naar mijn melding")
    lena.reads(STORY)


def test_a_report_that_is_sent_twice_comes_in_once(cast: Cast, hand: Handing) -> None:
    lena = hand(cast.reporter, scripts=False)
    up_to_sending(lena)
    lena.page.get_by_role("button", name="Verstuur mijn melding").dblclick()
    lena.page.get_by_role("heading", name="De melding is verstuurd").wait_for()
    assert own_reports(cast) == 1


def test_an_empty_story_is_asked_for_kindly(cast: Cast, hand: Handing) -> None:
    lena = hand(cast.reporter)
    lena.opens("/melden/nieuw/melding/")
    lena.ticks("Ik zag het bij een ander gebeuren")
    lena.taps("Verder")
    lena.reads("Schrijf op wat er is gebeurd.")
    lena.finds_it_sound()
    assert lena.page.get_by_label("Ik zag het bij een ander gebeuren").is_checked()
