"""The style page as people meet it: on a phone and on a desk, by day and by night, with and without a script."""

from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Dialog

from tests.rooms.design.conftest import open_page

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
SIZES = {"phone": (390, 844), "desk": (1280, 900)}
CAN_BE_TAPPED = (
    ".button, .tool:not(.menu .tool), .article, .door-title, .choice, .trail a, .pager a, .text-button, .leave"
)
REACH = """selector => [...document.querySelectorAll(selector)].filter(element => {
  const box = element.getBoundingClientRect();
  if (!box.width) return false;
  scrollTo(0, box.top + scrollY - 300);
  const now = element.getBoundingClientRect(), x = now.left + now.width / 2, y = now.top + now.height / 2;
  return [-20, 20].some(away => !document.elementFromPoint(x, y + away)?.closest(selector)?.isSameNode(element));
}).map(element => element.outerHTML.slice(0, 120))"""
SMALL_TEXT = """() => [...document.querySelectorAll("body *")].filter(element =>
  [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  && parseFloat(getComputedStyle(element).fontSize) < 16).map(element => element.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_no_axe_violation(chromium: Browser, client: Client, size: str, scheme: Literal["light", "dark"]) -> None:
    width, height = SIZES[size]
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    complaints: list[str] = []
    context.on("console", lambda message: complaints.append(message.text))
    page = open_page(context, client, "/design/")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert not [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]
    assert not complaints
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_everything_can_be_tapped_and_read_on_a_phone(phone: BrowserContext, client: Client) -> None:
    page = open_page(phone, client, "/design/")
    assert page.evaluate(REACH, CAN_BE_TAPPED.replace(", .leave", "")) == []
    assert page.evaluate(SMALL_TEXT) == []


def test_the_menu_opens_without_a_script(chromium: Browser, client: Client) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = open_page(context, client, "/design/")
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    assert not menu.is_visible()
    page.get_by_role("button", name="Menu").click()
    assert menu.get_by_role("link", name="Vandaag").is_visible()
    context.close()


def test_the_first_link_leads_past_the_menu(phone: BrowserContext, client: Client) -> None:
    page = open_page(phone, client, "/weg/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_form_is_sent_once(phone: BrowserContext, client: Client) -> None:
    page = open_page(phone, client, "/design/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    page.evaluate("document.addEventListener('submit', event => setTimeout(() => event.target.requestSubmit(), 1))")
    page.evaluate("document.querySelector('form.form').action = '/afmelden/'")
    page.locator("form.form").first.get_by_role("button", name="Versturen").click()
    page.wait_for_url("**/afmelden/")
    assert sent.count("POST") == 1


def test_unsaved_words_are_not_lost_by_accident(phone: BrowserContext, client: Client) -> None:
    page = open_page(phone, client, "/design/")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.locator("textarea").first.fill("Het begon maandag")
    page.get_by_role("link", name="Keyzer").first.click()
    page.wait_for_timeout(200)
    assert asked == ["beforeunload"]
    assert page.url.endswith("/design/")
