"""What a phone shares with the app: a text, photos, or both; nothing comes of it but a page."""

import json
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from keyzer.ledger import queries as ledger
from tests.cast import Cast

SHARED = "/check/gedeeld/"
FACE = (Path(__file__).parent / "photos" / "face.jpg").read_bytes()
SignIn = Callable[[UUID], Client]
pytestmark = pytest.mark.usefixtures("school_morning")


def phone(sign_in: SignIn, person: UUID) -> Client:
    """A browser that bears no token of ours, as an app that shares."""
    found = Client(enforce_csrf_checks=True)
    found.cookies = sign_in(person).cookies
    return found


def told(answer: Any) -> str:
    return unescape(answer.content.decode())


def test_the_manifest_says_what_can_be_shared(client: Client) -> None:
    answer = client.get("/check/app.webmanifest")
    assert answer.headers["Content-Type"] == "application/manifest+json"
    target = json.loads(answer.content)["share_target"]
    assert (target["action"], target["method"], target["enctype"]) == (SHARED, "POST", "multipart/form-data")
    assert target["params"]["files"] == [{"name": "chosen", "accept": ["image/*"]}]


def test_a_text_that_is_shared_is_filled_in_and_not_looked_at_yet(sign_in: SignIn, cast: Cast) -> None:
    page = told(phone(sign_in, cast.subject).post(SHARED, {"title": "Feest", "text": "Noor Jansen komt"}))
    assert "Feest\nNoor Jansen komt</textarea>" in page
    assert "<mark" not in page
    assert "Deze tekst is te lang" in told(phone(sign_in, cast.subject).post(SHARED, {"text": "w" * 3_000_000}))


def test_a_photo_that_is_shared_comes_to_its_page_with_its_text(
    sign_in: SignIn, cast: Cast, passing_folder: Path
) -> None:
    browser, before = phone(sign_in, cast.subject), ledger.position()
    photos = [SimpleUploadedFile(f"{number}.jpg", FACE) for number in range(2)]
    page = told(browser.post(SHARED, {"chosen": photos, "text": "Kijk dan"}))
    assert "De foto is er" in page
    assert "Alleen de eerste foto is genomen" in page
    assert "Kijk dan</textarea>" in page
    assert len(list(passing_folder.iterdir())) == 1
    assert "Er is één gezicht gevonden" in told(browser.get("/check/foto/kijk/"))
    assert ledger.position() == before


def test_from_the_page_of_another_site_nothing_is_taken(sign_in: SignIn, cast: Cast, passing_folder: Path) -> None:
    for site in ("cross-site", "same-site"):
        sent = {"chosen": SimpleUploadedFile("x.jpg", FACE), "text": "ingevuld door een ander"}
        page = told(phone(sign_in, cast.subject).post(SHARED, sent, headers={"sec-fetch-site": site}))
        assert "Deel het nog een keer" in page
        assert "ingevuld door een ander" not in page
    assert not passing_folder.exists()


def test_who_must_sign_in_first_is_asked_to_share_again(
    client: Client, sign_in: SignIn, cast: Cast, passing_folder: Path
) -> None:
    answer = client.post(SHARED, {"chosen": SimpleUploadedFile("x.jpg", FACE)})
    assert answer.status_code == 302
    assert SHARED in unescape(answer.headers["Location"])
    assert "Deel het nog een keer" in told(sign_in(cast.subject).get(SHARED))
    assert not passing_folder.exists()


def test_a_file_that_is_no_photo_is_answered_as_on_the_page(sign_in: SignIn, cast: Cast) -> None:
    answer = phone(sign_in, cast.subject).post(SHARED, {"chosen": SimpleUploadedFile("x.svg", b"<svg/>")})
    assert answer.status_code == 400
    assert "SVG" in told(answer)
