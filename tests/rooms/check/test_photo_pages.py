"""The pages of the photo check: what they show, who sees a photo, and that nothing of it stays behind."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from keyzer.check.photo import decoding, faces, pages, passing, receiving
from keyzer.check.photo.seen import Problem, Seen, Unreadable
from keyzer.consent import actions as consent
from keyzer.ledger import queries as ledger
from keyzer.protocol import ImagePurpose, ImageSaid
from tests.cast import Cast

from .test_photo_bad_input import SVG, png

FACE = (Path(__file__).parent / "photos" / "face.jpg").read_bytes()
HERE = "/check/foto/"
Chosen = Callable[[UUID], Client]


def send(browser: Client, content: bytes, name: str = "vakantie.jpg", field: str = "chosen") -> Any:
    return browser.post(HERE, {field: SimpleUploadedFile(name, content)})


@pytest.fixture(scope="module")
def seen() -> Seen:
    """A photo with one face, looked at once for all."""
    return decoding.see(FACE)


@pytest.fixture
def with_photo(sign_in: Callable[[UUID], Client], school_morning: datetime, seen: Seen) -> Chosen:
    """A browser that has just sent that photo."""

    def give(person: UUID) -> Client:
        browser = sign_in(person)
        browser.cookies["photo"] = passing.put(seen, holder=person, at=school_morning)
        return browser

    return give


def page(browser: Client, path: str) -> str:
    answer = browser.get(HERE + path)
    assert answer.status_code == 200, path
    return str(answer.content.decode())


@pytest.mark.article("leerlingen-6")
def test_a_face_is_blurred_by_a_link_and_downloaded_so(cast: Cast, with_photo: Chosen) -> None:
    browser = with_photo(cast.subject)
    first = page(browser, "kijk/")
    assert 'href="/check/foto/kijk/?wazig=1#foto"' in first
    second = page(browser, "kijk/?wazig=1")
    assert 'href="/check/foto/klaar/?wazig=1"' in second
    assert 'href="/check/foto/beeld/?wazig=1"' in second
    plain, blurred, shown = (browser.get(HERE + path) for path in ("klaar/", "klaar/?wazig=1", "beeld/?wazig=1"))
    assert blurred.headers["Content-Disposition"] == 'attachment; filename="foto.jpg"'
    found = [len(faces.find(Image.open(BytesIO(one.content)))) for one in (plain, blurred, shown)]
    assert found == [1, 0, 0]


def test_a_place_that_was_missed_is_pointed_at_in_squares(cast: Cast, with_photo: Chosen) -> None:
    browser = with_photo(cast.subject)
    squares = page(browser, "kijk/?wazig=1&vak=13&wijs=1")
    assert squares.count("photo-square") == 144
    assert 'href="/check/foto/kijk/?wazig=1&amp;wijs=1#foto"' in squares, "a square is shown again"
    made = Image.open(BytesIO(browser.get(f"{HERE}klaar/?vak=13").content))
    plain = Image.open(BytesIO(browser.get(f"{HERE}klaar/").content))
    assert made.crop((0, 0, 20, 20)).tobytes() == pytest.approx(plain.crop((0, 0, 20, 20)).tobytes(), abs=24)
    assert "photo-square" not in page(browser, "kijk/?wazig=99&vak=x&vak=144&vak=٣&wijs=2")


def test_nothing_of_a_photo_stays_behind(cast: Cast, sign_in: Chosen, passing_folder: Path, caplog: Any) -> None:
    before, browser = ledger.position(), sign_in(cast.subject)
    assert send(browser, FACE).headers["Location"] == f"{HERE}kijk/"
    cookie = browser.cookies["photo"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (HERE, True, "Strict")
    kept = list(passing_folder.iterdir())
    assert len(kept) == 1
    assert kept[0].stat().st_mode & 0o077 == 0
    assert FACE[1000:1040] not in kept[0].read_bytes()
    assert b"JFIF" not in kept[0].read_bytes()
    page(browser, "kijk/")
    assert browser.post(f"{HERE}weg/").status_code == 302
    assert list(passing_folder.iterdir()) == []
    assert browser.get(f"{HERE}kijk/").headers["Location"] == f"{HERE}?weg=1"
    assert "De foto is weg" in page(browser, "?weg=1")
    assert ledger.position() == before
    assert caplog.records == []


def test_only_the_browser_that_sent_a_photo_can_open_it(cast: Cast, with_photo: Chosen, sign_in: Chosen) -> None:
    """Not another person who has the cookie, and not the school, which has no key."""
    cookie = with_photo(cast.subject).cookies["photo"]
    other = sign_in(cast.director)
    for word in (cookie.value, cookie.value[:-1] + "0", "zomaar", "../../keys/school.key", ""):
        other.cookies["photo"] = word
        assert [other.get(f"{HERE}{path}").status_code for path in ("kijk/", "beeld/", "klaar/", "tekst/")] == [302] * 4


def test_after_half_an_hour_a_photo_is_gone(cast: Cast, with_photo: Chosen, passing_folder: Path) -> None:
    browser = with_photo(cast.subject)
    later = datetime.fromtimestamp(next(passing_folder.iterdir()).stat().st_mtime).astimezone() + timedelta(minutes=31)
    with time_machine.travel(later, tick=False):
        assert browser.get(f"{HERE}kijk/").status_code == 302
    assert passing.sweep(later) == 1
    assert list(passing_folder.iterdir()) == []


def test_a_second_photo_takes_the_place_of_the_first(cast: Cast, with_photo: Chosen, passing_folder: Path) -> None:
    browser = with_photo(cast.subject)
    send(browser, FACE, field="taken")
    assert len(list(passing_folder.iterdir())) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (SVG, "SVG"),
        (png(10_000, 10_000), "100 miljoen beeldpunten"),
        (b"\xff\xd8\xff" + bytes(41 * 1024 * 1024), "hoogstens 40 MB"),
    ],
    ids=["svg", "points", "heavy"],
)
def test_a_photo_that_cant_be_read_is_answered_in_clear_words(
    cast: Cast, sign_in: Chosen, passing_folder: Path, content: bytes, words: str
) -> None:
    answer = send(sign_in(cast.subject), content)
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert not passing_folder.exists()


def test_who_sends_one_photo_after_the_other_waits(cast: Cast, sign_in: Chosen) -> None:
    browser = sign_in(cast.subject)
    for _ in range(10):
        assert "SVG" in send(browser, SVG).content.decode()
    assert "Dit waren veel foto" in send(browser, FACE).content.decode()
    assert send(sign_in(cast.reporter), FACE).status_code == 302


@pytest.mark.parametrize("problem", Problem)
def test_each_problem_has_words_of_its_own(problem: Problem) -> None:
    others = {pages.problem(Unreadable(other)) for other in Problem if other is not problem}
    assert pages.problem(Unreadable(problem)) not in others


def test_what_announces_far_too_much_is_not_read(cast: Cast, sign_in: Chosen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "WORTH_READING", len(FACE))
    answer = send(sign_in(cast.subject), FACE)
    assert answer.status_code == 400
    assert "hoogstens 40 MB" in answer.content.decode()


def test_words_in_the_photo_are_read_where_the_machine_can(
    cast: Cast, with_photo: Chosen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program in the place of tesseract, and none at all."""
    browser, programs = with_photo(cast.subject), tmp_path / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    assert "geen programma dat tekst" in page(browser, "kijk/")
    assert "geen programma dat tekst" in page(browser, "tekst/")
    reader = programs / "tesseract"
    reader.write_text("#!/bin/sh\nwhile read -r line; do :; done\necho 'Noor, 2A, lokaal 12'\n", encoding="utf-8")
    reader.chmod(0o755)
    assert "Lees de tekst" in page(browser, "kijk/")
    words = page(browser, "tekst/?wazig=1")
    assert "Noor, 2A, lokaal 12</textarea>" in words
    assert 'href="/check/foto/kijk/?wazig=1"' in words


