"""Where a checked photo goes: with a question to the manager, into the register of what was posted, or nowhere."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from keyzer.check.photo import decoding, faces, passing
from keyzer.check.photo.seen import Seen
from keyzer.consent import actions as consent
from keyzer.consent.models import PublishedPicture
from keyzer.consults import queries as consults
from keyzer.consults.models import Consult
from keyzer.ledger import files
from keyzer.people import queries as people
from keyzer.protocol import ImagePurpose, ImageSaid
from tests.cast import Cast

FACE = (Path(__file__).parent / "photos" / "face.jpg").read_bytes()
HERE = "/check/foto/"
ASKED = {
    "draft": "Onze winnaars van vandaag!",
    "platform": "instagram",
    "capacity": "for-school",
    "question": "Mag het gezicht erbij?",
}
SignIn = Callable[[UUID], Client]
WRITES = ("w", "a", "x", "+")
written: list[str] = []
watching: list[bool] = []


def _watch(event: str, args: tuple[Any, ...]) -> None:
    """Python tells of each file that it opens; those to write are noted while somebody watches."""
    if watching and event == "open" and isinstance(args[0], str):
        mode = args[1] if isinstance(args[1], str) else "w" if args[2] & (os.O_WRONLY | os.O_RDWR) else "r"
        if any(sign in mode for sign in WRITES):
            written.append(args[0])


sys.addaudithook(_watch)


@contextmanager
def watched() -> Iterator[list[str]]:
    written.clear()
    watching.append(True)
    try:
        yield written
    finally:
        watching.clear()


@pytest.fixture(scope="module")
def seen() -> Seen:
    """A photo with one face, looked at once for all."""
    return decoding.see(FACE)


@pytest.fixture
def with_photo(sign_in: SignIn, school_morning: datetime, seen: Seen) -> SignIn:
    """A browser that has just sent that photo."""

    def give(person: UUID) -> Client:
        browser = sign_in(person)
        browser.cookies["photo"] = passing.put(seen, holder=person, at=school_morning)
        return browser

    return give


def told(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    return unescape(answer.content.decode())


@pytest.mark.article("personeel-1", "personeel-6")
def test_a_checked_photo_goes_along_with_a_question(cast: Cast, with_photo: SignIn, passing_folder: Path) -> None:
    """As it looks on the page, and from then on the question alone holds it."""
    browser = with_photo(cast.mentor)
    assert f'href="{HERE}vragen/?wazig=1"' in told(browser.get(f"{HERE}kijk/?wazig=1"))
    assert "Deze foto gaat mee" in told(browser.get(f"{HERE}vragen/?wazig=1"))
    answer = browser.post(f"{HERE}vragen/?wazig=1", ASKED)
    consult = Consult.objects.get()
    assert answer.headers["Location"] == f"/ruggespraak/{consult.id}/"
    page = consults.page(people.viewer_of(cast.mentor, consult.asked_at.date()), consult.id)
    assert page is not None
    (picture,) = page.pictures
    sent = b"".join(files.content(consult.id, picture.id))
    assert faces.find(Image.open(BytesIO(sent))) == ()
    assert page.state.wanted.files == (picture.sha256,)
    assert list(passing_folder.iterdir()) == []
    assert browser.get(f"{HERE}kijk/").status_code == 302


def test_what_was_typed_is_kept_when_the_photo_is_gone(cast: Cast, with_photo: SignIn, passing_folder: Path) -> None:
    browser = with_photo(cast.mentor)
    next(passing_folder.iterdir()).unlink()
    page = told(browser.post(f"{HERE}vragen/", ASKED), status=422)
    assert "De foto is weg" in page
    assert "Onze winnaars van vandaag!</textarea>" in page
    assert 'action="/ruggespraak/vragen/"' in page
    assert not Consult.objects.exists()


def test_a_question_with_something_missing_keeps_the_photo(cast: Cast, with_photo: SignIn) -> None:
    browser = with_photo(cast.mentor)
    assert "Schrijf in een paar woorden" in told(browser.post(f"{HERE}vragen/", ASKED | {"question": ""}), status=422)
    assert browser.get(f"{HERE}kijk/").status_code == 200
    assert with_photo(cast.subject).get(f"{HERE}vragen/").status_code == 404


@pytest.mark.article("leerlingen-6", "reikwijdte-4c")
def test_where_it_was_posted_is_written_down_without_telling_again(
    cast: Cast, sign_in: SignIn, school_morning: datetime
) -> None:
    for guardian in (cast.guardian, cast.second_guardian):
        consent.answer(cast.subject, ImagePurpose.SITE, ImageSaid.YES, by=guardian, at=school_morning)
    browser, address = sign_in(cast.mentor), f"{HERE}wie/?klas={cast.class_2a}"
    sent = {"purpose": "site", "pupils": [str(cast.subject)]}
    page = told(browser.post(address, sent))
    assert f'<input type="hidden" name="pupils" value="{cast.subject}">' in page
    assert not PublishedPicture.objects.exists()
    told(browser.post(address, sent | {"place": ""}))
    refused = told(browser.post(address, sent | {"place": "Site", "pupils": [str(cast.affected)]}))
    assert "Niet iedereen mag op de foto" in refused
    assert not PublishedPicture.objects.exists()
    assert browser.post(address, sent | {"place": "Site, sportdag"}).headers["Location"] == "/beeld/gepubliceerd/"
    kept = PublishedPicture.objects.get()
    assert (kept.place, kept.purpose, kept.by_id) == ("Site, sportdag", "site", cast.mentor)
    assert [one.person_id for one in kept.shown.all()] == [cast.subject]


def test_disk_and_database_hold_nothing_of_a_photo_afterwards(
    cast: Cast, sign_in: SignIn, passing_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file that is opened to write is seen; the process that decodes may write none at all."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    monkeypatch.setenv("TMPDIR", str(scratch))
    browser, large = sign_in(cast.subject), FACE + bytes(6 * 1024 * 1024)
    before = {model: model._default_manager.count() for model in apps.get_models()}
    with watched() as opened:
        assert browser.post(HERE, {"chosen": SimpleUploadedFile("x.jpg", large)}).status_code == 302
        held = list(passing_folder.iterdir())
        for path in ("kijk/?wazig=1", "beeld/?wazig=1", "klaar/", "tekst/"):
            assert browser.get(HERE + path).status_code == 200
        browser.post(f"{HERE}weg/")
    assert len(held) == 1
    assert {Path(place) for place in opened} - {Path(os.devnull)} == set(held)
    assert [place for place in tmp_path.rglob("*") if place.is_file()] == []
    assert {model: model._default_manager.count() for model in apps.get_models()} == before
