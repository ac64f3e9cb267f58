"""A device from the door of the classroom to the safe and back: three phones, a printed tag, a signature, a count."""

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from keyzer.custody.models import Custody
from keyzer.kit import clock
from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor, moment
from tests.rooms.custody.world import take
from tests.rooms.letters.poppler import running_text

SAFE = "Kluis bij de balie"
DEVICE = "Zwarte telefoon met een blauw hoesje"
REASON = "Marja Bakker haalt hem morgen zelf op, Daan gaat met de taxi naar huis."


@pytest.mark.article("leerlingen-9")
@pytest.mark.article("reikwijdte-2")
def test_from_the_door_to_the_safe_and_back(cast: Cast, hand: Handing, tmp_path: Path) -> None:
    teacher, leader = hand(cast.teacher), hand(cast.teamleider)
    name_a_safe(leader)
    take_it_in(teacher)
    read_the_tag(teacher, tmp_path)
    put_it_in_the_safe(leader)
    count_it(leader)
    read_at_home(hand(cast.guardian))
    weigh_it(hand(cast.coordinator))
    give_it_back(teacher)


@pytest.mark.article("leerlingen-9")
def test_longer_than_a_day_is_for_the_director_with_the_parent(
    cast: Cast, hand: Handing, now: time_machine.Traveller
) -> None:
    custody = take(cast, clock.now())
    now.shift(timedelta(minutes=20))
    teacher, director = hand(cast.teacher), hand(cast.director)
    teacher.opens(f"/inname/{custody}/")
    assert not teacher.page.get_by_role("link", name="Langer bewaren").count()
    keep_it_longer(director, f"/inname/{custody}/")
    marja = hand(cast.guardian, scripts=False)
    marja.opens(f"/inname/van-mij/{custody}/")
    marja.reads("langer dan de schooldag", REASON)
    give_it_to_a_parent_without_a_script(hand(cast.teacher, scripts=False), f"/inname/{custody}/")


def name_a_safe(leader: Visitor) -> None:
    leader.opens("/inname/plekken/")
    leader.fills_in({"Hoe heet de plek?": SAFE})
    leader.taps("Toevoegen")
    leader.reads(SAFE)
    leader.finds_it_sound()


def take_it_in(teacher: Visitor) -> None:
    """What is missing is said, and what was filled in stays."""
    teacher.opens("/inname/")
    teacher.finds_it_sound()
    teacher.taps("Een apparaat innemen")
    teacher.fills_in({"Naam, nummer of klas": "daan"})
    teacher.taps("Zoeken")
    teacher.taps("Daan Bakker")
    teacher.finds_it_sound()
    teacher.ticks("Telefoon")
    teacher.fills_in({"Wat is er gebeurd?": "Keek tijdens de toets op het scherm."})
    teacher.taps("Bewaren")
    teacher.reads("Beschrijf het apparaat van buiten")
    teacher.finds_it_sound()
    teacher.fills_in({"Hoe ziet het eruit?": DEVICE})
    teacher.taps("Bewaren")
    teacher.reads("Telefoon van Daan Bakker", "Label 1", "niet doorzocht, niet ontgrendeld", "16:30")
    teacher.finds_it_sound()


def read_the_tag(teacher: Visitor, folder: Path) -> None:
    """The tag tells a number and nobody's name; its code is a picture that paper can carry."""
    address = teacher.page.get_by_role("link", name="Label printen").get_attribute("href")
    answer = teacher.context.request.get(f"{teacher.address}{address}")
    assert answer.ok
    words = running_text(answer.body(), folder)
    assert "De Keyzer" in words
    assert "Niemand kijkt erin" in words
    assert "Daan" not in words
    (folder / "tag.pdf").write_bytes(answer.body())
    subprocess.run(["pdftoppm", "-png", "-r", "150", folder / "tag.pdf", folder / "tag"], check=True)
    assert next(folder.glob("tag*.png")).stat().st_size > 5_000


def put_it_in_the_safe(leader: Visitor) -> None:
    """The camera of a phone opens the address on the tag."""
    leader.opens(f"/inname/tag/{Custody.objects.get().secret}/")
    leader.reads("Telefoon van Daan Bakker")
    leader.taps(SAFE)
    leader.reads("Vastgelegd waar het nu is.", SAFE)


