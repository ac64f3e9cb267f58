"""Pages on which somebody gets a part in an incident; its cases follow at once."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from keyzer.cases import parts
from keyzer.incidents import queries as incidents
from keyzer.kit import clock
from keyzer.people.guards import not_for_you, signed_in
from keyzer.people.requests import SignedIn

from .reader import language


@signed_in
def involve(request: SignedIn, incident: UUID) -> HttpResponse:
    """Find a person and say how that person takes part."""
    file = _incident(request, incident)
    page = parts.involving(file, request.viewer, request.GET.get("q", ""), request.POST or None, language())
    return _answer(request, page, parts.involve)


@signed_in
def change_part(request: SignedIn, incident: UUID) -> HttpResponse:
    """Say that somebody took part as something else."""
    file = _incident(request, incident)
    page = parts.changing(file, request.POST or None, language())
    return _answer(request, page, parts.change)


def _incident(request: SignedIn, incident: UUID) -> incidents.IncidentFile:
    file = incidents.incident_for(request.viewer, incident)
    return file if file and file.can_work else not_for_you(request, "incident", incident)


def _answer(request: SignedIn, page: parts.PartPage, save: Callable[..., parts.Outcome]) -> HttpResponse:
    """Ask, or save and go back; who just handed it over goes to the list, as the incident is no longer for them."""
    if request.method != "POST" or not page.form.is_valid():
        return render(request, "cases/part.html", {"page": page})
    outcome = save(page, by=UUID(request.viewer.id), at=clock.now())
    if outcome is parts.Outcome.ASK_AGAIN:
        return render(request, "cases/part.html", {"page": page}, status=409)
    if outcome is parts.Outcome.HANDED_OVER:
        messages.success(request, _("You take part in this yourself, so somebody else handles it from now on."))
        return redirect("incidents:index")
    return redirect("incidents:show", page.incident)
