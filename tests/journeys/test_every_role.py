"""The demo school's front door, and what each role sees first: on a phone and a desk, by day and by night."""

import pytest
from django.conf import settings
from playwright.sync_api import ViewportSize
from pytest_django import Settings

from keyzer.people import actions
from tests.cast import NOW, Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import DESK, PHONE, Scheme


@pytest.fixture
def school(db: None, settings: Settings) -> None:
    """A demo school, in place of the real one of the other journeys."""
    settings.KEYZER_DEMO = True
    actions.found_school(
        name="De Keyzer", place="Teststad", edition="de-keyzer-2026-08-01", demo=True, settings={}, by=None, at=NOW
    )


@pytest.mark.parametrize(("scheme", "sizes"), [("light", (DESK, PHONE)), ("dark", (PHONE,))], ids=["light", "dark"])
def test_who_looks_around_signs_in_as_any_role_and_finds_a_sound_front_page(
    cast: Cast, hand: Handing, scheme: Scheme, sizes: tuple[ViewportSize, ...]
) -> None:
    visitor = hand(scheme=scheme)
    visitor.opens("/")
    visitor.taps("Rondkijken in de demoschool")
    visitor.finds_it_sound()
    roles = visitor.page.locator("main section").count()
    assert roles >= 12
    for place in range(roles):
        visitor.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
        visitor.opens("/demo/")
        visitor.goes_through(visitor.page.locator("main section").nth(place).get_by_role("button").first)
        visitor.reads("Dag ")
        for size in sizes:
            visitor.page.set_viewport_size(size)
            visitor.finds_it_sound()
