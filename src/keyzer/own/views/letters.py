"""A letter for its addressee who has signed in: read here, and taken along as a file."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from keyzer.kit import clock
from keyzer.ledger.files import FileProblem
from keyzer.letters.actions import note_opened
from keyzer.letters.download import as_download
from keyzer.letters.queries import SentLetter, content, for_person
from keyzer.own import letters
from keyzer.people.guards import not_for_you, seen, signed_in
from keyzer.people.mailed_links import whom_to_call
from keyzer.people.requests import SignedIn

from .reader import language, own_file

CALL = "own/link/call.html"


@signed_in
def show(request: SignedIn, letter: UUID) -> HttpResponse:
    """What the letter says; that it was opened is recorded."""
    found = _own_letter(request, letter)
    file = own_file(request, found.case)
    note_opened(letter, "account", by=UUID(request.viewer.id), at=clock.now())
    context = {"page": letters.signed_in(found, file, language()), "case": found.case}
    return render(request, "own/letter.html", context)


@signed_in
def download(request: SignedIn, letter: UUID) -> HttpResponse:
    """The letter as PDF."""
    found = _own_letter(request, letter)
    own_file(request, found.case)
    seen(request, "letter-file", letter)
    return file_of(request, letter)


def file_of(request: HttpRequest, letter: UUID) -> HttpResponse:
    """The letter as a download; a file that is no longer what was approved is not handed out."""
    try:
        return as_download(content(letter), letter)
    except FileProblem:
        return render(request, "own/no_file.html", whom_to_call(CALL), status=409)


def _own_letter(request: SignedIn, letter: UUID) -> SentLetter:
    """A letter that was sent to this person, or a 404 that leaves a trace."""
    mine = (one for one in for_person(request.viewer) if one.id == letter)
    return next(mine, None) or not_for_you(request, "letter", letter)
