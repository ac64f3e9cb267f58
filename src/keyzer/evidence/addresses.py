"""The addresses of one piece of evidence, for a room above: it says who may see what, and where its own page is."""

from collections.abc import Callable
from uuid import UUID

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from keyzer.people.guards import signed_in
from keyzer.people.requests import SignedIn

from . import chat_pages, pages, police_pages
from .pages import Place
from .queries import ItemView

Look = Callable[[SignedIn, UUID, UUID], tuple[Place, ItemView]]
Page = Callable[..., HttpResponseBase]

PAGES: tuple[tuple[str, str, Page, tuple[str, ...]], ...] = (
    ("", "evidence", pages.show, ("GET", "POST")),
    ("vaag/", "evidence_veil", pages.veil, ("GET",)),
    ("wegsluiten/", "evidence_lock", pages.lock, ("POST",)),
    ("gesprek/", "evidence_chat", chat_pages.conversation, ("GET", "POST")),
    ("gesprek/<int:number>/", "evidence_passage", chat_pages.passage, ("GET", "POST")),
    ("politie/", "evidence_police", police_pages.show, ("GET", "POST")),
)


def addresses(look: Look) -> list[URLPattern]:
    """The addresses of an item under its parent; `look` answers where it is shown, or raises Http404."""
    return [
        path(f"<uuid:parent>/bewijs/<uuid:item>/{end}", _shown_by(look, page, methods), name=name)
        for end, name, page, methods in PAGES
    ]


def _shown_by(look: Look, page: Page, methods: tuple[str, ...]) -> Callable[..., HttpResponseBase]:
    answer = require_http_methods(list(methods))(page)

    @signed_in
    def view(request: SignedIn, /, parent: UUID, item: UUID, **more: int) -> HttpResponseBase:
        place, found = look(request, parent, item)
        return answer(request, place, found, **more)

    return view
