"""What came with the reports of an incident: opened with a reason by who may see the incident, as in intake."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from keyzer import protocol
from keyzer.evidence import chat_pages, serving
from keyzer.evidence import pages as evidence_pages
from keyzer.evidence.pages import Place
from keyzer.evidence.queries import ItemView
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import not_for_you, signed_in
from keyzer.people.requests import SignedIn

from . import queries
from .queries import IncidentFile

View = Callable[..., HttpResponseBase]


@require_GET
@signed_in
def file(request: SignedIn, token: str) -> HttpResponseBase:
    """The file behind a signed link, as an attachment."""
    try:
        incident, item, form = serving.behind(token, viewer=request.viewer.id)
    except serving.Expired as expired:
        not_for_you(request, "evidence", expired.item or "link")
    found = _found(request, incident, item)[1]
    answer = evidence_pages.file(request, found, form)
    if answer is None:
        messages.error(request, _("This file can't be opened. Tell the administrator: it is in the backup."))
        return redirect("incidents:show", incident)
    return answer


def _seen(page: View, *methods: str) -> View:
    """A page about an item, for who may see the incident."""
    answer = require_http_methods(list(methods))(page)

    @signed_in
    def view(request: SignedIn, /, incident: UUID, item: UUID, **more: int) -> HttpResponseBase:
        seen, found = _found(request, incident, item)
        return answer(request, _place(request, seen), found, **more)

    return view


def _found(request: SignedIn, incident: UUID, item: UUID) -> tuple[IncidentFile, ItemView]:
    seen = queries.incident_for(request.viewer, incident)
    found = queries.evidence_item(seen, item) if seen else None
    if seen is None or found is None:
        not_for_you(request, "evidence", item)
    return seen, found


def _place(request: SignedIn, seen: IncidentFile) -> Place:
    here = reverse("incidents:show", args=[seen.id])
    names = people.names_in_class_of((one.person for one in seen.persons), clock.today())
    names_it = seen.can_work and not queries.is_about_images(seen.conduct)
    return Place(
        room="incidents",
        parent=seen.id,
        back=here,
        names=names,
        after_lock=reverse("incidents:cite", args=[seen.id]) if names_it else here,
        may_hand_over=protocol.may_tell_of_police(request.viewer),
    )


def _veil(_request: SignedIn, _place: Place, found: ItemView) -> HttpResponse:
    return evidence_pages.veil(found)


show = _seen(evidence_pages.show, "GET", "POST")
veil = _seen(_veil, "GET")
lock = _seen(evidence_pages.lock, "POST")
chat = _seen(chat_pages.conversation, "GET", "POST")
passage = _seen(chat_pages.passage, "GET")
