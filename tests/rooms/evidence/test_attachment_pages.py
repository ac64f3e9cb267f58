"""An attachment of a chat in a browser, under the addresses of a room above."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from django.test import Client

from tests.cast import Cast
from tests.rooms.evidence import test_attachments, test_pages
from tests.rooms.evidence.conftest import Keep, picture
from tests.rooms.evidence.room_above import STREAM
from tests.rooms.evidence.test_attachments import TEXT

pytestmark = pytest.mark.urls("tests.rooms.evidence.room_above")
SignIn = Callable[[UUID], Client]
above, stream, chat = test_pages.above, test_pages.stream, test_attachments.chat


def test_it_is_taken_out_vague_and_opened_with_a_reason(
    cast: Cast, sign_in: SignIn, chat: UUID, school_morning: datetime
) -> None:
    browser, address = sign_in(cast.coordinator), f"/above/{STREAM}/bewijs/{chat}/gesprek/1/"
    page = browser.get(address).content.decode()
    assert "00000001-Persoon 1.jpg eruit halen" in page
    assert "weg.jpg eruit" not in page
    taken = browser.post(address, {"do": "attachment", "message": "0"})
    assert "/bewijs/" in taken.headers["Location"]
    there = browser.get(taken.headers["Location"]).content.decode()
    assert "een gesprek, bericht 1" in there
    assert "/above/file/" not in there
    browser.post(taken.headers["Location"], test_pages.WHY)
    assert "/above/file/" in browser.get(taken.headers["Location"]).content.decode()
    lying = browser.post(address, {"do": "attachment", "message": "1"})
    assert lying.status_code == 422
    assert "iets anders dan de naam zegt" in lying.content.decode()
    assert browser.post(address, {"do": "attachment", "message": "5"}).status_code == 422


def test_a_conversation_is_never_downloaded_as_a_whole(
    cast: Cast, sign_in: SignIn, chat: UUID, keep: Keep, school_morning: datetime
) -> None:
    browser = sign_in(cast.coordinator)
    for item in (chat, keep(TEXT.encode(), "chat.txt").item):
        browser.post(f"/above/{STREAM}/bewijs/{item}/", test_pages.WHY)
        page = browser.get(f"/above/{STREAM}/bewijs/{item}/").content.decode()
        assert "Lezen als gesprek" in page
        assert "/above/file/" not in page


def test_where_it_is_about_sexual_pictures_none_opens_and_words_do(
    cast: Cast,
    sign_in: SignIn,
    chat: UUID,
    keep: Keep,
    school_morning: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tests.rooms.evidence.room_above.LOCKS", True)
    browser, photo = sign_in(cast.coordinator), keep(picture(90), "a.jpg").item
    for item, opens in ((photo, False), (chat, True)):
        browser.post(f"/above/{STREAM}/bewijs/{item}/", test_pages.WHY)
        page = browser.get(f"/above/{STREAM}/bewijs/{item}/").content.decode()
        assert ("half uur open" in page) is opens
    assert "opent niemand op school" in browser.get(f"/above/{STREAM}/bewijs/{photo}/").content.decode()
    assert browser.get(f"/above/{STREAM}/bewijs/{photo}/vaag/").status_code == 404
    taken = browser.post(f"/above/{STREAM}/bewijs/{chat}/gesprek/1/", {"do": "attachment", "message": "0"})
    assert "weggesloten" in browser.get(taken.headers["Location"]).content.decode()
