"""Ask, change what was asked, ask no more."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from keyzer.consults import actions
from keyzer.consults.forms import AskForm, ReviseForm
from keyzer.consults.queries import Page
from keyzer.consults.refusals import Moved, NobodyToAsk, Refused
from keyzer.evidence.receiving import takes_files, upload_problem
from keyzer.evidence.words import problem_words
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, signed_in
from keyzer.people.requests import SignedIn
from keyzer.protocol import ConsultAct

from .guard import NOT_ACCEPTED, page_of


@for_roles(*people.AT_WORK)
@takes_files
@require_http_methods(["GET", "POST"])
def ask(request: SignedIn) -> HttpResponse:
    """Ask before it is posted. A draft that comes from elsewhere, without a question yet, is filled in already."""
    if request.method != "POST" or "question" not in request.POST:
        return _asked(request, AskForm(draft=request.POST.get("draft", "")))
    form = AskForm(request.POST)
    if problem := upload_problem(request):
        form.add_error(None, problem_words(problem))
    consult = _sent(request, form) if form.is_valid() else None
    if consult is None:
        return _asked(request, form)
    messages.success(request, _("It is asked. Don't post it until there is an answer."))
    return redirect("consults:show", consult)


@signed_in
@require_http_methods(["GET", "POST"])
def revise(request: SignedIn, consult: UUID) -> HttpResponse:
    """Let the draft read otherwise; what was approved stays as it was."""
    page = page_of(request, consult, ConsultAct.REVISE)
    if ConsultAct.REVISE not in page.may:
        return render(request, "consults/settled.html", {"page": page}, status=409)
    usual = {"draft": page.state.wanted.draft, "seen": page.version}
    form = ReviseForm(request.POST or None, initial=usual)
    if form.is_valid() and _revised(request, page, form):
        messages.success(request, _("The draft is changed."))
        return redirect("consults:show", consult)
    return render(
        request, "consults/revise.html", {"page": page, "form": form}, status=NOT_ACCEPTED if form.errors else 200
    )


@signed_in
@require_POST
def withdraw(request: SignedIn, consult: UUID) -> HttpResponse:
    """Ask no more."""
    page_of(request, consult, ConsultAct.WITHDRAW)
    try:
        actions.withdraw(consult, by=request.viewer, at=clock.now())
        messages.success(request, _("Your question is withdrawn."))
    except Refused:
        messages.error(request, _("It was answered already."))
    return redirect("consults:show", consult)


def _sent(request: SignedIn, form: AskForm) -> UUID | None:
    """The consult; None with the reason in the form."""
    pictures, said = form.pictures(request.FILES), form.cleaned_data
    if form.errors:
        return None
    how = {"about_manager": said["about_manager"], "pictures": pictures}
    try:
        return actions.ask(form.wanted(), said["question"], **how, by=request.viewer, at=clock.now())
    except NobodyToAsk:
        form.add_error(None, _("Nobody above you can answer this here. Ask the board in person. Don't post it yet."))
        return None


def _revised(request: SignedIn, page: Page, form: ReviseForm) -> bool:
    said = form.cleaned_data
    try:
        actions.revise(page.id, said["draft"], seen=said["seen"], by=request.viewer, at=clock.now())
    except (Moved, Refused):
        form.add_error(None, _("Something happened meanwhile. Go back and read it first."))
        return False
    return True


def _asked(request: SignedIn, form: AskForm) -> HttpResponse:
    return render(request, "consults/ask.html", {"form": form}, status=NOT_ACCEPTED if form.errors else 200)
