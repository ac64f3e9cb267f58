"""Pages of letters that only show."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from keyzer.kit import clock
from keyzer.people.guards import not_for_you, seen, signed_in
from keyzer.people.requests import SignedIn

from . import listing, queries, sheet


@signed_in
def of_case(request: SignedIn, case: UUID) -> HttpResponse:
    """All letters of a case: what is asked, what is possible, what was sent."""
    found = queries.of_case(request.viewer, case, clock.now()) or not_for_you(request, "case", case)
    return render(request, "letters/case.html", {"page": listing.page(found, request.viewer, language())})


@signed_in
def show(request: SignedIn, letter: UUID) -> HttpResponse:
    """One letter: what it says, what it lacks, and what can be done with it."""
    found = letter_file(request, letter)
    seen(request, "letter", letter)
    return render(request, "letters/show.html", {"page": sheet.page(found, request.viewer, clock.now(), language())})


def letter_file(request: SignedIn, letter: UUID) -> queries.LetterFile:
    """The letter, or a 404 that leaves a trace."""
    return queries.letter_for(request.viewer, letter) or not_for_you(request, "letter", letter)


def language() -> str:
    """The reader's language."""
    return get_language() or "nl"
