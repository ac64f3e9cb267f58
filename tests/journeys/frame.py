"""A browser in somebody's hands: open, tap, fill in, and say of each page whether it is sound."""

import os
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal
from uuid import UUID

import axe_playwright_python
from django.conf import settings
from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, ViewportSize

from keyzer.kit import clock
from tests.cast import browser_of

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
LOOK = "axe.run({resultTypes: ['violations'], preload: false})"
"""Every rule but the locked orientation, for which axe loads all styles again: the pages of design ask that one."""
SCREENS = os.environ.get("KEYZER_SCREENS")
"""A folder in which a picture of every page that a journey looks at is kept, at both sizes."""

PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1280, height=900)
Scheme = Literal["light", "dark"]
RAW = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{32}|\b[a-z]+-[a-z]+-[a-z]+-[a-z]+\b|None|%\(|\{[{%]")
"""Ids, digests and code words: what no page may show."""

LEFT_OVER = {
    "nl": re.compile(r"\b(the|and|you|your|not|with|what|who|this|that|from|for|was told)\b", re.IGNORECASE),
    "en": re.compile(
        r"\b(het|een|niet|van|voor|met|zijn|wordt|deze|naar|maar|ook|waar|wie|wat|je|uw|bij)\b", re.IGNORECASE
    ),
}
"""Frequent words of the other language: what a page that forgot its translation gives away."""


class Visitor:
    """One browser of one person on one school."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.complaints: list[str] = []
        self.page = self._tab()

    def _tab(self) -> Page:
        page = self.context.new_page()
        page.on("console", self._hears)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.set_default_timeout(6_000)
        return page

    def _hears(self, message: ConsoleMessage) -> None:
        """Keep what the browser complains of; that a page itself was refused is no complaint."""
        about_page = message.text.startswith("Failed to load resource") and "/static/" not in message.location["url"]
        if not about_page:
            self.complaints.append(message.text)

    def signs_in_as(self, person: UUID) -> None:
        """As if the person had just signed in on this browser."""
        name = settings.SESSION_COOKIE_NAME
        session = browser_of(person).cookies[name].value
        self.context.add_cookies([{"name": name, "value": session, "url": self.address}])

    def opens(self, path: str) -> int:
        """Go to a path of the school; answers the status."""
        answer = self.page.goto(self.address + path)
        assert answer is not None
        return answer.status

    @property
    def path(self) -> str:
        """Where the browser is, without the school's address and the place on the page."""
        return self.page.url.removeprefix(self.address).partition("#")[0]

    def taps(self, words: str, *, within: str | Locator = "main") -> None:
        """The link or button with these words, and wait for the page that follows."""
        place = self.page.locator(within) if isinstance(within, str) else within
        self.goes_through(place.get_by_role("button", name=words).or_(place.get_by_role("link", name=words)).first)

    def goes_through(self, door: Locator) -> None:
        """Tap it and wait for the page that follows; a look at the page before it is gone would fail now and then."""
        with self.page.expect_navigation():
            door.click()

    def unfolds(self, words: str) -> None:
        """What is folded away under these words; what lies open stays open."""
        fold = self.page.locator("details").filter(has=self.page.locator("summary", has_text=words)).first
        if fold.get_attribute("open") is None:
            fold.locator("summary").first.click()

    def ticks(self, *words: str, of: str = "") -> None:
        """Choose what bears these words among cards, `of` one question where several have the same answers."""
        place: Page | Locator = self.page.get_by_role("group", name=of) if of else self.page
        for each in words:
            place.get_by_label(re.compile(f"^{re.escape(each)}$", re.IGNORECASE)).check()

    def fills_in(self, said: Mapping[str, str | datetime]) -> None:
        """Write in the fields with these labels; a label may be followed by `(hoeft niet)`."""
        for label, value in said.items():
            written = clock.local(value).strftime("%Y-%m-%dT%H:%M") if isinstance(value, datetime) else value
            self.page.get_by_label(re.compile(rf"^{re.escape(label)}( \((hoeft niet|optional)\))?$")).fill(written)

    def reads(self, *words: str) -> None:
        """All these words are to be seen on the page."""
        seen = self.words()
        missing = [each for each in words if each not in seen]
        assert not missing, f"{self.path} does not show {missing}:\n{seen}"

    def does_not_read(self, *words: str) -> None:
        """None of these words is anywhere in the page's own part, folded away or not."""
        page = self.page.locator("main").inner_html()
        assert not [each for each in words if each in page], self.path

    def words(self) -> str:
        """The words to be seen, on one line."""
        return " ".join(self.page.locator("body").inner_text().split())

    def part(self, heading: str) -> Locator:
        """The section with this heading."""
        return self.page.locator("section").filter(has=self.page.get_by_role("heading", name=heading, exact=True)).last

    def finds_it_sound(self) -> None:
        """No axe violation, no complaint of the browser, nothing beside the screen, no code words."""
        self._keep_picture()
        self.page.evaluate(AXE)
        found = self.page.evaluate(LOOK)["violations"]
        wrong = [(rule["id"], node["html"], node["failureSummary"]) for rule in found for node in rule["nodes"]]
        assert not wrong, (self.path, wrong)
        width = self.page.viewport_size["width"] if self.page.viewport_size else 0
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width, self.path
        assert not self.complaints, self.path
        language = self.page.evaluate("document.documentElement.lang")
        assert not RAW.findall(self.words()), self.path
        assert not LEFT_OVER[language].findall(self.words()), self.path

    def _keep_picture(self) -> None:
        if not SCREENS:
            return
        folder = Path(SCREENS)
        folder.mkdir(parents=True, exist_ok=True)
        name = (
            re.sub(r"[0-9a-f-]{36}", "ID", self.path).strip("/").replace("/", "_").split("?")[0].split("#")[0]
            or "front"
        )
        number = len(list(folder.glob("*-phone.png")))
        usual = self.page.viewport_size
        for size, look in (("phone", PHONE), ("desk", DESK)):
            self.page.set_viewport_size(look)
            self.page.screenshot(path=folder / f"{number:03}-{name[:60]}-{size}.png", full_page=True)
        if usual:
            self.page.set_viewport_size(usual)


def moment(**after: int) -> datetime:
    """A moment from now, as somebody would fill it in."""
    return clock.now() + timedelta(**after)
