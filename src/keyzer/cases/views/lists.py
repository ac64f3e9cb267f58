"""Pages that only show: the lists of cases, one case, its ladder of measures."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from keyzer.cases import about_staff, ladder, pages, queries
from keyzer.incidents import queries as incidents
from keyzer.incidents.pages import rows as incident_rows
from keyzer.kit import clock
from keyzer.people.guards import for_roles, seen, signed_in
from keyzer.people.queries import STAFF
from keyzer.people.requests import SignedIn
from keyzer.protocol import Lane

from .reader import case_file, language


@for_roles(*STAFF)
def index(request: SignedIn) -> HttpResponse:
    """Cases about pupils for this person, newest first: the open ones, or those that are closed."""
    also_staff = request.viewer.holds(*about_staff.OPENERS)
    return render(request, "cases/index.html", {**_listed(request, Lane.LEERLING), "also_staff": also_staff})


@for_roles(*about_staff.OPENERS)
def staff(request: SignedIn) -> HttpResponse:
    """Cases about colleagues, and what happened that may become one."""
    told = incidents.page_of(request.viewer, lane=Lane.PERSONEEL)
    listed = _listed(request, Lane.PERSONEEL)
    return render(request, "cases/staff.html", {**listed, "incidents": incident_rows(told, language())})


@signed_in
def show(request: SignedIn, case: UUID) -> HttpResponse:
    """One case: what is most urgent, what is owed, what can be done, what was done."""
    file = case_file(request, case)
    seen(request, "case", case)
    return render(request, "cases/show.html", {"page": pages.show(file, clock.now(), language())})


@signed_in
def measures(request: SignedIn, case: UUID) -> HttpResponse:
    """The ladder of measures: what is usual, how like cases ended, and what this person may do with each."""
    file = case_file(request, case)
    page = ladder.page(file, queries.like_cases(file), clock.now(), language())
    return render(request, "cases/measures.html", {"page": page})


def _listed(request: SignedIn, lane: Lane) -> dict[str, Any]:
    chosen = request.GET.get("toon", "open")
    phase = "closed" if chosen == "gesloten" else "open"
    after = incidents.place_in_list(request.GET.get("ouder", ""))
    lines = queries.page_of(request.viewer, lane=lane, phase=phase, older_than=after)
    older = f"?{urlencode({'toon': chosen, 'ouder': lines[-1].id})}" if len(lines) == queries.PAGE else ""
    return {"rows": pages.rows(lines, language()), "older": older, "phase": phase}
