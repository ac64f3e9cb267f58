"""The way to the board alone: a possible sexual offence against a pupil by somebody with a task here (WVO 3.39)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from keyzer.kit import clock
from keyzer.people import guards
from keyzer.people import queries as people
from keyzer.people.requests import SignedIn

from . import actions, board_reading, board_telling, choices, first_aid, pages, terms
from .board_telling import BoardTelling


@require_http_methods(["GET", "POST"])
@guards.for_roles(*people.AT_WORK)
def tell(request: SignedIn) -> HttpResponse:
    """Words and who it is about; then to the board, past everybody else."""
    if request.method != "POST":
        return _page(request, board_telling.begin(request.viewer))
    now = board_telling.carry_on(request.POST, request.viewer)
    if not now.ready:
        return _page(request, now, status=pages.NOT_ACCEPTED if now.form.errors else 200)
    sending = now.form.cleaned_data["sending"]
    try:
        report = actions.tell_board(now.told(), reporter=request.viewer, sending=sending, at=clock.now())
    except people.NobodyLeft:
        return _page(request, now, status=pages.CONFLICT)
    return redirect("intake:told_board", report)


@require_GET
@guards.for_roles(*people.AT_WORK)
def told(request: SignedIn, report: UUID) -> HttpResponse:
    """That the board has it, whether somebody of the board read it, and what to do and leave now."""
    found = board_reading.as_read(pages.visible(request, report))
    if not found.by_reporter or not found.told.to_board:
        guards.not_for_you(request, "report", report)
    context = {"found": found, "state": choices.state_words(found.state), "lines": first_aid.BOARD_LINES}
    return render(request, "intake/told_board.html", {**context, "grounds": terms.BOARD_GROUNDS})


def _page(request: SignedIn, now: BoardTelling, status: int = 200) -> HttpResponse:
    context = {
        "now": now,
        "form": now.form,
        "lines": first_aid.BOARD_LINES,
        "grounds": terms.BOARD_GROUNDS,
        "nobody_left": status == pages.CONFLICT,
    }
    return render(request, "intake/tell_board.html", context, status=status)