def count_it(leader: Visitor) -> None:
    leader.opens("/inname/")
    leader.taps(f"Tellen: {SAFE}")
    leader.finds_it_sound()
    leader.fills_in({"Nummers van andere labels die hier liggen": "9"})
    leader.taps("Klaar met tellen")
    leader.reads("Niet gevonden", "Nummers die de school nu niet bewaart", "9")
    leader.finds_it_sound()
    leader.opens("/")
    leader.reads("Niet gevonden bij het tellen")
    leader.opens("/inname/")
    leader.taps(f"Tellen: {SAFE}")
    leader.page.get_by_role("checkbox").check()
    leader.taps("Klaar met tellen")
    leader.reads("Alles klopt")


def read_at_home(marja: Visitor) -> None:
    marja.opens("/mijn/")
    marja.reads("Komt uiterlijk vandaag 16:30 terug")
    marja.taps("Telefoon van Daan Bakker")
    marja.reads(DEVICE, "Uw kind krijgt het op school terug")
    marja.finds_it_sound()


def weigh_it(karin: Visitor) -> None:
    """A light case waits for the pupil's coordinator; its page leads to the device."""
    karin.opens("/zaken/")
    karin.taps("Daan Bakker")
    karin.taps("Apparaten in deze zaak")
    karin.reads("Telefoon van Daan Bakker")
    karin.finds_it_sound()


def give_it_back(teacher: Visitor) -> None:
    """Not to a parent without authority; then to the pupil, who signs with a finger."""
    teacher.opens(f"/inname/{Custody.objects.get().id}/")
    teacher.taps("Teruggeven")
    teacher.ticks("Guardian without authority de Vries", "Gezien en akkoord: ik heb het terug")
    teacher.taps("Teruggeven")
    teacher.reads("Aan deze persoon kan het niet mee.")
    teacher.finds_it_sound()
    teacher.page.get_by_label("Gezien en akkoord: ik heb het terug").uncheck()
    teacher.ticks("Daan Bakker")
    sign(teacher)
    teacher.taps("Teruggeven")
    teacher.reads("Het is teruggegeven.", "Teruggegeven aan Daan Bakker")
    assert teacher.page.get_by_role("img", name="Handtekening voor de teruggave").is_visible()
    teacher.finds_it_sound()


def sign(visitor: Visitor) -> None:
    """A few strokes on the screen."""
    paper = visitor.page.locator("canvas")
    paper.scroll_into_view_if_needed()
    box = paper.bounding_box()
    assert box
    visitor.page.mouse.move(box["x"] + 20, box["y"] + 60)
    visitor.page.mouse.down()
    for step in range(1, 8):
        visitor.page.mouse.move(box["x"] + 20 + 25 * step, box["y"] + 60 + (20 if step % 2 else -20))
    visitor.page.mouse.up()


def keep_it_longer(director: Visitor, device: str) -> None:
    """Each of the three is asked: a reason, an end, and the agreement of who has authority."""
    director.opens(device)
    director.taps("Langer bewaren")
    director.finds_it_sound()
    director.fills_in({"Waarom moet het langer blijven?": REASON})
    director.fills_in({"Tot wanneer?": moment(days=1), "Wanneer was dat?": moment(minutes=-5)})
    director.ticks("Guardian without authority de Vries", "Telefoon")
    director.taps("Langer bewaren")
    director.reads("Kies een ouder met gezag")
    director.ticks("Marja Bakker")
    director.taps("Langer bewaren")
    director.reads("Het blijft langer.", "Marja Bakker vond dat goed")
    director.finds_it_sound()


def give_it_to_a_parent_without_a_script(teacher: Visitor, device: str) -> None:
    teacher.opens(f"{device}teruggeven/")
    assert not teacher.page.locator("canvas").is_visible()
    teacher.ticks("Marja Bakker", "Gezien en akkoord: ik heb het terug")
    teacher.taps("Teruggeven")
    teacher.reads("Teruggegeven aan Marja Bakker")
