"""The page `Mag dit?` with what the school knows now: permit, exemption, custody, accounts, the manager's answer."""

from collections.abc import Callable
from datetime import datetime
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from tests.cast import Cast
from tests.rooms.permits.world import fill_in, give, ring

SignIn = Callable[[UUID], Client]
PHONE = "/mag-dit/antwoord/?who=leerling&act=use-device&place=school"


def page(browser: Client, url: str) -> str:
    return " ".join(unescape(browser.get(url).content.decode()).split())


@pytest.mark.article("leerlingen-7")
def test_a_pupil_hears_at_once_whether_the_phone_is_allowed_now(
    sign_in: SignIn, cast: Cast, school_morning: datetime
) -> None:
    ring(cast)
    before = page(sign_in(cast.subject), PHONE)
    assert "Vraag het eerst" in before
    assert "tot vandaag 10:30" in before
    give(cast)
    assert "Ja, dit mag" in page(sign_in(cast.subject), PHONE)
    assert "Is het tijdens een les?" in page(sign_in(cast.coordinator), PHONE)


def test_another_moment_can_be_asked_about(sign_in: SignIn, cast: Cast, school_morning: datetime) -> None:
    ring(cast)
    give(cast)
    assert f'href="{PHONE}&in_lesson=true"' in page(sign_in(cast.subject), PHONE)
    assert "Vindt de docent het goed?" in page(sign_in(cast.subject), f"{PHONE}&in_lesson=true")


def test_a_house_rule_beside_the_protocol_is_told_as_a_no(
    sign_in: SignIn, cast: Cast, school_morning: datetime
) -> None:
    ring(cast)
    fill_in(phone_in_breaks="mag-niet", bells_normal=[["08:00", "08:50"], ["10:50", "11:40"]])
    told = page(sign_in(cast.subject), PHONE)
    assert "Nee, dit mag niet" in told
    assert "huisregel" in told


def test_without_bells_everything_is_asked(sign_in: SignIn, cast: Cast, school_morning: datetime) -> None:
    assert "Is het tijdens een les?" in page(sign_in(cast.subject), PHONE)


@pytest.mark.article("personeel-7")
def test_staff_see_what_the_register_says(sign_in: SignIn, cast: Cast, school_morning: datetime) -> None:
    asked = "/mag-dit/antwoord/?who=personeel&act=befriend&towards=pupil"
    assert "geen account voor je werk in het register" in page(sign_in(cast.teacher), asked)
    assert "register" not in page(Client(), asked)
