"""Pages on which the person concerned answers: an own view, an objection, a defence."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from keyzer.kit import clock
from keyzer.own import answering
from keyzer.own.pages import words_for
from keyzer.people.guards import not_for_you, signed_in
from keyzer.people.requests import SignedIn

from .reader import own_file


@signed_in
def statement(request: SignedIn, case: UUID) -> HttpResponse:
    """Add the reader's own view to the file (leerlingen-3)."""
    file = own_file(request, case)
    return _answered(request, answering.statement(file, words_for(file), request.POST or None))


@signed_in
def objection(request: SignedIn, case: UUID, decision: str) -> HttpResponse:
    """Object to a decision (leerlingen-9)."""
    file = own_file(request, case)
    page = answering.objection(file, words_for(file), decision, request.POST or None)
    return _answered(request, page or not_for_you(request, "own-case", case))


@signed_in
def defence(request: SignedIn, case: UUID, measure: str) -> HttpResponse:
    """Answer what the school intends (personeel-8)."""
    file = own_file(request, case)
    page = answering.defence(file, measure, request.POST or None)
    return _answered(request, page or not_for_you(request, "own-case", case))


def _answered(request: SignedIn, page: answering.Answer) -> HttpResponse:
    if request.method != "POST":
        return render(request, "own/answer.html", {"page": page, "form": page.form})
    if not page.send(by=UUID(request.viewer.id), at=clock.now()):
        return render(request, "own/answer.html", {"page": page, "form": page.form}, status=422)
    messages.success(request, page.thanks)
    return redirect("own:case", page.file.id)
