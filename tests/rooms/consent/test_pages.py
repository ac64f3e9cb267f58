"""The pages of consent: who sees what, one tap, and how much they ask of the database."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from keyzer.consent.actions import answer, publish
from keyzer.consent.actions.published import PictureDraft
from keyzer.people.models import Person
from keyzer.protocol import ImagePurpose, ImageSaid
from tests.cast import NOW, TODAY, Cast, browser_of

SITE = ImagePurpose.SITE
pytestmark = [pytest.mark.article("leerlingen-6"), pytest.mark.usefixtures("school_morning")]


def page(who: UUID, path: str) -> str:
    found = browser_of(who).get(path)
    assert found.status_code == 200, path
    return found.content.decode()


def both_say_yes(cast: Cast) -> None:
    for guardian in (cast.guardian, cast.second_guardian):
        answer(cast.subject, SITE, ImageSaid.YES, by=guardian, at=NOW)


def test_one_tap_withdraws(cast: Cast) -> None:
    both_say_yes(cast)
    browser, url = browser_of(cast.guardian), f"/beeld/{cast.subject}/"
    assert "Toestemming intrekken" in browser.get(url).content.decode()
    assert browser.post(f"{url}site/", {"said": "no"}).status_code == 302
    assert "De antwoorden zijn nog niet hetzelfde" in page(cast.second_guardian, url)
    assert "Marja" not in page(cast.second_guardian, url)


def test_a_form_without_an_answer_and_words_that_do_not_exist(cast: Cast) -> None:
    browser, url = browser_of(cast.guardian), f"/beeld/{cast.subject}/"
    assert browser.post(url, {}).status_code == 422
    assert browser.post(url, {"site": "misschien"}).status_code == 422
    assert browser.post(f"{url}tiktok/", {"said": "no"}).status_code == 404
    assert browser.post(f"{url}site/", {"said": "misschien"}).status_code == 404
    lifting = browser.post(f"{url}site/", {"said": "lifted"}, follow=True)
    assert "Kies ja of nee" in lifting.content.decode()


def test_a_guardian_is_not_told_what_a_pupil_of_sixteen_chose(cast: Cast) -> None:
    Person.objects.filter(id=cast.subject).update(born=TODAY.replace(year=2010))
    answer(cast.subject, SITE, ImageSaid.YES, by=cast.subject, at=NOW)
    publish(PictureDraft("Website, sportdag", SITE, TODAY, frozenset({cast.subject})), by=cast.teacher, at=NOW)
    seen = page(cast.guardian, f"/beeld/{cast.subject}/")
    assert "Vanaf 16 jaar kiest uw kind zelf" in seen
    assert 'class="state' not in seen
    assert "sportdag" not in seen
    assert "sportdag" in page(cast.subject, f"/beeld/{cast.subject}/")


def test_the_class_list_tells_names_and_nothing_of_who_said_it(cast: Cast) -> None:
    both_say_yes(cast)
    seen = page(cast.mentor, f"/beeld/klas/{cast.class_2a}/?doel=site")
    hidden, _, shown = seen.partition("shown-heading")
    assert "Lena Visser" in hidden
    assert "Daan Bakker" in shown
    assert "Marja" not in seen
    assert "Daan Bakker" not in page(cast.mentor, f"/beeld/klas/{cast.class_2a}/?doel=pers").partition("shown-h")[2]


def test_a_picture_is_written_down_with_who_may_be_in_it(cast: Cast) -> None:
    both_say_yes(cast)
    browser, url = browser_of(cast.teacher), f"/beeld/gepubliceerd/nieuw/{cast.class_2a}/"
    said = {"place": "Website", "purpose": "site", "published_on": "2026-11-23", "persons": [cast.subject]}
    assert browser.post(url, {**said, "published_on": "2026-11-24"}).status_code == 422
    refused = browser.post(url, {**said, "persons": [cast.subject, cast.reporter]})
    assert refused.status_code == 422
    assert "geen toestemming van: Lena Visser" in refused.content.decode()
    assert browser.post(url, said).status_code == 302
    assert "te zien" in page(cast.guardian, f"/beeld/{cast.subject}/")


@pytest.mark.parametrize(
    ("who", "path", "most"),
    [
        ("guardian", "/beeld/", 16),
        ("guardian", "/beeld/{subject}/", 18),
        ("mentor", "/beeld/klas/{class_2a}/", 16),
        ("teacher", "/beeld/gepubliceerd/", 16),
    ],
)
def test_a_page_asks_little_of_the_database(cast: Cast, who: str, path: str, most: int) -> None:
    both_say_yes(cast)
    browser, url = browser_of(getattr(cast, who)), path.format(subject=cast.subject, class_2a=cast.class_2a)
    browser.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(url).status_code == 200
    assert len(asked) <= most
