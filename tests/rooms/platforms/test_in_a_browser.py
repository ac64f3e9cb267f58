"""The register on a phone: sound for who cannot see it, read without a script, ticks that stay in the browser."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.cast import Cast
from tests.journeys.frame import PHONE, Scheme, Visitor

SCREENS = (
    "/programmas/",
    "/programmas/?q=bestaat+niet",
    "/programmas/instagram/",
    "/programmas/twitter/",
    "/programmas/instagram/melden/",
    "/programmas/snapchat/bewijs/",
    "/programmas/instagram/weghalen/",
    "/programmas/instellingen/",
    "/programmas/instellingen/?p=instagram&p=signal",
)


@pytest.mark.parametrize(("language", "scheme"), [("nl", "light"), ("en", "dark")])
def test_every_screen_is_sound_on_a_phone(
    chromium: Browser, live_server: LiveServer, cast: Cast, language: str, scheme: Scheme
) -> None:
    visitor = Visitor(chromium.new_context(viewport=PHONE, color_scheme=scheme, locale=language), live_server.url)
    for screen in SCREENS:
        assert visitor.opens(screen) == 200
        visitor.finds_it_sound()
    visitor.context.close()


@pytest.mark.article("reikwijdte-3")
def test_the_safety_coordinator_checks_a_text(chromium: Browser, live_server: LiveServer, cast: Cast) -> None:
    safety = Visitor(chromium.new_context(viewport=PHONE, locale="nl-NL"), live_server.url)
    safety.signs_in_as(cast.safety)
    safety.opens("/programmas/")
    safety.taps("Wat nog nagekeken moet worden")
    safety.finds_it_sound()
    safety.taps("Signal")
    safety.finds_it_sound()
    safety.taps("Ik heb het vandaag nagekeken")
    safety.reads("Bewaard: vandaag nagekeken.")
    safety.taps("Signal")
    safety.reads("Nagekeken op")
    safety.context.close()


@pytest.mark.article("leerlingen-1")
def test_a_pupil_finds_out_how_to_block_without_a_script(chromium: Browser, live_server: LiveServer) -> None:
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{live_server.url}/programmas/")
    page.get_by_label("Naam van de app").fill("insta")
    page.get_by_role("button", name="Zoeken").click()
    for words in ("Instagram", "Blokkeren"):
        page.get_by_role("link", name=words, exact=True).click()
    assert page.get_by_role("heading", name="Iemand blokkeren op Instagram").is_visible()
    page.get_by_role("link", name="Instagram", exact=True).click()
    page.get_by_role("link", name="Instellingen nakijken").click()
    assert page.get_by_role("checkbox", name="Is je account privé?").is_visible()
    context.close()


@pytest.mark.article("leerlingen-1", "leerlingen-4")
def test_ticks_are_there_again_and_are_sent_to_nobody(chromium: Browser, live_server: LiveServer) -> None:
    context = chromium.new_context(viewport=PHONE, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{live_server.url}/programmas/instellingen/")
    page.get_by_role("checkbox", name="Signal").check()
    page.get_by_role("button", name="Maak mijn lijst").click()
    page.wait_for_load_state("networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    tick = page.get_by_role("checkbox", name="Staat het registratieslot aan?")
    tick.focus()
    page.keyboard.press("Space")
    assert tick.is_checked()
    assert sent == []
    page.reload()
    assert tick.is_checked()
    assert [cookie.get("name") for cookie in context.cookies()] == ["csrftoken"]
    page.get_by_role("button", name="Alle vinkjes weghalen").click()
    page.reload()
    assert not tick.is_checked()
    assert page.get_by_role("button", name="Alle vinkjes weghalen").is_hidden()
    context.close()
