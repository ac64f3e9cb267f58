"""Which pictures look the same: saved anew, smaller or coarser they do, and with one small place altered they don't."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from keyzer.check.photo.areas import Area
from keyzer.check.photo.blurring import blurred
from keyzer.consults.likeness import ALIKE, MOST, difference

FACE = Path(__file__).parents[1] / "check" / "photos" / "face.jpg"
PLACES = ((60, 200), (420, 310), (900, 250), (1200, 520))
SMALL = 56
"""A face of an eighteenth of the width, as in a picture of a class."""


def saved(picture: Image.Image, quality: int = 92) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


@pytest.fixture(scope="module")
def group() -> Image.Image:
    """Some small faces before a wall that is a picture itself."""
    face = Image.open(FACE).convert("RGB")
    wall = face.transpose(Image.Transpose.ROTATE_90).resize((1400, 1000))
    for x, y in PLACES:
        wall.paste(face.resize((SMALL * 2, SMALL * 2)), (x, y))
    return opened(saved(wall))


def test_saved_anew_smaller_or_coarser_it_looks_the_same(group: Image.Image) -> None:
    half = group.resize((700, 500), Image.Resampling.BICUBIC)
    for again in (group, opened(saved(group, 60)), half, opened(saved(half, 60)), group.resize((467, 333))):
        assert difference(group, again) <= ALIKE
        assert difference(again, group) <= ALIKE


def test_one_small_face_blurred_makes_it_another_picture(group: Image.Image) -> None:
    x, y = PLACES[2]
    face = Area((x + 28) / 1400, (y + 30) / 1000, (x + 28 + SMALL) / 1400, (y + 30 + SMALL) / 1000)
    hidden = opened(blurred(saved(group), [face]))
    assert difference(group, hidden) > 2 * ALIKE
    assert difference(group, opened(saved(hidden.resize((700, 500)), 60))) > 2 * ALIKE


def test_cut_off_recoloured_or_another_picture_is_not_alike(group: Image.Image) -> None:
    within = group.crop((70, 50, 1330, 950))
    beside = group.crop((0, 0, 1400, 900))
    red, green, blue = group.split()
    others = (within, beside, Image.merge("RGB", (blue, green, red)), group.transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    assert all(difference(group, other) > ALIKE for other in others)


@pytest.mark.parametrize("size", [(1, 1), (7, 7), (1, 5000)])
def test_of_a_picture_too_small_to_see_nothing_is_said(size: tuple[int, int]) -> None:
    dot = Image.new("RGB", size, "red")
    assert difference(dot, dot) == MOST
