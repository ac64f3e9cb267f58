"""How tests of the pages say and read things."""

import re
from html import unescape
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client

from keyzer import protocol
from keyzer.protocol import Audience

EDITION = protocol.current().id


def answer(*said: tuple[UUID, Audience], reason: str = "", edition: str = EDITION) -> dict[str, object]:
    """What a browser sends when these signatures were chosen."""
    lines = [f"{person}.{audience.value}" for person, audience in said]
    return {"edition": edition, "language": "nl", "lines": lines, "reason": reason}


def words(browser: Client, path: str, status: int = 200) -> str:
    """The words of a page, on one line."""
    page = browser.get(path)
    assert page.status_code == status, (path, page.status_code)
    return words_of(page)


def words_of(page: HttpResponseBase) -> str:
    """The words of an answer, on one line."""
    assert isinstance(page, HttpResponse)
    main = page.content.decode().partition("<main")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())
