"""Faces are found on this machine and blurred for good; what was not chosen stays as it was."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps

from keyzer.check.photo import decoding, faces
from keyzer.check.photo.areas import Area
from keyzer.check.photo.blurring import AROUND, blurred

FACE = Image.open(Path(__file__).parent / "photos" / "face.jpg").convert("RGB")
PLACES = ((60, 60, 90), (420, 90, 128), (760, 40, 200), (200, 420, 256), (700, 460, 70))
"""Left, top and width of the faces in the group."""


@pytest.fixture(scope="module")
def group() -> Image.Image:
    """The same face five times, near and far, some looking the other way."""
    picture = Image.linear_gradient("L").resize((1100, 750)).convert("RGB")
    for number, (left, top, size) in enumerate(PLACES):
        person = FACE.resize((size, size), Image.Resampling.LANCZOS)
        picture.paste(ImageOps.mirror(person) if number % 2 else person, (left, top))
    return picture


def jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=92)
    return out.getvalue()


def points(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def test_each_face_is_found_once_where_it_is(group: Image.Image) -> None:
    found = faces.find(group)
    assert len(found) == len(PLACES)
    for area, (left, top, size) in zip(found, sorted(PLACES), strict=True):
        box = area.on(*group.size)
        assert left < box[0] < box[2] < left + size
        assert top <= box[1] < box[3] < top + size


def test_where_there_is_no_face_none_is_found() -> None:
    assert faces.find(Image.effect_mandelbrot((500, 400), (-3, -2.5, 2, 2.5), 100).convert("RGB")) == ()
    assert faces.find(Image.new("RGB", (9, 9))) == ()


@pytest.mark.article("leerlingen-6")
def test_a_blurred_face_is_not_found_again_and_the_others_stay_as_they_were(group: Image.Image) -> None:
    seen = decoding.see(jpeg(group))
    chosen = [face.widened(AROUND) for face in seen.faces[:2]]
    made = blurred(seen.picture, chosen)
    assert len(faces.find(points(made))) == len(PLACES) - 2
    box = seen.faces[3].on(seen.width, seen.height)
    change = ImageChops.difference(points(made).crop(box), points(seen.picture).crop(box))
    assert max(high for _low, high in change.getextrema()) < 24  # type: ignore[misc]


def test_what_is_blurred_is_worked_out_from_nine_averages_alone(group: Image.Image) -> None:
    """Two pictures that differ in everything but those averages come out alike: nothing is left to sharpen."""
    area, box = Area(0.25, 0.25, 0.75, 0.75), (275, 188, 825, 562)
    other = group.copy()
    averages = group.crop(box).resize((3, 3), Image.Resampling.BOX)
    other.paste(averages.resize((box[2] - box[0], box[3] - box[1]), Image.Resampling.NEAREST), box[:2])
    ours, theirs = (points(blurred(jpeg(picture), [area])) for picture in (group, other))
    inner = (box[0] + 130, box[1] + 130, box[2] - 130, box[3] - 130)
    change = ImageChops.difference(ours.crop(inner), theirs.crop(inner))
    assert max(high for _low, high in change.getextrema()) < 12  # type: ignore[misc]


def test_everything_can_be_blurred_up_to_the_edges() -> None:
    made = points(blurred(jpeg(FACE), [Area(0, 0, 1, 1), Area(1, 1, 1, 1), Area(0, 0, 0, 0)]))
    assert made.size == FACE.size
    assert faces.find(made) == ()
