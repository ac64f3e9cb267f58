"""What a person was told in a case about them or their child, and their own view of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from keyzer.cases import own, queries
from keyzer.kit import clock
from keyzer.people.guards import not_for_you, seen, signed_in
from keyzer.people.requests import SignedIn

from .reader import language


@signed_in
def index(request: SignedIn) -> HttpResponse:
    """Every case in which the reader was told something."""
    return render(
        request, "cases/own/index.html", {"rows": own.rows(queries.own_cases(request.viewer), request.viewer)}
    )


@signed_in
def show(request: SignedIn, case: UUID) -> HttpResponse:
    """What was decided, and the invitations to talk."""
    told = _own(request, case)
    seen(request, "own-case", case)
    return render(request, "cases/own/show.html", {"page": own.page(told, request.viewer, language())})


@signed_in
def add_statement(request: SignedIn, case: UUID) -> HttpResponse:
    """Add the reader's own view to the file (leerlingen-3)."""
    told = _own(request, case)
    page = own.page(told, request.viewer, language(), request.POST or {})
    if request.method != "POST" or not own.add_statement(page, by=UUID(request.viewer.id), at=clock.now()):
        return render(request, "cases/own/statement.html", {"page": page})
    messages.success(request, _("Your own view is in the file."))
    return redirect("cases:own-case", case)


def _own(request: SignedIn, case: UUID) -> queries.OwnCase:
    told = (one for one in queries.own_cases(request.viewer) if one.id == case)
    return next(told, None) or not_for_you(request, "own-case", case)