def test_a_form_of_somebody_else_can_send_no_photo(cast: Cast, sign_in: Chosen) -> None:
    browser = sign_in(cast.subject)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    assert send(strict, FACE).status_code == 403


@pytest.mark.article("reikwijdte-4")
@pytest.mark.article("personeel-6")
def test_staff_read_who_of_those_they_tick_may_not_be_shown(
    cast: Cast, sign_in: Chosen, school_morning: datetime
) -> None:
    """Silence is no; of who was not ticked nothing is told."""
    consent.answer(cast.subject, ImagePurpose.SITE, ImageSaid.YES, by=cast.guardian, at=school_morning)
    consent.answer(cast.subject, ImagePurpose.SITE, ImageSaid.YES, by=cast.second_guardian, at=school_morning)
    browser, address = sign_in(cast.mentor), f"{HERE}wie/?klas={cast.class_2a}&wazig=1"
    before = ledger.position()

    def asked(*pupils: UUID, purpose: str = "site") -> str:
        sent = browser.post(address, {"purpose": purpose, "pupils": [str(one) for one in pupils]})
        assert sent.status_code == 200
        return sent.content.decode().partition('<form class="form"')[0]

    assert "Iedereen die is aangevinkt, mag op de foto" in asked(cast.subject)
    some = asked(cast.subject, cast.affected)
    assert "Noor Jansen" in some
    assert "Daan Bakker" not in some
    assert "Lena Visser" not in some
    assert "Daan Bakker" in asked(cast.subject, purpose="pers")
    assert browser.post(address, {}).status_code == 422
    assert ledger.position() == before


def test_who_may_be_shown_is_not_for_pupils_and_not_for_another_class(cast: Cast, sign_in: Chosen) -> None:
    for person in (cast.subject, cast.guardian, cast.hr):
        assert sign_in(person).get(f"{HERE}wie/").status_code == 404
    mentor = sign_in(cast.mentor)
    for wanted in (cast.class_3a, "zomaar", "x" * 400):
        assert mentor.get(f"{HERE}wie/?klas={wanted}").status_code == 404
