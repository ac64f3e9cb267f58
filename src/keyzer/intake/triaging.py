"""Views of who handles a report for what is grave or can be undone: break the seal, set it aside, bring it back."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keyzer.kit import clock
from keyzer.ledger.actions import Conflict
from keyzer.people import guards
from keyzer.people import queries as people
from keyzer.people.requests import SignedIn

from . import actions, pages, queries
from .events import State, Way
from .forms import ReasonForm
from .queries import ReportPage

Act = Callable[[str, int], None]


@require_http_methods(["GET", "POST"])
@guards.for_roles(*people.STAFF)
def break_seal(request: SignedIn, report: UUID) -> HttpResponse:
    """See who reported in confidence, with a reason; the reporter reads it at once."""
    found = _handled(request, report)
    if found.way is not Way.IN_VERTROUWEN or found.reporter is not None:
        return redirect("intake:show", report)
    by, at = request.person.id, clock.now()
    words = {
        "title": _("Look at the name"),
        "lead": _("This came in confidence. You can look at the name when you can't help without it."),
        "notice": _("Your reason and the moment are written down. Who told it reads both at once."),
        "button": _("Show me the name"),
    }
    return _asked(request, found, words, lambda reason, _seen: actions.break_seal(report, reason, by=by, at=at))


@require_http_methods(["GET", "POST"])
@guards.for_roles(*people.STAFF)
def join(request: SignedIn, report: UUID, into: UUID) -> HttpResponse:
    """Put a report with another one that tells the same."""
    found, other = _handled(request, report), _handled(request, into)
    by, at = request.person.id, clock.now()
    words = {
        "title": _("Put it with the other report"),
        "lead": _("Both tell the same. From now on this one goes with the other, with its files."),
        "notice": _("You can undo this. The reporter still sees the own report, and what you answered."),
        "button": _("Put them together"),
    }

    def act(reason: str, seen: int) -> None:
        actions.join(report, into, reason, seen=seen, by=by, at=at)

    return _asked(request, found, words, act, other=other)


@require_http_methods(["GET", "POST"])
@guards.for_roles(*people.STAFF)
def set_aside(request: SignedIn, report: UUID) -> HttpResponse:
    """Nothing follows from what did not happen."""
    found = _handled(request, report)
    by, at = request.person.id, clock.now()
    words = {
        "title": _("Set it aside"),
        "lead": _("For a report that tells what did not happen. Nothing follows from it."),
        "notice": _("You can undo this. Answer the reporter first: somebody who was mistaken meant well."),
        "button": _("Set it aside"),
    }
    return _asked(
        request, found, words, lambda reason, seen: actions.set_aside(report, reason, seen=seen, by=by, at=at)
    )


@require_http_methods(["GET", "POST"])
@guards.for_roles(*people.STAFF)
def bring_back(request: SignedIn, report: UUID) -> HttpResponse:
    """Undo that it was set aside."""
    found = _handled(request, report)
    if found.state is not State.ASIDE:
        return redirect("intake:show", report)
    by, at = request.person.id, clock.now()
    words = {
        "title": _("Take it up again"),
        "lead": _("It stands by itself again, and an answer is owed."),
        "notice": "",
        "button": _("Take it up again"),
    }
    return _asked(
        request, found, words, lambda reason, seen: actions.bring_back(report, reason, seen=seen, by=by, at=at)
    )


def _asked(
    request: SignedIn, found: ReportPage, words: dict[str, str], act: Act, other: ReportPage | None = None
) -> HttpResponse:
    """The page that asks why, and what follows from its button."""
    form = ReasonForm(request.POST or None, initial={"seen": found.version})
    context = {"found": found, "other": other, "form": form, **words}
    if request.method != "POST" or not form.is_valid():
        return render(request, "intake/reason.html", context, status=pages.NOT_ACCEPTED if form.errors else 200)
    try:
        act(form.cleaned_data["reason"], form.cleaned_data["seen"])
    except Conflict:
        messages.warning(request, _("Something was added meanwhile. Read it first."))
    except actions.NotPossible:
        messages.error(request, _("That is not possible with this report any more."))
    return redirect("intake:show", found.id)


def _handled(request: SignedIn, report: UUID) -> ReportPage:
    found = queries.page(request.viewer, report)
    if found is None or not found.by_handler or found.told.to_board:
        guards.not_for_you(request, "report", report)
    return found
