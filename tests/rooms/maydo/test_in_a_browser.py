"""The walk through "Mag dit?" on a phone: without a script, by keyboard, and sound for who cannot see it."""

from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
PHONE = ViewportSize(width=390, height=844)
ANSWER = "/mag-dit/antwoord/"
SCREENS = (
    "/mag-dit/",
    "/mag-dit/?who=leerling",
    f"{ANSWER}?who=leerling&act=use-device&place=school",
    f"{ANSWER}?who=leerling&act=post&next=content",
    f"{ANSWER}?who=leerling&act=use-device&place=school&in_lesson=false",
    f"{ANSWER}?who=leerling&act=post&content=insulting&place=elsewhere",
    f"{ANSWER}?who=leerling&act=visit&content=offensive&place=elsewhere",
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


@pytest.mark.article("leerlingen-3")
def test_a_pupil_gets_an_answer_without_a_script(chromium: Browser, live_server: LiveServer) -> None:
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{live_server.url}/mag-dit/")
    for words in ("Een leerling", "Iets anders", "Iets plaatsen"):
        page.get_by_role("link", name=words, exact=True).click()
    page.get_by_label("Iets gewoons").check()
    page.get_by_role("button", name="Verder").click()
    for words in ("Een eigen privéaccount", "Ergens anders", "Nee, geen twijfel"):
        page.get_by_role("link", name=words, exact=True).click()
    assert page.get_by_role("heading", name="Ja, dit mag").is_visible()
    page.go_back()
    assert page.get_by_role("heading", name="Is er twijfel of dit wel kan?").is_visible()
    context.close()


@pytest.mark.article("leerlingen-7")
def test_the_keyboard_is_enough(chromium: Browser, live_server: LiveServer) -> None:
    context = chromium.new_context(viewport=PHONE, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{live_server.url}/mag-dit/?who=leerling")
    tapped = "Mag mijn telefoon mee naar school?"
    presses = 0
    while page.evaluate("document.activeElement.textContent.trim()") != tapped:
        presses += 1
        assert presses < 20
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Ja, dit mag").wait_for()
    context.close()
