"""The page of a person's file."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from keyzer.people.guards import not_for_you, seen, signed_in
from keyzer.people.requests import SignedIn

from . import queries


@signed_in
@require_safe
def own(request: SignedIn) -> HttpResponse:
    """To one's own file."""
    return redirect("dossier:file", request.person.id)


@signed_in
@require_safe
def file(request: SignedIn, person: UUID) -> HttpResponse:
    """What the file holds, for who may read it; every look is recorded."""
    page = queries.file_of(request.viewer, person, get_language() or "nl")
    if page is None:
        not_for_you(request, queries.KIND, person)
    seen(request, queries.KIND, person)
    is_own = person == request.person.id
    return render(request, "dossier/file.html", {"page": page, "is_own": is_own})
