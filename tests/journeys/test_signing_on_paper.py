"""Signing on paper: a mentor prints the list, ticks who signed, taps one code on the phone, and mends a mistake."""

import re
import subprocess
from pathlib import Path

import pytest

from keyzer.acknowledgements.actions.paper import print_list
from keyzer.acknowledgements.models import PaperList
from keyzer.kit import clock
from keyzer.protocol import current
from tests.cast import Cast, browser_of
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor

pytestmark = pytest.mark.django_db(transaction=True)
LINE = re.compile(r"/tekenen/lijst/[\w-]{16}/\d+/")


@pytest.mark.article("reikwijdte-1")
@pytest.mark.article("reikwijdte-2")
def test_a_mentor_signs_a_class_on_paper(hand: Handing, cast: Cast, tmp_path: Path) -> None:
    mentor = hand(cast.mentor)
    mentor.opens(f"/tekenen/stand/{cast.class_2a}/")
    mentor.taps("Lijst op papier")
    mentor.finds_it_sound()
    mentor.taps("Maak de lijst")
    mentor.reads("Klassenlijst van 2A", "Er staan nog 3 regels open")
    mentor.finds_it_sound()

    lines = the_paper_leads_to_its_lines(mentor, cast, tmp_path)

    mentor.ticks("1. Daan Bakker", "3. Lena Visser")
    mentor.taps("Noteer deze handtekeningen")
    mentor.reads("2 handtekeningen genoteerd.", "Er staat nog 1 regel open.")

    mentor.opens(lines[1])
    mentor.reads("2. Noor Jansen", "Staat de handtekening op het blad?")
    mentor.finds_it_sound()
    mentor.taps("Vandaag getekend, noteer het")
    mentor.reads("1 handtekening genoteerd.", "vandaag op papier, genoteerd door")

    mentor.unfolds("Per ongeluk genoteerd?")
    mentor.finds_it_sound()
    mentor.taps("Haal het terug")
    mentor.reads("Teruggehaald: Noor Jansen heeft niet getekend.", "Er staat nog 1 regel open.")

    mentor.unfolds("Voeg een scan of foto toe")
    mentor.page.get_by_label("Foto of pdf").set_input_files(
        {"name": "blad.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 signed"}
    )
    mentor.taps("Verstuur dit bestand")
    mentor.reads("De scan is versleuteld bewaard.", "Scan van vandaag")
    mentor.finds_it_sound()

    other = hand(cast.other_coordinator)
    assert other.opens(lines[0]) == 404


@pytest.mark.article("reikwijdte-1")
def test_a_list_of_another_text_is_not_recorded(hand: Handing, cast: Cast) -> None:
    token = print_list(cast.class_2a, households=True, language="nl", by=cast.mentor, at=clock.now())
    mentor = hand(cast.mentor, scripts=False)
    mentor.opens(f"/tekenen/lijst/{token}/")
    PaperList.objects.update(edition="de-keyzer-2019-08-01")
    mentor.page.get_by_label(re.compile("Marja Bakker, voor Daan Bakker")).check()
    mentor.taps("Noteer deze handtekeningen")
    mentor.reads("Het protocol is veranderd nadat deze lijst is geprint", "Maak een nieuwe lijst")


def the_paper_leads_to_its_lines(mentor: Visitor, cast: Cast, folder: Path) -> list[str]:
    """The sheet as poppler reads it: the names, the seal of the text, and the address of each line's code."""
    where = mentor.page.get_by_role("link", name="Open het blad").get_attribute("href")
    assert where is not None
    sheet = folder / "sheet.pdf"
    sheet.write_bytes(browser_of(cast.mentor).get(where).content)
    text = asked("pdftotext", "-layout", str(sheet), "-")
    for word in ("Daan Bakker", "Noor Jansen", "Lena Visser", "Klas 2A", current().id, current().digest[:4]):
        assert word in text, word
    return LINE.findall(asked("pdfinfo", "-url", str(sheet)))


def asked(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True, text=True, timeout=60).stdout
