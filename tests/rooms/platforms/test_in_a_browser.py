"""The register on a phone: sound for who cannot see it, read without a script, ticks that stay in the browser."""

from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
PHONE = ViewportSize(width=390, height=844)
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


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return [rule["id"] for rule in page.evaluate("axe.run()")["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_is_sound_on_a_phone(
    chromium: Browser, live_server: LiveServer, scheme: Literal["light", "dark"]
) -> None:
    context = chromium.new_context(viewport=PHONE, color_scheme=scheme, locale="nl-NL")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for screen in SCREENS:
        page.goto(live_server.url + screen)
        assert violations(page) == [], screen
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, screen
    assert complaints == []
    context.close()


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
    assert context.cookies() == []
    page.get_by_role("button", name="Alle vinkjes weghalen").click()
    page.reload()
    assert not tick.is_checked()
    assert page.get_by_role("button", name="Alle vinkjes weghalen").is_hidden()
    context.close()
