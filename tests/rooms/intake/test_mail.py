"""Mail about a report: only for who asked, until they say no, and never a word of it."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from keyzer.intake import actions, queries
from keyzer.ledger.models import Event
from keyzer.people.models import Person, User
from keyzer.post.models import Outgoing
from tests.cast import NOW, Cast
from tests.rooms.intake.conftest import STORY, Telling

SignIn = Callable[[UUID], Client]


def mails(person: UUID) -> int:
    return Outgoing.objects.filter(to_id=person).count()


def answered(report: UUID, cast: Cast) -> None:
    page = queries.page(cast.viewer(cast.coordinator), report)
    assert page is not None
    actions.answer(report, "Dank je wel.", seen=page.version, by=cast.coordinator, at=NOW)


def test_nobody_gets_mail_unasked(cast: Cast, told: Telling) -> None:
    answered(told(cast.reporter), cast)
    assert mails(cast.reporter) == 0


@pytest.mark.parametrize("who", ["reporter", "reporters_guardian", "teacher"])
def test_who_asks_gets_it_until_it_is_enough(cast: Cast, sign_in: SignIn, told: Telling, who: str) -> None:
    person = getattr(cast, who)
    report, browser = told(person, by_mail="on", about="ander"), sign_in(person)
    handler = queries.handler_of(report)
    assert handler is not None
    actions.answer(report, "Dank je wel.", seen=1, by=handler, at=NOW)
    assert mails(person) == 1
    assert "Geen mail meer" in browser.get(f"/melden/{report}/").content.decode()
    browser.post(f"/melden/{report}/zeg/", {"go": "no-mail"})
    actions.answer(report, "Nog iets.", seen=3, by=handler, at=NOW)
    assert mails(person) == 1
    browser.post(f"/melden/{report}/zeg/", {"go": "mail"})
    actions.answer(report, "En nog iets.", seen=5, by=handler, at=NOW)
    assert mails(person) == 2
    [mail, *_others] = Outgoing.objects.filter(to_id=person)
    assert (mail.kind, mail.path) == ("waiting", f"/melden/{report}/")


def test_who_told_it_in_confidence_writes_the_wish_down_as_nobody(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    report = told(cast.reporter, way="in-vertrouwen")
    sign_in(cast.reporter).post(f"/melden/{report}/zeg/", {"go": "mail"})
    assert queries.wants_mail(report)
    assert not Event.objects.filter(by=cast.reporter).exists()


def test_nobody_else_wishes_it(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    report = told(cast.reporter)
    assert sign_in(cast.coordinator).post(f"/melden/{report}/zeg/", {"go": "mail"}).status_code == 422
    assert sign_in(cast.charlie).post(f"/melden/{report}/zeg/", {"go": "mail"}).status_code == 404
    assert not queries.wants_mail(report)


def test_the_story_is_in_no_mail(cast: Cast, told: Telling) -> None:
    answered(told(cast.reporter, by_mail="on"), cast)
    assert STORY not in repr([vars(mail) for mail in Outgoing.objects.all()])


def test_who_has_no_mailbox_is_not_asked(cast: Cast, sign_in: SignIn, school_morning: object) -> None:
    Person.objects.filter(id=cast.reporter).update(email="")
    User.objects.filter(person=cast.reporter).update(email="")
    form = sign_in(cast.reporter).get("/melden/nieuw/melding/").context["form"]
    assert "by_mail" not in form.fields
    assert "by_mail" in sign_in(cast.teacher).get("/melden/nieuw/melding/").context["form"].fields
