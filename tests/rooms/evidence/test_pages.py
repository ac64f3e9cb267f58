"""Evidence in a browser, under the addresses of a room above: sent by pieces, opened with a reason, read as a chat."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
import time_machine
from django.conf import LazySettings
from django.test import Client
from playwright.sync_api import Browser, Route
from pytest_django.live_server_helper import LiveServer

from keyzer.evidence import queries
from keyzer.ledger.actions import open_stream
from keyzer.ledger.files import FRAME
from tests.cast import NOW, Cast
from tests.journeys.frame import PHONE, Visitor
from tests.rooms.evidence.conftest import Keep, picture
from tests.rooms.evidence.room_above import STREAM
from tests.rooms.evidence.test_items import CHAT

pytestmark = pytest.mark.urls("tests.rooms.evidence.room_above")
SignIn = Callable[[UUID], Client]
WHY = {"do": "open", "reason": "Ik bereid het gesprek voor"}


@pytest.fixture(autouse=True)
def above(settings: LazySettings) -> None:
    """The templates of the room above."""
    [engine] = settings.TEMPLATES
    settings.TEMPLATES = [{**engine, "DIRS": [Path(__file__).parent / "templates"]}]


@pytest.fixture
def stream(cast: Cast) -> UUID:
    """The one stream of the room above."""
    return open_stream("report", at=NOW, stream=STREAM)


def address(item: UUID, page: str = "") -> str:
    return f"/above/{STREAM}/bewijs/{item}/{page}"


def links(page: str) -> list[str]:
    return re.findall(r'"(/above/file/[^"]+)"', page)


def test_a_picture_is_vague_until_somebody_wrote_down_why(
    cast: Cast, sign_in: SignIn, keep: Keep, school_morning: datetime
) -> None:
    item = keep(picture(), "a.jpg").item
    browser = sign_in(cast.coordinator)
    sealed = browser.get(address(item)).content.decode()
    assert links(sealed) == []
    assert address(item, "vaag/") in sealed
    assert browser.get(address(item, "vaag/")).headers["Content-Type"] == "image/jpeg"
    assert browser.post(address(item), {"do": "open", "reason": ""}).status_code == 422
    assert browser.post(address(item), WHY).status_code == 302
    page = browser.get(address(item)).content.decode()
    copy, original = links(page)
    shown = browser.get(copy)
    assert shown.headers["Content-Type"] == "image/jpeg"
    downloaded = browser.get(original)
    assert downloaded.headers["Content-Disposition"] == 'attachment; filename="a.jpg"'
    assert downloaded.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert downloaded.getvalue().startswith(b"\xff\xd8\xff")
    assert "Ik bereid het gesprek voor" in page
    assert sign_in(cast.other_coordinator).get(original).status_code == 404
    assert links(sign_in(cast.other_coordinator).get(address(item)).content.decode()) == []
    with time_machine.travel(NOW + timedelta(seconds=62), tick=False):
        assert browser.get(original).status_code == 404
    with time_machine.travel(NOW + timedelta(minutes=31), tick=False):
        assert links(browser.get(address(item)).content.decode()) == []


def test_what_is_locked_away_shows_nothing(cast: Cast, sign_in: SignIn, keep: Keep, school_morning: datetime) -> None:
    item = keep(picture(), "a.jpg").item
    browser = sign_in(cast.coordinator)
    browser.post(address(item), WHY)
    [copy, _original] = links(browser.get(address(item)).content.decode())
    assert browser.post(address(item, "wegsluiten/")).status_code == 302
    page = browser.get(address(item)).content.decode()
    assert "Weggesloten" in page
    assert links(page) == []
    assert [browser.get(copy).status_code, browser.get(address(item, "vaag/")).status_code] == [404, 404]


def test_a_chat_is_read_as_a_conversation_and_a_passage_is_chosen(
    cast: Cast, sign_in: SignIn, keep: Keep, school_morning: datetime
) -> None:
    item = keep((CHAT + "31-11-2026 21:09 - Sem: wie is Daan\n").encode(), "c.txt").item
    browser = sign_in(cast.coordinator)
    assert browser.get(address(item, "gesprek/")).headers["Location"] == address(item)
    browser.post(address(item), WHY)
    page = browser.get(address(item, "gesprek/")).content.decode()
    assert "Persoon 2" in page
    assert "zeg dat niet tegen Persoon 1" in page
    assert "regel 3: 31-11-2026 21:09" in page
    wrong = browser.post(address(item, "gesprek/"), {"do": "passage", "first": "2", "last": "9"})
    assert wrong.status_code == 422
    chosen = browser.post(address(item, "gesprek/"), {"do": "passage", "first": "2", "last": "3", "visible": ["1"]})
    proof = browser.get(chosen.headers["Location"]).content.decode()
    assert "<strong>Sem</strong>" in proof
    assert "wie is [naam]" in proof
    assert "Lena" not in proof
    assert "Berichten 2 tot en met 3" in browser.get(address(item)).content.decode()


def test_dates_that_nothing_tells_are_asked(cast: Cast, sign_in: SignIn, keep: Keep, school_morning: datetime) -> None:
    item = keep(b"1/2/26, 10:00 - A: x\n1/3/26, 10:00 - A: x\n", "c.txt").item
    browser = sign_in(cast.coordinator)
    browser.post(address(item), WHY)
    assert "eerste februari of de tweede januari" in browser.get(address(item, "gesprek/")).content.decode()
    read = browser.post(address(item, "gesprek/"), {"do": "order", "order": "month"}).content.decode()
    assert re.findall(r"\d+ \w+ 2026, 10:00", read) == ["2 januari 2026, 10:00", "3 januari 2026, 10:00"]


def test_pieces_over_http(cast: Cast, sign_in: SignIn, stream: UUID, school_morning: datetime) -> None:
    content = picture(900)
    own, other = sign_in(cast.reporter), sign_in(cast.bystander)
    begun = own.post("/above/uploads/", {"name": "a.jpg", "size": len(content), "fingerprint": "f"})
    assert (begun.status_code, begun.headers["Upload-Offset"]) == (201, "0")
    where = begun.json()["address"]

    def sends(start: int, end: int, browser: Client = own) -> tuple[int, str | None]:
        answer = browser.generic("PATCH", where, content[start:end], headers={"Upload-Offset": str(start)})
        return answer.status_code, answer.headers.get("Upload-Offset")

    assert sends(0, FRAME + 10) == (204, str(FRAME))
    assert sends(0, FRAME) == (409, str(FRAME))
    assert sends(FRAME, len(content), other) == (404, None)
    assert own.head(where).headers["Upload-Offset"] == str(FRAME)
    assert sends(FRAME, len(content)) == (204, str(len(content)))
    own.post("/above/send/", {"uploads": [begun.json()["upload"], "geen-id"]})
    [item] = queries.items_of([STREAM])
    assert b"".join(queries.original(item)) == content
    too_large = own.post("/above/uploads/", {"name": "a.mp4", "size": 10**12, "fingerprint": "f"})
    assert (too_large.status_code, "te groot" in too_large.json()["words"]) == (422, True)
    again = own.post("/above/uploads/", {"name": "b.jpg", "size": 9, "fingerprint": "g"}).json()["address"]
    assert [own.delete(again).status_code, own.head(again).status_code] == [204, 404]


@pytest.fixture
def visitor(chromium: Browser, live_server: LiveServer, cast: Cast) -> Iterator[Visitor]:
    """The reporter, on a telephone."""
    context = chromium.new_context(viewport=PHONE, locale="nl-NL")
    visitor = Visitor(context, live_server.url)
    visitor.signs_in_as(cast.reporter)
    yield visitor
    context.close()


def test_a_telephone_goes_on_after_the_line_was_cut(visitor: Visitor, stream: UUID, tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00" + bytes(3 * 1024 * 1024))
    cut: list[str] = []

    def cuts_once(route: Route) -> None:
        if route.request.method == "PATCH" and route.request.headers["upload-offset"] != "0" and not cut:
            cut.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    visitor.page.route("**/above/uploads/**", cuts_once)
    visitor.opens("/above/send/")
    visitor.page.set_input_files("#id_evidence", film)
    visitor.page.get_by_text("film.mp4: is binnen").wait_for()
    visitor.taps("Stuur")
    assert visitor.page.get_by_role("heading", level=1).inner_text() == "1"
    [item] = queries.items_of([STREAM])
    assert b"".join(queries.original(item)) == film.read_bytes()
    assert len(cut) == 1
