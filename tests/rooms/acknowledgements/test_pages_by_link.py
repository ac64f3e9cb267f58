"""The link in a mail, for who has no account: it tells nothing by itself, and answers once."""

from datetime import date, timedelta
from uuid import UUID

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from keyzer.acknowledgements import links
from keyzer.acknowledgements.actions import answering
from keyzer.acknowledgements.models import Signature
from keyzer.ledger import queries as ledger
from keyzer.ledger.models import Access
from keyzer.people.models import Person, RoleHeld
from keyzer.post.models import Outgoing
from keyzer.protocol import Audience, Role
from tests.cast import NOW, SINCE, Cast
from tests.rooms.acknowledgements.pages import answer, words, words_of

pytestmark = pytest.mark.usefixtures("school_morning")


CHILD_BORN = "20-01-2013"


def knock(browser: Client, path: str, born: str) -> int:
    """Give a date of birth at the door of a link."""
    return browser.post(path, {"born": born}).status_code


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
    knock(browser, path, CHILD_BORN)
    browser.post(path, answer((cast.subject, Audience.LEERLING)))
    other = Client()
    knock(other, path, CHILD_BORN)
    assert "Voor Daan Bakker" in words(other, path)
    browser.post(f"{path}niet/", answer((cast.guardian, Audience.OUDER), reason="Ik lees dit nog eens."))
    assert "Deze link is al gebruikt" in words(Client(), path, 410)


def test_who_left_has_nothing_to_sign(volunteer: UUID, path: str) -> None:
    RoleHeld.objects.filter(person_id=volunteer).update(until=NOW.date() - timedelta(days=1))
    assert "Er is niets te tekenen" in words(Client(), path)
    Client().post(path, answer((volunteer, Audience.VRIJWILLIGER)))
    assert not Signature.objects.exists()


@pytest.mark.article("leerlingen-6")
def test_the_date_of_birth_of_the_child_is_asked_before_anything_is_shown(cast: Cast) -> None:
    browser, path = Client(), answering.make_link(cast.guardian, at=NOW)
    before = ledger.position()
    page = words(browser, path)
    assert "Geboortedatum" in page
    assert "Bakker" not in page
    assert browser.post(path, answer((cast.subject, Audience.LEERLING))).status_code == 422
    assert browser.post(f"{path}niet/", answer((cast.subject, Audience.LEERLING), reason="nee")).status_code == 422
    assert not Signature.objects.exists()
    assert knock(browser, path, "32-13-2013") == 422
    assert knock(browser, path, "21-01-2013") == 422
    assert knock(browser, path, CHILD_BORN) == 302
    assert ledger.position() == before
    assert "Daan Bakker" in words(browser, path)
    assert "Daan Bakker" not in words(Client(), path)
    with time_machine.travel(NOW + timedelta(minutes=31), tick=False):
        assert "Daan Bakker" not in words(browser, path)


def test_five_wrong_dates_shut_a_link_for_an_hour_for_everybody(cast: Cast) -> None:
    path = answering.make_link(cast.guardian, at=NOW)
    assert [knock(Client(), path, f"0{day}-02-2013") for day in range(1, 6)] == [422, 422, 422, 422, 429]
    assert knock(Client(), path, CHILD_BORN) == 429
    assert Access.objects.filter(object_kind="signing-link", outcome="refused").count() == 5
    other = answering.make_link(cast.second_guardian, at=NOW)
    assert knock(Client(), other, CHILD_BORN) == 302


def test_somebody_without_children_here_gives_the_own_date(volunteer: UUID, path: str) -> None:
    Person.objects.filter(id=volunteer).update(born=date(1961, 5, 17))
    browser = Client()
    assert knock(browser, path, "18-05-1961") == 422
    assert knock(browser, path, "17-05-1961") == 302
    assert "Ik teken" in words(browser, path)


@pytest.mark.article("reikwijdte-1")
def test_a_parent_whose_children_sign_themselves_gives_the_date_of_a_child_too(cast: Cast) -> None:
    Person.objects.filter(id=cast.subject).update(born=date(2009, 1, 20))
    browser, path = Client(), answering.make_link(cast.guardian, at=NOW)
    assert "Geboortedatum" in words(browser, path)
    assert knock(browser, path, CHILD_BORN) == 422
    assert knock(browser, path, "20-01-2009") == 302
    Person.objects.filter(id=cast.subject).update(born=None)
    assert "om zeker te weten dat u het bent" in words(Client(), path, 403)
    assert Client().post(path, answer((cast.guardian, Audience.OUDER))).status_code == 403
    assert not Signature.objects.exists()


def test_a_new_link_goes_to_the_known_address_and_the_answer_tells_nothing(volunteer: UUID, path: str) -> None:
    never, again = f"{links.PAGE}geen.echte.handtekening/", {"again": "1"}
    with time_machine.travel(NOW + links.LASTS + timedelta(days=1), tick=False):
        told = {words_of(Client().post(address, again)) for address in (path, never, f"{path[:-4]}xyz/")}
        assert len(told) == 1
        Client().post(path, again)
        mail = Outgoing.objects.get()
        assert (mail.to_id, mail.kind) == (volunteer, "waiting")
        assert "Ik teken" in words(Client(), mail.path)
        Client().post(mail.path, answer((volunteer, Audience.VRIJWILLIGER)))
        cache.clear()
        assert words_of(Client().post(path, again)) in told
        assert Outgoing.objects.count() == 1, "nothing is asked of this person any more"
