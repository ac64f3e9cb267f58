"""A letter as PDF: the frozen file, hashed anew at each download, or what a draft would be."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from keyzer import protocol
from keyzer.kit import clock
from keyzer.ledger.files import FileProblem
from keyzer.people.guards import not_for_you, seen, signed_in
from keyzer.people.requests import SignedIn
from keyzer.printing.typesetting import RenderingProblem

from . import queries, sheet
from .phases import DRAFT
from .views import letter_file

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


@require_GET
@signed_in
def pdf(request: SignedIn, letter: UUID) -> HttpResponse:
    """The letter as a download, on the record."""
    found = letter_file(request, letter)
    try:
        content = _of_a_draft(found) if found.line.phase == DRAFT else queries.content(letter)
    except (FileProblem, RenderingProblem) as problem:
        return render(request, "letters/no_file.html", {"letter": letter, "problem": problem}, status=409)
    if content is None:
        not_for_you(request, "letter", letter)
    seen(request, "letter-file", letter)
    return as_download(content, letter)


def as_download(content: bytes, letter: UUID) -> HttpResponse:
    """A PDF under a name that tells nothing, which no page can be made of."""
    response = HttpResponse(content, content_type="application/pdf", headers=HEADERS)
    name = f"brief-{letter.hex[-4:]}.pdf"
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _of_a_draft(found: queries.LetterFile) -> bytes | None:
    """None while the letter lacks something."""
    made = sheet.draft_of(found, clock.now())
    return None if isinstance(made, protocol.Refusal) else made.pdf(clock.now())
