"""Read a consult, answer it, and compare what was posted with what was approved."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from keyzer.consults import actions, comparing, pages, words
from keyzer.consults.forms import AnswerForm, PublishedForm
from keyzer.consults.pictures import copy_kept
from keyzer.consults.queries import Page
from keyzer.consults.refusals import Moved, NobodyToAsk, Refused
from keyzer.evidence import serving
from keyzer.evidence.receiving import takes_files, upload_problem
from keyzer.evidence.words import problem_words
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, seen, signed_in
from keyzer.people.requests import SignedIn
from keyzer.protocol import ConsultAct

from .guard import NOT_ACCEPTED, page_of


@for_roles(*people.AT_WORK)
@require_GET
def index(request: SignedIn) -> HttpResponse:
    """What waits for one's answer, what one asked, what one answered."""
    viewer = request.viewer
    lists = {"waiting": pages.waiting_rows(viewer), "own": pages.own_rows(viewer)}
    return render(request, "consults/index.html", {**lists, "answered": pages.answered_rows(viewer)})


@signed_in
@require_GET
def show(request: SignedIn, consult: UUID) -> HttpResponse:
    """The draft with its answer, or with the form for one."""
    page = page_of(request, consult)
    seen(request, "consult", consult)
    return _shown(request, page, _form(request, page))


@signed_in
@require_POST
def answer(request: SignedIn, consult: UUID) -> HttpResponse:
    """Say yes, yes if, or no."""
    page = page_of(request, consult, ConsultAct.ANSWER)
    form = _form(request, page)
    if form is not None and form.is_valid() and _answered(request, page, form):
        messages.success(request, _("Your answer is given."))
        return redirect("consults:show", consult)
    if form is None:
        messages.error(request, _("Somebody answered it, or it was withdrawn. This is how it stands now."))
        return redirect("consults:show", consult)
    return _shown(request, page, form)


@signed_in
@require_POST
def step_aside(request: SignedIn, consult: UUID) -> HttpResponse:
    """Let another answer, being party to it."""
    page_of(request, consult, ConsultAct.STEP_ASIDE)
    try:
        actions.step_aside(consult, by=request.viewer, at=clock.now())
        messages.success(request, _("Another person is asked."))
    except Refused:
        messages.error(request, _("Somebody answered it, or it was withdrawn. This is how it stands now."))
    except NobodyToAsk:
        messages.error(request, _("Nobody else can answer this. Ask the board in person."))
    return redirect("consults:show", consult)


@signed_in
@require_GET
def picture(request: SignedIn, consult: UUID, item: UUID) -> HttpResponse:
    """A copy for the screen of a picture that goes with the draft."""
    page = page_of(request, consult)
    found = next((one for one in page.pictures if one.id == item), None)
    copy = copy_kept(found) if found else None
    if copy is None:
        raise Http404
    return serving.picture(copy)


@signed_in
@takes_files
@require_http_methods(["GET", "POST"])
def compare(request: SignedIn, consult: UUID) -> HttpResponse:
    """What was posted beside what was approved; nothing of it is kept."""
    page = page_of(request, consult)
    if not page.code or page.state.answered is None:
        raise Http404
    form = PublishedForm(request.POST or None)
    if problem := upload_problem(request):
        form.add_error(None, problem_words(problem))
    sent = form.pictures(request.FILES) if form.is_valid() else []
    found = comparing.compare(page, form.cleaned_data["published"], sent) if form.is_valid() else None
    status = NOT_ACCEPTED if form.errors else 200
    context = {"page": page, "form": form, "found": found, "condition": page.state.answered.conditions}
    return render(request, "consults/compare.html", context, status=status)


def _form(request: SignedIn, page: Page) -> AnswerForm | None:
    """The form for an answer; None for who does not answer."""
    if ConsultAct.ANSWER not in page.may:
        return None
    return AnswerForm(request.POST or None, seen=page.version, language=get_language() or "nl")


def _answered(request: SignedIn, page: Page, form: AnswerForm) -> bool:
    """Whether it was taken; else the reason stands in the form."""
    try:
        actions.answer(page.id, form.given(), seen=form.cleaned_data["seen"], by=request.viewer, at=clock.now())
    except Refused as refused:
        for reason in refused.reasons:
            form.add_error(None, reason.text.read(get_language() or "nl"))
        return False
    except Moved:
        form.add_error(None, _("The draft was changed meanwhile. Read it again; your answer still stands below."))
        form.now_seeing(page.version)
        return False
    return True


def _shown(request: SignedIn, page: Page, form: AnswerForm | None) -> HttpResponse:
    answered = page.state.answered
    context = {
        "page": page,
        "form": form,
        **pages.shown(page, request.viewer, clock.today()),
        "facts": pages.facts(page),
        "history": pages.history(page),
        "answer": answered,
        "look": words.LOOKS[answered.answer] if answered else "",
        "word": dict(words.answers())[answered.answer] if answered else "",
    }
    status = NOT_ACCEPTED if form is not None and form.errors else 200
    return render(request, "consults/show.html", context, status=status)
