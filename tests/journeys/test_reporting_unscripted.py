"""The lanes of a report on a phone without scripts: by name with its answer, in confidence, and with the adviser."""

import pytest
from playwright.sync_api import FilePayload

from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor
from tests.rooms.intake.samples import PNG

STORY = "In de klassenapp gaat een lijst rond met lelijke dingen over Noor."
TITLE = "Keyzer · De Keyzer"


def up_to_sending(visitor: Visitor) -> None:
    """A report, filled in but for the last button."""
    visitor.opens("/melden/nieuw/melding/")
    visitor.reads("Wat nu al helpt", "0800-0113", "Bewaar bewijs")
    visitor.fills_in({"Wat is er gebeurd?": STORY})
    visitor.ticks("Ik heb het zelf gedaan")
    visitor.taps("Verder")
    visitor.fills_in({"In welke taal is dit geschreven?": "Tigrinya"})
    visitor.taps("Verder")
    visitor.reads(STORY, "Ik heb het zelf gedaan", "Tigrinya")


def writes(visitor: Visitor, words: str, button: str = "Versturen") -> None:
    """Say something in the conversation."""
    visitor.fills_in({"Bericht": words})
    visitor.goes_through(visitor.page.get_by_role("button", name=button, exact=True))


def sends_file(visitor: Visitor, fold: str, name: str) -> None:
    """Send a picture along with what was said."""
    visitor.unfolds(fold)
    picture = FilePayload(name=name, mimeType="image/png", buffer=PNG + name.encode())
    visitor.page.get_by_label("Foto, screenshot, film, geluid of een geëxporteerde chat").set_input_files(picture)
    visitor.taps("Verstuur dit bestand")


@pytest.mark.article("leerlingen-8")
def test_by_name_it_is_answered_with_a_file_closed_and_opened_again(cast: Cast, hand: Handing) -> None:
    lena = hand(cast.reporter, scripts=False)
    up_to_sending(lena)
    lena.taps("Verstuur mijn melding")
    lena.reads("De melding is verstuurd", "Karin Dekker")
    lena.taps("Naar mijn melding")
    lena.reads("Ik meldde", "ontvangen")
    sends_file(lena, "Een bestand toevoegen", "van-lena.png")
    assert lena.page.title() == TITLE

    karin = hand(cast.coordinator, scripts=False)
    karin.opens("/")
    karin.taps("Lena Visser wacht op antwoord")
    karin.reads("Dit is geschreven in deze taal: Tigrinya", STORY, "van-lena.png")
    sends_file(karin, "Een bestand meesturen", "van-karin.png")
    writes(karin, "Wat knap dat je dit vertelt.", "Versturen en afsluiten")

    lena.opens(lena.path)
    lena.reads("Karin Dekker heeft het gelezen", "Wat knap dat je dit vertelt.", "van-karin.png")
    lena.reads("Dit is afgehandeld.", "Is het niet voorbij?")
    writes(lena, "Het gaat toch door.")
    lena.reads("Ik schreef", "Karin Dekker kijkt ernaar.")
    karin.opens("/")
    karin.taps("Lena Visser wacht op antwoord")
    karin.reads("Het gaat toch door.")


@pytest.mark.article("reikwijdte-4d")
def test_in_confidence_and_with_the_adviser_the_name_stays_where_it_was_given(cast: Cast, hand: Handing) -> None:
    lena = hand(cast.reporter, scripts=False)
    up_to_sending(lena)
    lena.ticks("In vertrouwen: mijn naam blijft verzegeld")
    lena.taps("Verstuur mijn melding")
    lena.reads("De naam is verzegeld.")
    lena.taps("Naar mijn melding")
    assert lena.page.title() == TITLE
    own = lena.path

    karin = hand(cast.coordinator, scripts=False)
    karin.opens("/")
    karin.taps("Iemand in vertrouwen wacht op antwoord")
    karin.does_not_read("Lena", str(cast.reporter))
    karin.taps("De naam bekijken")
    karin.fills_in({"Waarom?": "Ik maak me zorgen om haar veiligheid."})
    karin.taps("Laat de naam zien")
    karin.reads("Lena Visser")
    lena.opens(own)
    lena.reads("Karin Dekker heeft naar de naam gekeken", "Ik maak me zorgen om haar veiligheid.")

    lena.opens("/melden/")
    lena.taps("Praten met de vertrouwenspersoon")
    lena.fills_in({"Waarover gaat het gesprek?": "Ik slaap er niet van."})
    lena.taps("Versturen")
    talk = lena.path
    adviser = hand(cast.vertrouwenspersoon, scripts=False)
    adviser.opens(talk)
    writes(adviser, "Morgen om tien uur heb ik tijd voor je.")
    writes(adviser, "Ouders nog niet bellen.", "Bewaren als notitie voor mijzelf")
    lena.opens(talk)
    lena.reads("Morgen om tien uur heb ik tijd voor je.")
    lena.does_not_read("Ouders nog niet bellen.")
    assert karin.opens(talk) == 404
