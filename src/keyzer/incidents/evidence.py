"""What came with the reports of an incident: opened with a reason by who may see the incident, as in intake."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from keyzer import protocol
from keyzer.evidence import pages as evidence_pages
from keyzer.evidence import serving
from keyzer.evidence.pages import Place
from keyzer.evidence.queries import ItemView
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import not_for_you, signed_in
from keyzer.people.requests import SignedIn

from . import queries
from .queries import IncidentFile


@require_GET
@signed_in
def file(request: SignedIn, token: str) -> HttpResponseBase:
    """The file behind a signed link, as an attachment."""
    try:
        incident, item, form = serving.behind(token, viewer=request.viewer.id)
    except serving.Expired as expired:
        not_for_you(request, "evidence", expired.item or "link")
    found = look(request, incident, item)[1]
    answer = evidence_pages.file(request, found, form)
    if answer is None:
        messages.error(request, _("This file can't be opened. Tell the administrator: it is in the backup."))
        return redirect("incidents:show", incident)
    return answer


def look(request: SignedIn, incident: UUID, item: UUID) -> tuple[Place, ItemView]:
    """An item and where it is shown, for who may see the incident; for others nothing is there."""
    seen = queries.incident_for(request.viewer, incident)
    found = queries.evidence_item(seen, item) if seen else None
    if seen is None or found is None:
        not_for_you(request, "evidence", item)
    return _place(request, seen), found


def _place(request: SignedIn, seen: IncidentFile) -> Place:
    here = reverse("incidents:show", args=[seen.id])
    is_about_images = queries.is_about_images(seen.conduct)
    return Place(
        room="incidents",
        parent=seen.id,
        back=here,
        names=people.names_in_class_of((one.person for one in seen.persons), clock.today()),
        after_lock=reverse("incidents:cite", args=[seen.id]) if seen.can_work and not is_about_images else here,
        may_hand_over=protocol.may_tell_of_police(request.viewer),
        locks=is_about_images,
    )
