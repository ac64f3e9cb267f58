"""The link in a mail, for who has no account: it tells nothing by itself, and answers once."""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from keyzer.acknowledgements import links
from keyzer.acknowledgements.actions import answering
from keyzer.acknowledgements.models import Signature
from keyzer.ledger import queries as ledger
from keyzer.people.models import RoleHeld
from keyzer.protocol import Audience, Role
from tests.cast import NOW, SINCE, Cast
from tests.rooms.acknowledgements.pages import answer, words

pytestmark = pytest.mark.usefixtures("school_morning")


@pytest.fixture
def volunteer(cast: Cast) -> UUID:
    """Somebody who helps in the library."""
    RoleHeld.objects.create(person_id=cast.stranger, role=Role.VRIJWILLIGER, since=SINCE)
    return cast.stranger


@pytest.fixture
def path(volunteer: UUID) -> str:
    """The link that was mailed."""
    return answering.make_link(volunteer, at=NOW)


@pytest.mark.article("reikwijdte-1")
def test_a_volunteer_signs_by_link_once(volunteer: UUID, path: str) -> None:
    browser, before = Client(), ledger.position()
    assert "Ik teken" in words(browser, path)
    assert ledger.position() == before
    browser.post(path, answer((volunteer, Audience.VRIJWILLIGER)))
    row = Signature.objects.get()
    assert (row.how, row.by_id, row.audience) == ("link", volunteer, "vrijwilliger")
    assert "Bedankt" in words(browser, path)
    other = Client()
    assert "Deze link is al gebruikt" in words(other, path, 410)
    assert other.post(path, answer((volunteer, Audience.VRIJWILLIGER))).status_code == 410
    assert other.post(f"{path}niet/", answer((volunteer, Audience.VRIJWILLIGER), reason="nee")).status_code == 410
    assert Signature.objects.count() == 1


def test_who_signed_sees_it_again_and_can_do_no_more_with_it(volunteer: UUID, path: str) -> None:
    browser = Client()
    browser.post(path, answer((volunteer, Audience.VRIJWILLIGER)))
    browser.post(f"{path}niet/", answer((volunteer, Audience.VRIJWILLIGER), reason="toch niet"))
    assert [row.state for row in Signature.objects.all()] == ["signed"]


def test_a_link_tells_nothing_in_its_address(volunteer: UUID, path: str) -> None:
    assert volunteer.hex not in path.replace("-", "")
    page = Client().get(path)
    assert "no-store" in page.headers["Cache-Control"]
    assert "noindex" in page.headers["X-Robots-Tag"]


def test_a_changed_or_expired_link_is_answered_kindly(path: str) -> None:
    changed = path[:-3] + ("aa/" if path[-3:] != "aa/" else "bb/")
    assert "Deze link werkt niet" in words(Client(), changed, 404)
    with time_machine.travel(NOW + links.LASTS + timedelta(minutes=1), tick=False):
        assert "Deze link werkt niet" in words(Client(), path, 404)


@pytest.mark.article("reikwijdte-1")
def test_a_guardian_answers_for_one_child_first_and_the_link_waits(cast: Cast) -> None:
    browser, path = Client(), answering.make_link(cast.guardian, at=NOW)
    browser.post(path, answer((cast.subject, Audience.LEERLING)))
    assert "Voor Daan Bakker" in words(Client(), path)
    browser.post(f"{path}niet/", answer((cast.guardian, Audience.OUDER), reason="Ik lees dit nog eens."))
    assert "Deze link is al gebruikt" in words(Client(), path, 410)


def test_who_left_has_nothing_to_sign(volunteer: UUID, path: str) -> None:
    RoleHeld.objects.filter(person_id=volunteer).update(until=NOW.date() - timedelta(days=1))
    assert "Er is niets te tekenen" in words(Client(), path)
    Client().post(path, answer((volunteer, Audience.VRIJWILLIGER)))
    assert not Signature.objects.exists()
