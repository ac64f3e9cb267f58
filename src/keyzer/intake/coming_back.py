"""Coming back with the receipt of a report without a name: the conversation, told from nothing but the number."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from keyzer.evidence import receiving, serving, uploading
from keyzer.evidence.kinds import Problem
from keyzer.evidence.words import problem_words
from keyzer.kit import clock
from keyzer.ledger.actions import Conflict
from keyzer.ledger.files import FileProblem
from keyzer.people import guards

from . import actions, doorkeeping, pages, queries, receipts
from .coming_along import holder_without_name, sent_by_a_stranger
from .forms import ReceiptForm, WordsForm
from .nameless import TOO_MANY
from .queries import ReportPage
from .strangers import of_a_stranger


@require_http_methods(["GET", "POST"])
@guards.public
@receiving.takes_files_of_strangers
@of_a_stranger
def come_back(request: HttpRequest) -> HttpResponseBase:
    """Ask for the receipt, and show the conversation to who brings it; write in it, or add a file."""
    problem = receiving.upload_problem(request)
    form = ReceiptForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _ask_receipt(request, form, pages.NOT_ACCEPTED if form.errors else 200)
    found = _found(request, form)
    if found is None:
        return _ask_receipt(request, form, TOO_MANY if form.has_error("receipt", "too-many") else pages.NOT_ACCEPTED)
    return _carry_on(request, found, problem)


@require_POST
@guards.public
@of_a_stranger
def open_file(request: HttpRequest, file: UUID) -> HttpResponseBase:
    """A file of the conversation, as an attachment, for who brings the receipt."""
    form = ReceiptForm(request.POST)
    found = _found(request, form) if form.is_valid() else None
    wanted = next((each for each in found.evidence if each.file == file), None) if found else None
    if found is None or wanted is None:
        return _ask_receipt(request, form, pages.NOT_ACCEPTED)
    try:
        content = queries.evidence_content(found.id, file)
    except FileProblem:
        return _conversation(request, found, notice=_("This file can't be opened any more."))
    return serving.attachment(content, name=wanted.name, media=wanted.media, size=wanted.size)


def _found(request: HttpRequest, form: ReceiptForm) -> ReportPage | None:
    """The report of a receipt. A wrong one, one that was erased and one too many all say so in the form alone.

    What we may have given is counted by itself, so that nobody who tries numbers keeps a reporter out.
    """
    receipt, at = form.cleaned_data["receipt"], clock.now()
    ours = receipts.may_be_ours(receipt)
    who = receipt if ours else doorkeeping.network_of(request)
    if not (doorkeeping.READ if ours else doorkeeping.TRIED).spend(who, at):
        words = _("Too many numbers were tried from here. Wait a quarter of an hour.")
        form.add_error("receipt", ValidationError(words, code="too-many"))
        return None
    found = queries.page_by_receipt(queries.report_with(receipt))
    if found is None:
        form.add_error("receipt", _("We don't know this number. Read it over once more."))
    return found


def _carry_on(request: HttpRequest, found: ReportPage, problem: Problem | None) -> HttpResponse:
    go = request.POST.get("go", "show")
    if go == "say":
        return _say(request, found)
    if go == "report":
        return _turn_into_report(request, found)
    if go == "file":
        accepted, refused = sent_by_a_stranger(request)
        known = actions.add_evidence(found.id, accepted, by=None, at=clock.now())
        uploading.forget(request, holder=holder_without_name(request))
        failed = problem or (None if accepted or refused else Problem.EMPTY)
        notice = problem_words(failed) if failed else next((why for _name, why in refused), "")
        return _conversation(request, _again(found), notice=notice, is_known=bool(known))
    return _conversation(request, found)


def _say(request: HttpRequest, found: ReportPage) -> HttpResponse:
    form = WordsForm(request.POST)
    if not form.is_valid():
        return _conversation(request, found, form=form, status=pages.NOT_ACCEPTED)
    clean = form.cleaned_data
    try:
        actions.ask(found.id, clean["words"], seen=clean["seen"], by=None, at=clock.now())
    except Conflict:
        again = WordsForm({"seen": found.version, "words": clean["words"]})
        changed = queries.changes_since(found, clean["seen"])
        return _conversation(request, found, form=again, changed=changed, status=pages.CONFLICT)
    return _conversation(request, _again(found), said=True)


def _turn_into_report(request: HttpRequest, found: ReportPage) -> HttpResponse:
    try:
        actions.turn_into_report(found.id, seen=found.version, by=None, at=clock.now())
    except Conflict:
        return _conversation(request, _again(found), status=pages.CONFLICT)
    return _conversation(request, _again(found))


def _again(found: ReportPage) -> ReportPage:
    return queries.page_by_receipt(found.id) or found


def _uploads_of(found: ReportPage) -> dict[str, str]:
    """What lets who brings the receipt send large files by pieces, also after the page was loaded again."""
    sending = receipts.uploads_with(found.id)
    return {"sending": str(sending), "ticket": doorkeeping.ticket_for(sending, clock.now())}


def _conversation(
    request: HttpRequest,
    found: ReportPage,
    *,
    form: WordsForm | None = None,
    changed: list[queries.Message] | None = None,
    notice: str = "",
    said: bool = False,
    is_known: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {
        **pages.said(found),
        "form": form or WordsForm(initial={"seen": found.version}),
        "changed": changed,
        "notice": notice,
        "said": said,
        "is_known": is_known,
        **_uploads_of(found),
        "receipt": receipts.as_typed(request.POST.get("receipt", "")),
        **pages.help_now(known=False),
        **pages.frame(quiet=True),
    }
    return render(request, "intake/conversation.html", context, status=status)


def _ask_receipt(request: HttpRequest, form: ReceiptForm, status: int = 200) -> HttpResponse:
    context = {"form": form, **pages.help_now(known=False), **pages.frame(quiet=True)}
    return render(request, "intake/come_back.html", context, status=status)
