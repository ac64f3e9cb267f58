"""What comes along with words: files of a form, large ones sent before it by pieces, and messages that were pasted."""

from collections.abc import Sequence

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext

from keyzer.evidence import receiving, uploading
from keyzer.evidence.kinds import Unacceptable
from keyzer.evidence.receiving import Received
from keyzer.evidence.words import problem_words
from keyzer.kit import clock
from keyzer.people.requests import SignedIn

from . import doorkeeping
from .actions import Evidence
from .forms import ReportForm

MEGABYTE = 1024 * 1024


class PastedForm(forms.Form):
    """Messages that are pasted later on."""

    pasted = ReportForm.base_fields["pasted"]


def join_pasted(request: HttpRequest) -> None:
    """Messages that were pasted come in as a file among the others."""
    name = gettext("Pasted messages")
    receiving.join_words(request, "evidence", request.POST.get("pasted", ""), f"{name}.txt")


def looked_at(uploaded: Sequence["UploadedFile[bytes]"]) -> tuple[list[Evidence], list[tuple[str, str]]]:
    """The files that can be kept, and the names of those that can't with the reason in words."""
    accepted: list[Evidence] = []
    refused: list[tuple[str, str]] = []
    for file in uploaded:
        if not isinstance(file, Received):
            continue
        name = file.name or ""
        try:
            accepted.append(Evidence(file.incoming, name, file.judged()))
        except Unacceptable as reason:
            refused.append((name, problem_words(reason.problem, reason.where)))
    return accepted, refused


def sent_by_a_stranger(request: HttpRequest) -> tuple[list[Evidence], list[tuple[str, str]]]:
    """As `looked_at`, for the files of a form that asks for no name; what is too much from one network is refused."""
    join_pasted(request)
    accepted, refused = looked_at(request.FILES.getlist("evidence"))
    megabytes = sum(-(-file.incoming.size // MEGABYTE) for file in accepted)
    if not accepted or doorkeeping.MEGABYTES.spend(doorkeeping.network_of(request), clock.now(), megabytes):
        return accepted, refused
    too_many = gettext("Very many files came in from here. Try it again in an hour.")
    return [], [*refused, *((file.name, too_many) for file in accepted)]


def sent_along(request: SignedIn) -> tuple[list[Evidence], list[tuple[str, str]]]:
    """As `looked_at`, for the files of a form and for those that the browser sent before it by pieces."""
    join_pasted(request)
    problems = uploading.join_form(request, "evidence", holder=str(request.person.id))
    accepted, refused = looked_at(request.FILES.getlist("evidence"))
    return accepted, [*refused, *((gettext("Your file"), problem_words(problem)) for problem in problems)]
