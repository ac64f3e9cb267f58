"""Pages that only show: all that the school told this person, and one case of it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from keyzer.cases import told
from keyzer.cases.queries import own_cases
from keyzer.custody import words
from keyzer.custody.queries import own_lines
from keyzer.kit import clock
from keyzer.own import letters, pages
from keyzer.people.guards import seen, signed_in
from keyzer.people.requests import SignedIn

from .reader import language, own_file


@signed_in
def index(request: SignedIn) -> HttpResponse:
    """Every case in which the reader was told something, and every device of theirs that the school keeps."""
    now = clock.now()
    devices = words.own_rows(own_lines(request.viewer, now), now)
    return render(request, "own/index.html", {"rows": [*devices, *told.rows(own_cases(request.viewer, now), now)]})


@signed_in
def case(request: SignedIn, case: UUID) -> HttpResponse:
    """Where it stands, what comes next, and what was said and decided."""
    file = own_file(request, case)
    seen(request, "own-case", case)
    sent = letters.rows(letters.of_case(request.viewer, case), language())
    return render(request, "own/case.html", {"page": pages.page(file, sent, clock.now(), language())})
