"""Pages of incidents. Each write shows again what was typed when somebody else wrote meanwhile."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from keyzer.kit import clock
from keyzer.ledger.actions import Conflict
from keyzer.people.guards import for_roles, not_for_you, seen, signed_in
from keyzer.people.queries import STAFF
from keyzer.people.requests import SignedIn
from keyzer.protocol import Lane

from . import actions, pages, queries
from .forms import ConductForm, FactForm, Seeing

Act = Callable[[dict[str, Any]], Callable[..., object]]


@for_roles(*STAFF)
def index(request: SignedIn) -> HttpResponse:
    """Incidents about pupils for this person, newest first; those about staff stand with the staff matters."""
    after = queries.place_in_list(request.GET.get("ouder", ""))
    lines = queries.page_of(request.viewer, lane=Lane.LEERLING, older_than=after)
    older = f"?ouder={lines[-1].id}" if len(lines) == queries.PAGE else ""
    return render(request, "incidents/index.html", {"rows": pages.rows(lines, _language()), "older": older})


@signed_in
def show(request: SignedIn, incident: UUID) -> HttpResponse:
    """What happened, who took part, and what follows."""
    file = _file(request, incident)
    seen(request, "incident", incident)
    return render(request, "incidents/show.html", {"page": pages.show(file, _language())})


@signed_in
def add_fact(request: SignedIn, incident: UUID) -> HttpResponse:
    """Add what became known."""
    file = _to_work_on(request, incident)
    form = FactForm(request.POST or None, initial={"seen_version": file.version})
    act = partial(actions.add_fact, incident)
    return _answer(request, file, form, _("Add what became known"), lambda said: partial(act, said["fact"]))


@signed_in
def cite(request: SignedIn, incident: UUID) -> HttpResponse:
    """Name kinds of conduct that it may be."""
    file = _to_work_on(request, incident)
    seen = {"seen_version": file.version}
    form = ConductForm(request.POST or None, initial=seen, known=file.conduct, lane=file.lane, language=_language())
    act = partial(actions.cite, incident)
    return _answer(request, file, form, _("Name what it may be"), lambda said: partial(act, said["conduct"]))


def _answer(request: SignedIn, file: queries.IncidentFile, form: Seeing, heading: str, act: Act) -> HttpResponse:
    """Ask, or do what was asked and go back to the incident."""
    if not form.is_valid():
        return _asked(request, file, form, heading)
    try:
        act(form.cleaned_data)(seen=form.cleaned_data["seen_version"], by=UUID(request.viewer.id), at=clock.now())
    except Conflict as conflict:
        return _asked(request, file, form, heading, conflict)
    except actions.AlreadyDone:
        messages.info(request, _("This was already saved. It stands in the history once."))
    return redirect("incidents:show", file.id)


def _file(request: SignedIn, incident: UUID) -> queries.IncidentFile:
    return queries.incident_for(request.viewer, incident) or not_for_you(request, "incident", incident)


def _to_work_on(request: SignedIn, incident: UUID) -> queries.IncidentFile:
    file = _file(request, incident)
    return file if file.can_work else not_for_you(request, "incident", incident)


def _asked(
    request: SignedIn, file: queries.IncidentFile, form: Seeing, heading: str, conflict: Conflict | None = None
) -> HttpResponse:
    added = []
    if conflict is not None:
        added = pages.since(file, conflict.seen, _language())
        form.now_seeing(file.version)
    context = {"form": form, "incident": file.id, "heading": heading, "added": added}
    return render(request, "incidents/ask.html", context, status=409 if conflict else 200)


def _language() -> str:
    return get_language() or "nl"
