"""Serves sealed content by links that work for one person and a minute, as a download that no page can be made of."""

from collections.abc import Iterable
from uuid import UUID

from django.core import signing
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from .queries import ItemView

SALT = "keyzer.evidence"
LINK_LASTS = 60  # seconds
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Expired(Exception):
    """The link is too old, was altered, or is somebody else's; then `item` tells to what."""

    def __init__(self, item: UUID | None = None) -> None:
        super().__init__("this link works no more: open the item again")
        self.item = item


def link(parent: UUID, found: ItemView, form: str, *, viewer: str) -> str:
    """A token for the `original` or the `copy` of an item, for this person alone; `parent` is where it is shown."""
    return signing.dumps([str(parent), str(found.id), form, viewer], salt=SALT)


def behind(token: str, *, viewer: str) -> tuple[UUID, UUID, str]:
    """The parent, the item and the form that a link is for. Raises Expired."""
    try:
        parent, item, form, whose = signing.loads(token, salt=SALT, max_age=LINK_LASTS)
    except signing.BadSignature as problem:
        raise Expired from problem
    if whose != viewer:
        raise Expired(UUID(item))
    return UUID(parent), UUID(item), form


def attachment(content: Iterable[bytes], *, name: str, media: str, size: int) -> HttpResponseBase:
    """A file as a download, streamed."""
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    headers = {**HEADERS, "Content-Disposition": disposition, "Content-Length": str(size)}
    return StreamingHttpResponse(content, content_type=media, headers=headers)


def picture(content: bytes) -> HttpResponse:
    """A copy that we drew ourselves, for a page to show."""
    headers = {**HEADERS, "Content-Disposition": 'attachment; filename="beeld.jpg"'}
    return HttpResponse(content, content_type="image/jpeg", headers=headers)
