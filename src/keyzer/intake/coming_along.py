"""What comes along with words: files of a form, large ones sent before it by pieces, and messages that were pasted."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext

from keyzer.evidence import receiving, uploading
from keyzer.evidence.kinds import Problem, Unacceptable
from keyzer.evidence.receiving import Received
from keyzer.evidence.words import problem_words
from keyzer.kit import clock
from keyzer.people.requests import SignedIn
from keyzer.protocol import Viewer

from . import doorkeeping
from .actions import Evidence
from .forms import ReportForm

MEGABYTE = 1024 * 1024


class PastedForm(forms.Form):
    """Messages that are pasted later on."""

    pasted = ReportForm.base_fields["pasted"]


class TicketForm(forms.Form):
    """By what a form that asks for no name sends large files before it."""

    sending = forms.UUIDField()
    ticket = forms.CharField(max_length=300)

    def is_good(self) -> bool:
        """Whether the ticket is ours, for this sending, and of the last day."""
        said = self.cleaned_data if self.is_valid() else {}
        return bool(said) and doorkeeping.is_good(said["ticket"], said["sending"], clock.now())


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
    """As `looked_at`, for the files of a form that asks for no name; what is too much from one network is refused.

    Those that the browser sent before it by pieces were counted then.
    """
    join_pasted(request)
    sent = request.FILES.getlist("evidence")
    accepted, refused = looked_at(sent)
    if accepted and not has_room(request, sum(file.incoming.size for file in accepted)):
        too_many = gettext("Very many files came in from here. Try it again in an hour.")
        accepted, refused = [], [*refused, *((file.name, too_many) for file in accepted)]
    problems = uploading.join_form(request, "evidence", holder=holder_without_name(request))
    before, wrong = looked_at(request.FILES.getlist("evidence")[len(sent) :])
    return [*accepted, *before], [*refused, *wrong, *_in_words(problems)]


def has_room(request: HttpRequest, size: int) -> bool:
    """Whether so many bytes may come in from this network without a name; they are counted."""
    return doorkeeping.MEGABYTES.spend(doorkeeping.network_of(request), clock.now(), -(-size // MEGABYTE))


def holder_without_name(request: HttpRequest) -> str:
    """Whose uploads these are: of who knows the number of a sending, which stands in that form alone."""
    return f"without a name {request.headers.get('Upload-Key') or request.POST.get('sending', '')}"


def came_in(request: HttpRequest, viewer: Viewer) -> list[tuple[UUID, str]]:
    """What came in by pieces before the form that is shown again to this viewer, with its name."""
    return uploading.came_in(request, holder=viewer.id or holder_without_name(request))


def sent_along(request: SignedIn) -> tuple[list[Evidence], list[tuple[str, str]]]:
    """As `looked_at`, for the files of a form and for those that the browser sent before it by pieces."""
    join_pasted(request)
    problems = uploading.join_form(request, "evidence", holder=str(request.person.id))
    accepted, refused = looked_at(request.FILES.getlist("evidence"))
    return accepted, [*refused, *_in_words(problems)]


def _in_words(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    return [(gettext("Your file"), problem_words(problem)) for problem in problems]
