"""A part of a page that stays up to date by itself."""

import hashlib
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.html import format_html
from django.utils.safestring import SafeString

from . import queries
from .address import base
from .tokens import token


class Watched(NamedTuple):
    """What the script must know: where to listen, where the part comes from, what was seen, when to look again.

    `again` is in seconds, for a clock that is wrong; `until` is the moment, for a page that was kept for a while.
    """

    stream: str
    fragment: str
    seen: int
    again: int | None
    until: datetime | None

    @property
    def attributes(self) -> SafeString:
        """For the element whose content is the part."""
        again: SafeString | str = ""
        if self.until is not None:
            again = format_html(' data-again="{}" data-until="{}"', self.again, int(self.until.timestamp()))
        return format_html(
            'data-live="{}" data-fragment="{}" data-seen="{}"{}', self.stream, self.fragment, self.seen, again
        )


def watch(
    request: HttpRequest, topics: Collection[str], *, fragment: str, seen: int, until: datetime | None, at: datetime
) -> Watched:
    """A part that changes with any of `topics`, and by itself at `until`; `seen` is `seen_of` from before you read."""
    place = base(settings.KEYZER_LIVE, request.scheme or "http", request.get_host())
    again = None if until is None else max(0, int((until - at).total_seconds()) + 1)
    return Watched(place + token(topics, at) if place else "", fragment, seen, again, until)


def seen_of(topics: Collection[str]) -> int:
    """What has been heard of these topics so far."""
    return queries.number_of(topics)


def answer(request: HttpRequest, part: str, watched: Watched) -> HttpResponse:
    """The part alone, or 304 when it is what the page shows; with what the script must know from now on."""
    tag = f'"{hashlib.blake2b(part.encode(), digest_size=12).hexdigest()}"'
    same = request.headers.get("If-None-Match") == tag
    response = HttpResponseNotModified() if same else HttpResponse(part)
    response["ETag"] = tag
    response["Keyzer-Stream"] = watched.stream
    if watched.again is not None:
        response["Keyzer-Again"] = str(watched.again)
    patch_vary_headers(response, ("Cookie", "Accept-Language"))
    response.headers.setdefault("Cache-Control", "private, no-store")
    return response
