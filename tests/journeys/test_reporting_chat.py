"""Proof out of a conversation with its photos, and a question without a name: on a phone, one without scripts."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from keyzer.intake import doorkeeping
from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.rooms.evidence.conftest import picture
from tests.rooms.evidence.test_items import archive

CHAT = """21-11-2026 20:01 - Berichten en gesprekken zijn end-to-end versleuteld.
21-11-2026 20:02 - Daan Bakker: IMG-20261121-WA0001.jpg (bestand bijgevoegd)
dit filmpje van Lena is echt goud
21-11-2026 20:03 - Lena Visser: haal dat weg Daan
21-11-2026 20:04 - Finn: lachen, heeft Daan dat gemaakt?
21-11-2026 20:05 - Daan Bakker: Finn jij hebt het ook doorgestuurd
"""


@pytest.mark.article("leerlingen-8")
@pytest.mark.article("leerlingen-9")
def test_of_a_conversation_only_a_passage_becomes_proof(cast: Cast, hand: Handing, tmp_path: Path) -> None:
    export = tmp_path / "WhatsApp-gesprek.zip"
    export.write_bytes(archive({"WhatsApp-gesprek.txt": CHAT.encode(), "IMG-20261121-WA0001.jpg": picture()}))
    lena = hand(cast.reporter)
    lena.opens("/melden/nieuw/melding/")
    lena.fills_in({"Wat is er gebeurd?": "In de groepsapp gaat een filmpje van mij rond."})
    lena.ticks("Het is mij overkomen")
    lena.taps("Verder")
    lena.taps("Verder")
    lena.page.locator("[name=evidence]").set_input_files(export)
    lena.taps("Verstuur mijn melding")
    lena.reads("De melding is verstuurd")

    karin = hand(cast.coordinator)
    karin.opens("/")
    karin.taps("Lena Visser wacht op antwoord")
    karin.taps("WhatsApp-gesprek.zip")
    karin.does_not_read("echt goud")
    karin.fills_in({"Waarom open je het?": "Ik zoek uit wie het filmpje rondstuurde."})
    karin.taps("Openen")
    karin.does_not_read("Origineel downloaden")
    karin.taps("Lezen als gesprek")
    karin.reads("Persoon 1", "Persoon 3")
    told = karin.page.locator("ol.chat").inner_text()
    assert not {"Daan", "Lena", "Finn"} & set(told.split())
    karin.finds_it_sound()
    karin.fills_in({"Eerste bericht": "2", "Laatste bericht": "5"})
    karin.ticks("Daan Bakker")
    karin.ticks("Lena Visser")
    karin.taps("Deze berichten als bewijs bewaren")
    karin.reads("Daan Bakker", "haal dat weg Daan", "Persoon 3")
    karin.does_not_read("Finn")
    karin.finds_it_sound()
    karin.taps("IMG-20261121-WA0001.jpg eruit halen")
    karin.reads("een gesprek, bericht 2")
    assert karin.page.locator(".evidence-picture img").get_attribute("width") == "240"
    karin.finds_it_sound()
    karin.fills_in({"Waarom open je het?": "Ik wil weten wat er rondging."})
    karin.taps("Openen")
    karin.reads("Een half uur open voor jou")


@pytest.mark.article("leerlingen-8")
def test_a_question_without_a_name_and_without_scripts(cast: Cast, hand: Handing, now: time_machine.Traveller) -> None:
    doorkeeping.WITHOUT_WORK.forget()
    somebody = hand(scripts=False)
    somebody.opens("/melden/zonder-naam/twijfel/")
    somebody.fills_in({"Waar gaat de twijfel over?": "Mag ik een filmpje van een feest doorsturen?"})
    somebody.page.get_by_label("In welk leerjaar speelt het?").select_option("2")
    somebody.taps("Verder")
    now.shift(timedelta(seconds=20))
    somebody.taps("Verstuur mijn vraag")
    number = somebody.page.locator(".receipt-number").inner_text()

    karin = hand(cast.coordinator)
    karin.opens("/melden/ontvangen/")
    karin.taps("Iemand zonder naam heeft een vraag")
    karin.fills_in({"Bericht": "Vraag het eerst aan wie erop staan."})
    karin.taps("Versturen")

    somebody.opens("/melden/ontvangst/")
    somebody.fills_in({"De 16 cijfers die je hebt gekregen": number})
    somebody.taps("Laat zien wat ik vertelde")
    somebody.reads("Vraag het eerst aan wie erop staan.")
    assert somebody.context.cookies() == []
