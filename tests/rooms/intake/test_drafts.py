"""What somebody is still writing: kept on the server for a day, readable with the browser's cookie alone."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import time_machine
from django.test import Client

from keyzer.intake import drafts
from keyzer.intake.models import Draft, Report
from tests.cast import NOW, Cast
from tests.rooms.intake.conftest import STORY, report_fields

SignIn = Callable[[UUID], Client]
DOOR = "/melden/nieuw/melding/"
BEGUN = {"step": "0", "go": "next", "words": STORY, "about": "gezien"}


def test_the_words_come_back_and_lie_nowhere_in_the_clear(cast: Cast, sign_in: SignIn, school_morning: object) -> None:
    browser = sign_in(cast.reporter)
    browser.post(DOOR, report_fields(**BEGUN))
    cookie = browser.cookies[drafts.COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/melden/")
    [kept] = Draft.objects.all()
    assert STORY.encode() not in bytes(kept.content)
    assert cookie.value not in kept.lookup
    page = browser.get(DOOR)
    assert page.context["now"].step == 1
    assert STORY in page.content.decode()
    assert "Dit is eerder geschreven" in page.content.decode()


def test_it_goes_when_it_is_sent_and_when_it_is_thrown_away(
    cast: Cast, sign_in: SignIn, school_morning: object
) -> None:
    browser = sign_in(cast.reporter)
    browser.post(DOOR, report_fields(**BEGUN))
    browser.post(DOOR, report_fields())
    assert (Draft.objects.count(), Report.objects.count()) == (0, 1)
    browser.post(DOOR, report_fields(**BEGUN))
    browser.post(DOOR, {"go": "discard"})
    assert Draft.objects.count() == 0
    assert STORY not in browser.get(DOOR).content.decode()


def test_the_next_one_at_a_shared_computer_does_not_find_it(
    cast: Cast, sign_in: SignIn, school_morning: object
) -> None:
    first, second = sign_in(cast.reporter), sign_in(cast.bystander)
    first.post(DOOR, report_fields(**BEGUN))
    second.cookies[drafts.COOKIE] = first.cookies[drafts.COOKIE].value
    assert STORY not in second.get(DOOR).content.decode()


def test_after_a_day_it_is_gone(cast: Cast, school_morning: object) -> None:
    browser = Client()
    door = "/melden/zonder-naam/melding/"
    browser.post(door, report_fields(**BEGUN))
    assert STORY in browser.get(door).content.decode()
    with time_machine.travel(NOW + timedelta(hours=24), tick=False):
        assert STORY not in browser.get(door).content.decode()
        Client().post(door, report_fields(**BEGUN))
    assert Draft.objects.count() == 1


def test_a_cookie_that_was_bent_is_no_draft(cast: Cast, school_morning: object) -> None:
    browser = Client()
    door = "/melden/zonder-naam/melding/"
    browser.post(door, report_fields(**BEGUN))
    right = browser.cookies[drafts.COOKIE].value
    for bent in ("", "x", "é", right[:-4] + "AAAA", right[4:]):
        browser.cookies[drafts.COOKIE] = bent
        assert STORY not in browser.get(door).content.decode()
