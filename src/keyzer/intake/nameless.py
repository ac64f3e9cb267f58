"""Telling something without a name: no account, session or address is looked at, and a receipt is given."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keyzer.evidence import receiving, uploading
from keyzer.evidence.kinds import Problem
from keyzer.evidence.words import problem_words
from keyzer.kit import clock
from keyzer.people import guards
from keyzer.people import queries as people

from . import actions, choices, doorkeeping, drafts, pages, receipts, telling
from .coming_along import holder_without_name, sent_by_a_stranger
from .doorkeeping import Held
from .events import IntakeLane
from .strangers import of_a_stranger
from .telling import Telling

SETTING, CLOSED = "report_without_name", "nee"
NOBODYS = drafts.whose(None)
TOO_MANY = 429


def is_open() -> bool:
    """Whether the school takes in reports without a name."""
    return people.school().settings.get(SETTING) != CLOSED


@require_http_methods(["GET", "POST"])
@guards.public
@receiving.takes_files_of_strangers
@of_a_stranger
def tell(request: HttpRequest, lane: IntakeLane) -> HttpResponseBase:
    """A report or a doubt without a name, step by step, and the page with its receipt."""
    if not is_open():
        raise Http404
    problem = receiving.upload_problem(request)
    if request.POST.get("go") == "discard":
        return drafts.drop(request, redirect("intake:tell_nameless", lane), NOBODYS, lane)
    draft = drafts.found(request, NOBODYS, lane)
    now = telling.carried(request, lane, telling.UNNAMED, draft)
    if now.ready and problem is not Problem.INTERRUPTED:
        return _send(request, now, problem)
    answer = pages.step(request, now, problem, resumed=draft is not None and request.method == "GET")
    return drafts.keep(request, answer, NOBODYS, lane, now.step)


def _send(request: HttpRequest, now: Telling, problem: Problem | None) -> HttpResponse:
    clean, at = now.form.cleaned_data, clock.now()
    network = doorkeeping.network_of(request)
    held = doorkeeping.held_up(clean["ticket"], clean["proof"], clean["sending"], network, at)
    if held is not None:
        return _held(request, now, held)
    told = now.told()
    accepted, refused = sent_by_a_stranger(request)
    try:
        receipt = actions.tell_without_name(
            now.lane, told, layer=clean["layer"], sending=clean["sending"], evidence=accepted, at=at
        )
    except people.NobodyLeft:
        return pages.step(request, now, problem, choices.nobody_left())
    locked = bool(accepted) and choices.is_about_sexual_images(told.conduct)
    uploading.forget(request, holder=holder_without_name(request))
    answer = _receipt_page(request, now.lane, receipt, refused, problem, is_locked=locked)
    return drafts.drop(request, answer, NOBODYS, now.lane)


def _held(request: HttpRequest, now: Telling, held: Held) -> HttpResponse:
    words = {
        Held.TOO_SOON: _("Wait a moment, read it over once more, and send it then. Nothing is lost."),
        Held.TOO_MANY: _("Very many reports came in from here. Try it again in an hour. What you wrote stays here."),
    }
    now.form.renew_ticket()
    answer = pages.step(request, now, None, words[held])
    answer.status_code = TOO_MANY
    return drafts.keep(request, answer, NOBODYS, now.lane, now.step)


def _receipt_page(
    request: HttpRequest,
    lane: IntakeLane,
    receipt: str,
    failed: list[tuple[str, str]],
    problem: Problem | None,
    *,
    is_locked: bool,
) -> HttpResponse:
    if problem:
        failed.append((_("Your file"), problem_words(problem)))
    context = {
        "is_doubt": lane is IntakeLane.TWIJFEL,
        "receipt": receipts.read_aloud(receipt),
        "digits": receipt,
        "failed": failed,
        "is_locked": is_locked,
        **pages.help_now(known=False),
        **pages.frame(quiet=True),
    }
    return render(request, "intake/receipt.html", context)
