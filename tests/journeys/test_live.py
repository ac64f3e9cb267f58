"""Teacher, pupil and wall at the same time: the yes is there within two seconds, and nobody loads a page again."""

from collections.abc import Iterator
from pathlib import Path
from subprocess import Popen

import pytest
from django.conf import settings
from playwright.sync_api import expect

from keyzer.live import address
from tests.cast import NOW, Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import DESK, Visitor
from tests.rooms.permits.world import ring
from tests.streaming import stream_process

IN_TIME = 2000
"""Milliseconds from the teacher's tap, by the clock of the machine on which all browsers are."""

YES, NO = "Ja, tot 10:30", "Nee, nu niet"
WATCH = """words => { window.shownAt = new Promise(done => {
  const part = document.querySelector("[data-fragment]");
  const look = () => part.innerText.replace(/\\s+/g, " ").includes(words) && done(Date.now());
  new MutationObserver(look).observe(part, {childList: true, subtree: true});
}); }"""


@pytest.fixture
def stream(cast: Cast, transactional_db: None, tmp_path: Path) -> Iterator[Popen[bytes]]:
    """The process that holds open pages, beside the school as `keyzer serve` has it."""
    before = settings.KEYZER_LIVE
    with stream_process(tmp_path, NOW) as (port, process):
        settings.KEYZER_LIVE = address.place(f":{port}")
        yield process
    settings.KEYZER_LIVE = before


@pytest.mark.article("leerlingen-7")
def test_the_yes_and_the_no_are_there_within_two_seconds(cast: Cast, stream: Popen[bytes], hand: Handing) -> None:
    ring(cast)
    director, teacher, lena, wall = hand(cast.director), hand(cast.teacher), hand(cast.reporter), hand(size=DESK)
    wall.opens(page_for_the_wall(director))
    lena.opens("/")
    for screen in (lena, wall):
        screen.reads("Nee")
        expect(screen.page.locator("[data-state=listening]")).to_be_visible()
    teacher.opens("/")
    teacher.taps("2A")
    took = changes(teacher, "Toestemming geven", {lena: YES, wall: "Ja tot 10:30"})
    assert max(took) < IN_TIME, took
    wall.finds_it_sound()
    took = changes(teacher, "Intrekken", {lena: NO, wall: "Nee"})
    assert max(took) < IN_TIME, took
    without_stream(teacher, stream, lena, wall)


def page_for_the_wall(director: Visitor) -> str:
    """A page for the room of this lesson; on the way the list of all is looked at."""
    director.opens("/telefoon/borden/")
    director.unfolds("Lokalen")
    director.taps("Pagina maken voor 114")
    director.finds_it_sound()
    found = director.page.get_by_role("link", name="Pagina openen van 114").get_attribute("href")
    assert found
    return found


def changes(teacher: Visitor, words: str, shown: dict[Visitor, str]) -> list[int]:
    """Milliseconds from the tap until each screen shows its words, by nothing that was done there."""
    for screen, then in shown.items():
        screen.page.evaluate(WATCH, then)
    began = teacher.page.evaluate("Date.now()")
    teacher.taps(words)
    return [screen.page.evaluate("window.shownAt") - began for screen in shown]


def without_stream(teacher: Visitor, stream: Popen[bytes], lena: Visitor, wall: Visitor) -> None:
    """The page asks by itself; one that reaches nobody says so."""
    stream.terminate()
    stream.wait(10)
    wall.context.set_offline(offline=True)
    teacher.opens("/")
    teacher.taps("2A")
    teacher.taps("Toestemming geven")
    expect(lena.page.get_by_text(YES)).to_be_visible(timeout=20_000)
    expect(lena.page.locator("[data-state=asking]")).to_be_visible()
    expect(wall.page.get_by_text("Geen verbinding.")).to_be_visible(timeout=20_000)
