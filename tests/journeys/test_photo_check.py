"""A photo is checked on a phone: a pupil without scripts blurs by tapping, a mentor asks who may be in it."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from keyzer.check.photo import faces
from keyzer.consent import actions as consent
from keyzer.kit import clock
from keyzer.protocol import ImagePurpose, ImageSaid
from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor
from tests.rooms.check import exiftool

FACE = Path(__file__).parent.parent / "rooms" / "check" / "photos" / "face.jpg"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Two people in a garden in Amsterdam, as a phone keeps them."""
    picture, face = Image.linear_gradient("L").resize((900, 600)).convert("RGB"), Image.open(FACE)
    picture.paste(face, (80, 160))
    picture.paste(ImageOps.mirror(face), (540, 200))
    out = BytesIO()
    picture.save(out, "JPEG", quality=90)
    place = tmp_path / "tuin.jpg"
    tags = ("-GPSLatitude=52.37403", "-GPSLatitudeRef=N", "-GPSLongitude=4.88969", "-GPSLongitudeRef=E", "-Model=FP5")
    place.write_bytes(exiftool.with_tags(out.getvalue(), tmp_path, *tags))
    return place


def sends(visitor: Visitor, photo: Path) -> None:
    visitor.opens("/check/foto/")
    visitor.page.get_by_label("Of kies een foto die er al is").set_input_files(photo)
    visitor.taps("Bekijk deze foto")
    visitor.reads("Er zijn 2 gezichten gevonden.")


def takes_along(visitor: Visitor) -> bytes:
    """The photo as it is downloaded."""
    with visitor.page.expect_download() as waited:
        visitor.page.get_by_role("link", name="Download de foto").click()
    return waited.value.path().read_bytes()


@pytest.mark.article("leerlingen-6")
def test_a_pupil_without_scripts_taps_a_face_away_and_takes_the_photo_along(
    cast: Cast, hand: Handing, photo: Path, tmp_path: Path
) -> None:
    daan = hand(cast.subject, scripts=False)
    sends(daan, photo)
    daan.reads("52.37403° N, 4.88969° E.", "FP5")
    daan.goes_through(daan.page.get_by_role("link", name="Gezicht 2: wazig maken"))
    daan.reads("Eén is nu wazig.")
    made = takes_along(daan)
    assert len(faces.find(Image.open(BytesIO(made)))) == 1
    assert exiftool.told(made, tmp_path) == {}
    daan.unfolds("Gezichten kiezen op nummer")
    daan.ticks("Gezicht 1")
    daan.taps("Maak deze wazig")
    assert len(faces.find(Image.open(BytesIO(takes_along(daan))))) == 0
    daan.taps("Gooi de foto nu weg")
    assert daan.path == "/check/foto/"


@pytest.mark.article("personeel-6")
def test_a_mentor_points_at_a_place_and_asks_who_may_be_shown(cast: Cast, hand: Handing, photo: Path) -> None:
    for guardian in (cast.guardian, cast.second_guardian):
        consent.answer(cast.subject, ImagePurpose.NIEUWSBRIEF, ImageSaid.YES, by=guardian, at=clock.now())
    mentor = hand(cast.mentor)
    mentor.opens("/check/foto/")
    mentor.finds_it_sound()
    sends(mentor, photo)
    mentor.finds_it_sound()
    mentor.taps("Alle gezichten wazig")
    mentor.taps("Zelf een plek aanwijzen")
    mentor.goes_through(mentor.page.get_by_role("link", name="Rij 2, kolom 3: wazig maken"))
    mentor.finds_it_sound()
    mentor.taps("Klaar met aanwijzen")
    mentor.taps("Wie mag op de foto?")
    mentor.ticks("Nieuwsbrief en schoolgids", "Daan Bakker", "Noor Jansen")
    mentor.taps("Zoek het op")
    mentor.finds_it_sound()
    assert mentor.part("Mogen niet op de foto").inner_text().split("\n")[1:] == ["Noor Jansen"]
    mentor.goes_through(mentor.page.get_by_role("link", name="De foto"))
    mentor.reads("Er zijn er nu 2 wazig.")
    the_photo_goes_along_with_a_question(mentor)


def the_photo_goes_along_with_a_question(mentor: Visitor) -> None:
    mentor.taps("Vraag het je leidinggevende")
    mentor.finds_it_sound()
    mentor.reads("Deze foto gaat mee")
    mentor.fills_in({"Wat wil je plaatsen?": "Sportdag!", "Waarover twijfel je?": "Mag dit zo?"})
    mentor.page.get_by_label("Waar wil je het plaatsen?").select_option("instagram")
    mentor.ticks("Namens de school")
    mentor.taps("Vragen")
    mentor.reads("Het is gevraagd.", "Sportdag!")
    assert mentor.page.get_by_role("img", name="foto.jpg").count() == 1
    mentor.opens("/check/foto/kijk/")
    mentor.reads("De foto is weg")


def test_a_file_that_is_no_photo_is_answered_kindly(cast: Cast, hand: Handing, tmp_path: Path) -> None:
    drawing = tmp_path / "tekening.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', encoding="utf-8")
    parent = hand(cast.guardian)
    parent.opens("/check/foto/")
    parent.page.get_by_label("Of kies een foto die er al is").set_input_files(drawing)
    parent.taps("Bekijk deze foto")
    parent.reads("Dat lukte niet", "Kies er een schermafdruk van.")
    parent.finds_it_sound()
