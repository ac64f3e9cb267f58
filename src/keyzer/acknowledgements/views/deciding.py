"""What the school decides about who does not sign; for who leads it, and nobody else."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from keyzer.acknowledgements import actions, ahead, queries
from keyzer.acknowledgements.actions import Refused
from keyzer.acknowledgements.forms import DecisionForm
from keyzer.acknowledgements.queries import RefusalLine
from keyzer.acknowledgements.standing import PRINCIPALS
from keyzer.kit import clock
from keyzer.ledger.actions import Conflict
from keyzer.people.guards import for_roles, not_for_you, seen
from keyzer.people.requests import SignedIn


@require_GET
@for_roles(*PRINCIPALS)
def refusals(request: SignedIn) -> HttpResponse:
    """Who does not sign, why, and what was decided."""
    lines = queries.refusals(request.viewer)
    for line in lines:
        seen(request, "refusal", line.signature)
    return render(request, "acknowledgements/refusals.html", {"lines": ahead.told(lines), "articles": ["reikwijdte-1"]})


@require_http_methods(["GET", "POST"])
@for_roles(*PRINCIPALS)
def decide(request: SignedIn, signature: UUID) -> HttpResponse:
    """Record what the school decided about one refusal."""
    line = queries.refusal(request.viewer, signature)
    if line is None:
        not_for_you(request, "refusal", signature)
    form = DecisionForm(request.POST or None, seen=len(line.decisions))
    if request.method == "POST" and form.is_valid():
        return _decided(request, line, form)
    return _asked(request, line, form)


def _decided(request: SignedIn, line: RefusalLine, form: DecisionForm) -> HttpResponse:
    clean = form.cleaned_data
    said = {"words": clean["words"], "seen": clean["seen"]}
    try:
        actions.decide(line.signature, outcomes=form.chosen(), **said, by=request.person.id, at=clock.now())
    except Refused as refused:
        form.add_error(None, refused.said)
        return _asked(request, line, form)
    except Conflict as conflict:
        form.show_again(conflict.actual)
        form.add_error(None, _("Somebody else decided something meanwhile. It stands above. Is yours still right?"))
        return _asked(request, queries.refusal(request.viewer, line.signature) or line, form, HTTPStatus.CONFLICT)
    messages.success(request, _("The decision is recorded. Who does not sign can read it."))
    return redirect("acknowledgements:refusals")


def _asked(request: SignedIn, line: RefusalLine, form: DecisionForm, status: int = 0) -> HttpResponse:
    context = {"line": ahead.one_told(line), "form": form, "articles": ["reikwijdte-1"]}
    usual = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "acknowledgements/decide.html", context, status=status or usual)
