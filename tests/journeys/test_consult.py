"""Asking before it is posted: a teacher asks, the manager answers on a phone, and what was posted is compared."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import FilePayload

from keyzer.consults.models import Consult
from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor

TEXT = "Wat een topdag met de brugklas! Kom ook naar de open dag."
FACE = Path(__file__).parents[1] / "rooms" / "check" / "photos" / "face.jpg"
OTHER = "Wat een rotdag met de brugklas! Kom ook naar de open dag."


@pytest.mark.article("personeel-1", "personeel-2")
def test_a_teacher_asks_before_it_is_posted(hand: Handing, cast: Cast) -> None:
    teacher, manager = hand(cast.charlie), hand(cast.teamleider)
    ask(teacher)
    tell_who(teacher)
    say_yes_if(manager)
    read_the_answer(teacher)
    compare(teacher)
    learn_from_it(manager)


def ask(teacher: Visitor) -> None:
    teacher.opens("/ruggespraak/")
    teacher.finds_it_sound()
    teacher.taps("Vraag het je leidinggevende")
    teacher.fills_in({"Wat wil je plaatsen?": TEXT, "Waarover twijfel je?": "Mag ik de brugklas noemen?"})
    teacher.page.get_by_label("Waar wil je het plaatsen?").select_option(label="Instagram")
    teacher.ticks("Namens de school")
    teacher.page.locator("#id_evidence").set_input_files(FACE)
    teacher.finds_it_sound()
    teacher.taps("Vragen")
    teacher.reads("Teamleider de Vries geeft antwoord", "Plaats het niet voordat er antwoord is")
    teacher.finds_it_sound()


def tell_who(teacher: Visitor) -> None:
    teacher.taps("Zeg wie te herkennen is")
    teacher.finds_it_sound()
    teacher.taps("2A")
    teacher.ticks("Sociale media van school")
    teacher.ticks("Noor Jansen")
    teacher.finds_it_sound()
    teacher.taps("Bewaren")
    teacher.reads("Hiervoor is geen toestemming van: Noor Jansen", "Maak deze gezichten wazig")
    teacher.finds_it_sound()


def say_yes_if(manager: Visitor) -> None:
    manager.opens("/")
    manager.reads("Mag dit geplaatst worden?")
    manager.taps("Charlie Buiten vraagt: mag ik dit plaatsen?")
    manager.reads(TEXT, "Namens de school", "Mag ik de brugklas noemen?")
    manager.finds_it_sound()
    manager.ticks("Ja, als er eerst iets anders wordt")
    manager.taps("Antwoord geven")
    manager.reads("Schrijf op wat er eerst anders moet")
    manager.fills_in({"Wat moet er eerst anders?": "Noem geen namen van leerlingen."})
    manager.taps("Antwoord geven")
    manager.reads("Je antwoord is gegeven")
    manager.finds_it_sound()


def read_the_answer(teacher: Visitor) -> None:
    teacher.opens("/ruggespraak/")
    teacher.reads("Ja, als")
    teacher.taps("Gevraagd aan Teamleider de Vries")
    teacher.reads("Noem geen namen van leerlingen.", "Dit is wat is goedgekeurd", "Code van deze versie")
    teacher.opens(f"/ruggespraak/{Consult.objects.get().id}/veranderen/")
    teacher.reads("Dit blijft zoals het is")
    teacher.finds_it_sound()


def compare(teacher: Visitor) -> None:
    teacher.opens(f"/ruggespraak/{Consult.objects.get().id}/")
    teacher.taps("Is er iets anders geplaatst? Vergelijk het")
    teacher.fills_in({"Wat is er geplaatst?": TEXT})
    teacher.taps("Vergelijken")
    teacher.reads("Er is niets veranderd", "Noem geen namen van leerlingen.")
    teacher.fills_in({"Wat is er geplaatst?": OTHER})
    teacher.page.locator("#id_evidence").set_input_files(saved_by_an_app())
    teacher.taps("Vergelijken")
    teacher.reads("Is dat alleen wat anders moest?", "Het verschil", "Ziet er hetzelfde uit")
    teacher.finds_it_sound()


def saved_by_an_app() -> FilePayload:
    """The same picture, smaller and coarser."""
    out = BytesIO()
    Image.open(FACE).resize((128, 128)).save(out, "JPEG", quality=60)
    return FilePayload(name="post.jpg", mimeType="image/jpeg", buffer=out.getvalue())


def learn_from_it(manager: Visitor) -> None:
    manager.opens(f"/ruggespraak/{Consult.objects.get().id}/")
    manager.taps("Laat iedereen ervan leren")
    manager.fills_in({"De vraag": "Mag Lena Visser genoemd worden?", "Het antwoord": "Nee, alleen de klas."})
    manager.taps("Publiceren")
    manager.reads("Laat de naam `Lena Visser` weg")
    manager.fills_in({"De vraag": "Mag een leerling genoemd worden?"})
    manager.taps("Publiceren")
    manager.reads("Iedereen die hier werkt, kan het nu lezen", "Nee, alleen de klas.")
    manager.finds_it_sound()
