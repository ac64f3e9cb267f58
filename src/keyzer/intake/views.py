"""Pages for who tells something, and the one page on which it stands afterwards."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from keyzer.evidence import receiving, uploading
from keyzer.evidence.kinds import Problem
from keyzer.kit import clock
from keyzer.ledger.actions import Conflict
from keyzer.people import guards
from keyzer.people import queries as people
from keyzer.people.requests import SignedIn, recognise

from . import actions, choices, drafts, nameless, pages, queries, strangers, telling
from .coming_along import sent_along
from .events import IntakeLane, Way
from .forms import SeenForm
from .telling import Telling


@require_GET
@guards.public
def start(request: HttpRequest) -> HttpResponse:
    """The doors, and where to turn to at once; a visitor gets a page that leaves no cookie."""
    known = recognise(request)
    context = {
        **pages.help_now(known=known is not None),
        "at_work": known is not None and known.viewer.holds(*people.AT_WORK),
        "without_name": nameless.is_open(),
        **pages.frame(quiet=known is None),
    }
    with translation.override(strangers.language_of(request)):
        return render(request, "intake/start.html", context)


@require_http_methods(["GET", "POST"])
@guards.signed_in
@receiving.takes_files
def tell(request: SignedIn, lane: IntakeLane) -> HttpResponseBase:
    """A report or a doubt, step by step, and the page that says who got it."""
    problem, mine = receiving.upload_problem(request), drafts.whose(request.person.id)
    if request.POST.get("go") == "discard":
        return drafts.drop(request, redirect("intake:tell", lane), mine, lane)
    draft = None if request.GET.get("artikel") else drafts.found(request, mine, lane)
    now = telling.carried(request, lane, request.viewer, draft)
    if now.ready and problem is not Problem.INTERRUPTED:
        return _send(request, now, problem)
    answer = pages.step(request, now, problem, resumed=draft is not None and request.method == "GET")
    return drafts.keep(request, answer, mine, lane, now.step)


@require_GET
@guards.signed_in
def sent(request: SignedIn, report: UUID) -> HttpResponse:
    """Who got it, by when there is an answer, and what happens next."""
    return pages.receipt(request, pages.visible(request, report), [])


@require_GET
@guards.signed_in
def show(request: SignedIn, report: UUID) -> HttpResponse:
    """A report, for the one who told it and for the one who handles it."""
    found = pages.visible(request, report)
    if not found.by_reporter:
        guards.seen(request, "report", report)
    if found.by_handler and request.person.id not in {reading.person for reading in found.readings}:
        actions.mark_read(report, by=request.person.id, at=clock.now())
    return pages.conversation(request, found)


@require_GET
@guards.signed_in
def mine(request: SignedIn) -> HttpResponse:
    """What this person told."""
    return pages.listing(request, queries.own_reports, "intake/mine.html")


@require_GET
@guards.for_roles(*people.STAFF)
def handled(request: SignedIn) -> HttpResponse:
    """What came in for this person, and for whom this person stands in."""
    actions.stand_in(request.person.id, at=clock.now())
    return pages.listing(request, queries.handled_by, "intake/handled.html")


@require_POST
@guards.signed_in
def turn_into_report(request: SignedIn, report: UUID) -> HttpResponse:
    """The one who doubted makes it a report."""
    found = pages.visible(request, report)
    form = SeenForm(request.POST)
    if not found.by_reporter:
        guards.not_for_you(request, "report", report)
    if not form.is_valid():
        return pages.conversation(request, found, status=pages.NOT_ACCEPTED)
    try:
        by = pages.signature(request, found)
        actions.turn_into_report(report, seen=form.cleaned_data["seen"], by=by, at=clock.now())
    except Conflict:
        return pages.conversation(request, found, seen=form.cleaned_data["seen"], status=pages.CONFLICT)
    messages.success(request, _("Your question is a report now. You don't have to tell anything again."))
    return redirect("intake:show", report)


@require_http_methods(["POST"])
@guards.signed_in
@receiving.takes_files
def add_evidence(request: SignedIn, report: UUID) -> HttpResponseBase:
    """More files with a report, by the one who told it or who handles it."""
    problem = receiving.upload_problem(request)
    found = pages.visible(request, report)
    if found.told.to_board:
        guards.not_for_you(request, "evidence", report)
    accepted, refused = sent_along(request)
    known = actions.add_evidence(report, accepted, by=pages.signature(request, found), at=clock.now())
    uploading.forget(request, holder=str(request.person.id))
    if problem or refused or not accepted:
        return pages.refused_files(request, pages.visible(request, report), refused, problem)
    if known:
        messages.info(request, _("That file was here already. It is kept once."))
    return redirect("intake:show", report)


def _send(request: SignedIn, now: Telling, problem: Problem | None) -> HttpResponse:
    told = now.told()
    accepted, refused = sent_along(request)
    sending = now.form.cleaned_data["sending"]
    send = actions.tell if now.form.chosen_way() is Way.OP_NAAM else actions.tell_in_confidence
    try:
        report = send(now.lane, told, reporter=request.viewer, sending=sending, evidence=accepted, at=clock.now())
    except people.NobodyLeft:
        return pages.step(request, now, problem, choices.nobody_left())
    uploading.forget(request, holder=str(request.person.id))
    answer: HttpResponse = redirect("intake:sent", report)
    if problem or refused:
        answer = pages.refused_files(request, pages.visible(request, report), refused, problem)
    return drafts.drop(request, answer, drafts.whose(request.person.id), now.lane)
