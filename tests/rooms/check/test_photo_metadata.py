"""What the file of a photo gives away is told in words and is gone afterwards, by a tool that we did not write."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from pillow_heif import from_pillow

from keyzer.check.photo import decoding, looking
from keyzer.check.photo.areas import Area
from keyzer.check.photo.blurring import blurred
from keyzer.check.photo.seen import Seen, Telling

from . import exiftool

FACE = (Path(__file__).parent / "photos" / "face.jpg").read_bytes()
TAGS = (
    "-GPSLatitude=52.37403", "-GPSLatitudeRef=N", "-GPSLongitude=4.88969", "-GPSLongitudeRef=E", "-GPSAltitude=3",
    "-DateTimeOriginal=2026:11:20 08:15:00", "-Make=Fairphone", "-Model=FP5", "-SerialNumber=A17-0042",
    "-OwnerName=Noor Jansen", "-Artist=Noor Jansen", "-Software=Bewerker 3", "-ImageDescription=Klas 2A in de gang",
    "-UserComment=niet doorsturen", "-IPTC:Keywords=2A", "-IPTC:City=Amsterdam", "-XMP-dc:Subject=gym",
    "-XMP-mwg-rs:RegionName=Daan Bakker", "-XMP-mwg-rs:RegionType=Face", "-Comment=thuis gemaakt",
    "-XMP-GCamera:MicroVideo=1",
)  # fmt: skip


@pytest.fixture(scope="module")
def telling_photo(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A photo full of metadata, a colour profile and a small copy among it."""
    folder = tmp_path_factory.mktemp("photo")
    (folder / "small.jpg").write_bytes(FACE)
    out = BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.open(BytesIO(FACE)).save(out, "JPEG", icc_profile=profile)
    return exiftool.with_tags(out.getvalue(), folder, *TAGS, f"-ThumbnailImage<={folder / 'small.jpg'}")


@pytest.mark.article("leerlingen-6")
@pytest.mark.article("personeel-6")
def test_all_that_the_file_tells_is_said_and_none_of_it_goes_along(telling_photo: bytes, tmp_path: Path) -> None:
    assert len(exiftool.told(telling_photo, tmp_path)) > 30
    seen = looking.look(telling_photo)
    told = {one.what: one.value for one in seen.told}
    assert told[Telling.PLACE] == "52.37403° N, 4.88969° E"
    assert told[Telling.TIME] == "2026-11-20 08:15:00"
    assert told[Telling.DEVICE] == "Fairphone, FP5"
    assert told[Telling.SERIAL] == "A17-0042"
    assert told[Telling.OWNER] == "Noor Jansen"
    assert told[Telling.PROGRAM] == "Bewerker 3"
    assert told[Telling.PEOPLE] == "Daan Bakker"
    assert "Klas 2A in de gang, niet doorsturen" in {one.value for one in seen.told}
    assert {Telling.SMALL_COPY, Telling.FILM, Telling.EDITING} <= set(told)
    for clean in (seen.picture, seen.preview, blurred(seen.picture, [Area(0, 0, 0.5, 0.5)])):
        assert exiftool.told(clean, tmp_path) == {}


def test_a_photo_of_an_iphone_is_read_and_comes_out_without_its_place(telling_photo: bytes, tmp_path: Path) -> None:
    """HEIC, turned by a quarter, with the metadata of the other."""
    photo, out = Image.open(BytesIO(telling_photo)).resize((120, 80)), BytesIO()
    heif = from_pillow(photo)
    heif.info["exif"] = Image.open(BytesIO(telling_photo)).getexif().tobytes()
    heif.save(out)
    seen = decoding.see(out.getvalue())
    assert (seen.width, seen.height) == (120, 80)
    assert Telling.PLACE in {one.what for one in seen.told}
    assert exiftool.told(seen.picture, tmp_path) == {}


def test_words_hidden_in_a_png_are_told(tmp_path: Path) -> None:
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 -- a name that only this test needs

    words, out = PngInfo(), BytesIO()
    words.add_text("Author", "Noor uit 2A")
    Image.new("RGBA", (40, 30), (200, 0, 0, 0)).save(out, "PNG", pnginfo=words)
    seen = decoding.see(out.getvalue())
    assert "Noor uit 2A" in {one.value for one in seen.told}
    assert exiftool.told(seen.picture, tmp_path) == {}
    assert _corner(seen) == (255, 255, 255)


def test_a_photo_taken_lying_down_stands_up(telling_photo: bytes, tmp_path: Path) -> None:
    """The way up is kept in the points, for the mark that said so is gone."""
    out = BytesIO()
    picture = Image.new("RGB", (60, 40))
    picture.paste((255, 0, 0), (0, 0, 30, 40))
    picture.save(out, "JPEG", quality=95)
    seen = decoding.see(exiftool.with_tags(out.getvalue(), tmp_path, "-Orientation#=6"))
    assert (seen.width, seen.height) == (40, 60)
    red, green, _blue = _corner(seen)
    assert (red, green) > (200, 0)


def test_of_a_photo_that_tells_nothing_nothing_is_said() -> None:
    assert decoding.see(FACE).told == ()


def _corner(seen: Seen) -> tuple[int, ...]:
    point = Image.open(BytesIO(seen.picture)).getpixel((2, 2))
    assert isinstance(point, tuple)
    return tuple(int(part) for part in point)
