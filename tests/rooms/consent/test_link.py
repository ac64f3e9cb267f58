"""The link in a mail, for a guardian without an account: it opens to a date of birth, and takes a yes back as well."""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from keyzer.consent import links, queries
from keyzer.consent.actions import answer, answer_all, make_link, remind_in_time
from keyzer.consent.models import Answer, ConsentReminder
from keyzer.ledger.models import Access
from keyzer.people.models import Guardianship, Person, User
from keyzer.post.models import Outgoing
from keyzer.protocol import ImagePurpose, ImageSaid
from tests.cast import NOW, SINCE, TODAY, Cast

SITE, PRESS = ImagePurpose.SITE, ImagePurpose.PERS
BORN, A_WEEK = {"born": "20-01-2013"}, timedelta(weeks=1)
pytestmark = [pytest.mark.article("leerlingen-6"), pytest.mark.usefixtures("school_morning")]


@pytest.fixture
def path(cast: Cast) -> str:
    """The link that was mailed to a guardian of Daan."""
    return make_link(cast.guardian, at=NOW)


def inside(path: str) -> Client:
    browser = Client()
    assert browser.post(path, BORN).status_code == 302
    return browser


def reads(browser: Client, path: str, status: int = 200) -> str:
    page = browser.get(path)
    assert page.status_code == status
    return page.content.decode()


def test_nothing_is_told_before_the_date_of_birth_and_a_wrong_one_leaves_a_trace(cast: Cast, path: str) -> None:
    browser = Client()
    page = browser.get(path)
    assert "Daan" not in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert browser.post(path, {"born": "21-01-2013"}).status_code == 422
    assert browser.post(path, {"site": "yes"}).status_code == 422
    assert Access.objects.filter(outcome="refused", object_kind="consent-link").count() == 1
    for _one in range(4):
        browser.post(path, {"born": "21-01-2013"})
    assert browser.post(path, BORN).status_code == 429
    assert not Answer.objects.exists()


def test_a_guardian_chooses_and_takes_it_back_by_the_same_link(cast: Cast, path: str) -> None:
    answer(cast.subject, SITE, ImageSaid.YES, by=cast.second_guardian, at=NOW)
    browser = inside(path)
    assert "Daan Bakker" in reads(browser, path)
    browser.post(path, {"site": "yes", "pers": "no"})
    assert set(Answer.objects.filter(signer_id=cast.guardian).values_list("purpose", "said", "how")) == {
        ("site", "yes", "link"),
        ("pers", "no", "link"),
    }
    assert queries.may_show(cast.subject, SITE, TODAY)
    again = inside(path)
    page = reads(again, path)
    assert "Toestemming intrekken" in page
    assert f"?wie={cast.subject}&amp;doel=site" in page
    again.post(f"{path}?wie={cast.subject}&doel=site", {"said": "no"})
    assert not queries.may_show(cast.subject, SITE, TODAY)


def test_of_two_children_each_has_its_own_page_and_somebody_elses_has_none(cast: Cast, path: str) -> None:
    Guardianship.objects.create(guardian_id=cast.guardian, child_id=cast.bystander, since=SINCE)
    browser = inside(path)
    page = reads(browser, path)
    assert "Daan Bakker" in page
    assert f"?wie={cast.bystander}" in page
    assert "Al uw kinderen" in reads(browser, f"{path}?wie={cast.bystander}")
    for wrong in (cast.reporter, cast.guardian, "x"):
        assert browser.get(f"{path}?wie={wrong}").status_code == 404
    assert browser.post(f"{path}?wie={cast.reporter}&doel=site", {"said": "no"}).status_code == 404


def test_without_a_known_date_of_birth_it_stays_shut(cast: Cast, path: str) -> None:
    Person.objects.filter(id__in=(cast.subject, cast.guardian)).update(born=None)
    assert "nog geen geboortedatum" in reads(Client(), path, 403)


def test_an_expired_link_is_mailed_anew_also_to_who_answered_everything(cast: Cast, path: str) -> None:
    answer_all(cast.subject, dict.fromkeys(ImagePurpose, ImageSaid.NO), by=cast.guardian, at=NOW)
    User.objects.filter(person_id=cast.guardian).delete()
    Person.objects.filter(id=cast.guardian).update(email="marja@example.org")
    with time_machine.travel(NOW + links.LASTS + timedelta(days=1), tick=False):
        assert "Deze link werkt niet" in reads(Client(), path, 404)
        Outgoing.objects.all().delete()
        for wrong in (f"{links.PAGE}geen.echte.handtekening/", path, path):
            assert "Kijk in de mail" in Client().post(wrong, {"again": "1"}).content.decode()
        (mail,) = Outgoing.objects.all()
    assert mail.to_id == cast.guardian
    assert mail.path.startswith(links.PAGE)
    cache.clear()


def reminded(person: UUID) -> list[str]:
    return list(Outgoing.objects.filter(to_id=person, kind="image-consent").values_list("path", flat=True))


def test_the_reminder_of_who_has_no_account_is_a_link_and_is_taken_back_when_it_lost_its_sense(cast: Cast) -> None:
    for guardian, address in ((cast.guardian, "marja@example.org"), (cast.second_guardian, "")):
        User.objects.filter(person_id=guardian).delete()
        Person.objects.filter(id=guardian).update(email=address)
    remind_in_time(NOW)
    remind_in_time(NOW + A_WEEK)
    (path,) = reminded(cast.guardian)
    assert path.startswith(links.PAGE)
    assert not reminded(cast.second_guardian)
    Guardianship.objects.filter(guardian_id=cast.guardian).update(until=TODAY + A_WEEK)
    remind_in_time(NOW + A_WEEK + timedelta(days=1))
    assert not reminded(cast.guardian)
    assert not ConsentReminder.objects.filter(person_id=cast.guardian).exists()


def test_two_guardians_that_differ_hear_it_with_or_without_an_account(cast: Cast) -> None:
    User.objects.filter(person_id=cast.guardian).delete()
    Person.objects.filter(id=cast.guardian).update(email="marja@example.org")
    answer(cast.subject, PRESS, ImageSaid.YES, by=cast.guardian, at=NOW)
    answer(cast.subject, PRESS, ImageSaid.NO, by=cast.second_guardian, at=NOW)
    told = dict(Outgoing.objects.filter(kind="waiting").values_list("to_id", "path"))
    assert told.pop(cast.guardian).startswith(links.PAGE)
    assert told == {cast.second_guardian: f"/beeld/{cast.subject}/"}
