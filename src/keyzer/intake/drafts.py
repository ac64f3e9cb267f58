"""A draft between steps: the browser holds a number and a key in a cookie, the server the ciphertext under both.

The server can read it while a request brings the cookie, and never otherwise. Who signed in finds only own drafts, so
that the next one at a shared computer does not.
"""

import base64
import binascii
import hashlib
import os
from typing import NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict

from keyzer.kit import clock

from . import actions, doorkeeping, queries
from .actions.drafts import KEPT
from .events import IntakeLane

COOKIE = "keyzer-melden"
PATH = "/melden/"
NUMBER_BYTES, KEY_BYTES, NONCE_BYTES = 16, 32, 12
MOST = 300_000  # bytes, so that drafts of strangers can't fill the disk; a long story in Arabic is 180,000
NOT_KEPT = ("csrfmiddlewaretoken", "go", "search", "searched", "proof")


class Pen(NamedTuple):
    """What the browser holds: a number to find the draft by, and the key to read it with."""

    number: bytes
    key: bytes

    def lookup(self, whose: str, lane: IntakeLane) -> str:
        """By what the server knows the draft; the number can't be read from it."""
        return hashlib.sha256(self.number + f"{whose}/{lane}".encode()).hexdigest()


def found(request: HttpRequest, whose: str, lane: IntakeLane) -> QueryDict | None:
    """What this browser was still writing, as the form sent it last; None when there is nothing to be read."""
    pen = _pen(request)
    sealed = queries.draft(pen.lookup(whose, lane), at=clock.now()) if pen else None
    if pen is None or sealed is None:
        return None
    try:
        content = AESGCM(pen.key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], pen.number)
    except InvalidTag:
        return None
    return QueryDict(content.decode(), mutable=True)


def keep(request: HttpRequest, answer: HttpResponse, whose: str, lane: IntakeLane, step: int) -> HttpResponse:
    """Keep what was typed so far, and give the browser the key; the answer is handed on."""
    if not request.POST.get("words", "").strip():
        return answer
    said = request.POST.copy()
    for name in NOT_KEPT:
        said.pop(name, None)
    said["step"] = str(step)
    content = said.urlencode().encode()
    pen, nonce = _pen(request) or Pen(os.urandom(NUMBER_BYTES), os.urandom(KEY_BYTES)), os.urandom(NONCE_BYTES)
    if len(content) > MOST or not _may_write(request, pen.lookup(whose, lane), whose):
        return answer
    sealed = nonce + AESGCM(pen.key).encrypt(nonce, content, pen.number)
    actions.keep_draft(pen.lookup(whose, lane), sealed, at=clock.now())
    answer.set_cookie(
        COOKIE,
        base64.urlsafe_b64encode(pen.number + pen.key).decode(),
        max_age=KEPT,
        path=PATH,
        secure=settings.BEHIND_HTTPS,
        httponly=True,
        samesite="Strict",
    )
    return answer


def drop(request: HttpRequest, answer: HttpResponse, whose: str, lane: IntakeLane) -> HttpResponse:
    """Forget what was typed, on the server and in the browser; the answer is handed on."""
    pen = _pen(request)
    if pen is not None:
        actions.drop_draft(pen.lookup(whose, lane))
        answer.delete_cookie(COOKIE, path=PATH, samesite="Strict")
    return answer


def whose(person: UUID | None) -> str:
    """To whom a draft belongs: to somebody who signed in, or to whoever holds the cookie."""
    return str(person or "")


def _may_write(request: HttpRequest, lookup: str, whose: str) -> bool:
    """Whether this draft may be kept: of who signed in and what was begun always, a stranger's new one in a budget."""
    at = clock.now()
    is_begun = bool(whose) or queries.draft(lookup, at=at) is not None
    return is_begun or doorkeeping.DRAFTS.spend(doorkeeping.network_of(request), at)


def _pen(request: HttpRequest) -> Pen | None:
    try:
        held = base64.urlsafe_b64decode(request.COOKIES.get(COOKIE, ""))
    except (ValueError, binascii.Error):
        return None
    right = len(held) == NUMBER_BYTES + KEY_BYTES
    return Pen(held[:NUMBER_BYTES], held[NUMBER_BYTES:]) if right else None
