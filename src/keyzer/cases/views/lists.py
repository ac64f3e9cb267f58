"""Pages that only show: the list of cases, one case, its ladder of measures."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from keyzer.cases import ladder, pages, queries
from keyzer.incidents.queries import place_in_list
from keyzer.kit import clock
from keyzer.people.guards import for_roles, seen, signed_in
from keyzer.people.queries import STAFF
from keyzer.people.requests import SignedIn

from .reader import case_file, language


@for_roles(*STAFF)
def index(request: SignedIn) -> HttpResponse:
    """Cases for this person, newest first: the open ones, or those that are closed."""
    phase = "closed" if request.GET.get("toon") == "gesloten" else "open"
    lines = queries.page_of(request.viewer, phase=phase, older_than=place_in_list(request.GET.get("ouder", "")))
    older = f"?toon={request.GET.get('toon', 'open')}&ouder={lines[-1].id}" if len(lines) == queries.PAGE else ""
    rows = pages.rows(lines, language())
    return render(request, "cases/index.html", {"rows": rows, "older": older, "phase": phase})


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
