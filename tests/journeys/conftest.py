"""What every journey has: a school on a live server, a clock that can be moved on, and browsers to hand out."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from uuid import UUID

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from playwright.sync_api import Browser, ViewportSize
from pytest_django.live_server_helper import LiveServer

from tests.cast import NOW, Cast
from tests.journeys.frame import PHONE, Scheme, Visitor

Handing = Callable[..., Visitor]
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Leave a mark on a failed journey, so that its browsers keep a picture of where they stood."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture(autouse=True)
def now() -> Iterator[time_machine.Traveller]:
    """The clock of the server and of the test alike: it runs, and a journey may move it on."""
    with time_machine.travel(NOW, tick=True) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def evidence_folder(tmp_path: Path) -> Iterator[None]:
    """Evidence of one journey lies in a folder that is thrown away."""
    before = settings.KEYZER_EVIDENCE
    settings.KEYZER_EVIDENCE = tmp_path / "evidence"
    yield
    settings.KEYZER_EVIDENCE = before


@pytest.fixture
def hand(
    chromium: Browser, live_server: LiveServer, cast: Cast, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Handing]:
    """Hand a browser to somebody of the cast, or to a visitor when nobody is named."""
    cache.clear()
    handed: list[Visitor] = []

    def give(
        person: UUID | None = None,
        *,
        size: ViewportSize = PHONE,
        scheme: Scheme = "light",
        language: str = "nl-NL",
        scripts: bool = True,
    ) -> Visitor:
        context = chromium.new_context(
            viewport=size, color_scheme=scheme, locale=language, java_script_enabled=scripts, reduced_motion="reduce"
        )
        visitor = Visitor(context, live_server.url)
        handed.append(visitor)
        if person is not None:
            visitor.signs_in_as(person)
        return visitor

    yield give
    for number, visitor in enumerate(handed):
        if request.node.stash.get(FAILED, default=False):
            visitor.page.screenshot(path=tmp_path / f"browser-{number}.png", full_page=True)
            print(f"browser {number} stood at {visitor.path}: {visitor.words()}")  # noqa: T201 -- for who mends it
        visitor.context.close()
