"""Guidance: what staff may learn from answers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from keyzer.consults import actions, queries
from keyzer.consults.actions.guiding import TAKES_BACK
from keyzer.consults.forms import GuidanceForm
from keyzer.consults.refusals import NamesSomebody, NotAllowed
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, not_for_you, signed_in
from keyzer.people.requests import SignedIn

from .guard import NOT_ACCEPTED, page_of


@for_roles(*people.AT_WORK)
@require_GET
def guidance(request: SignedIn) -> HttpResponse:
    """All guidance, by article."""
    leads = request.viewer.holds(*TAKES_BACK)
    lines = [(one, leads or one.by == request.person.id) for one in queries.guidance(get_language() or "nl")]
    return render(request, "consults/guidance.html", {"lines": lines, "reading": (get_language() or "nl")[:2]})


@signed_in
@require_http_methods(["GET", "POST"])
def publish(request: SignedIn, consult: UUID) -> HttpResponse:
    """Tell an answer anew, for everybody at work."""
    page = page_of(request, consult)
    if not page.may_guide:
        not_for_you(request, "guidance", consult)
    rests_on = page.state.answered.articles[0] if page.state.answered else ""
    form = GuidanceForm(request.POST or None, language=get_language() or "nl", article=rests_on)
    if form.is_valid() and _published(request, consult, form):
        messages.success(request, _("Everybody at work can read it now."))
        return redirect("consults:guidance")
    context = {"page": page, "form": form}
    return render(request, "consults/publish.html", context, status=NOT_ACCEPTED if form.errors else 200)


@for_roles(*people.AT_WORK)
@require_POST
def take_back(request: SignedIn, guidance: UUID) -> HttpResponse:
    """Show guidance no longer."""
    try:
        actions.take_back(guidance, by=request.viewer, at=clock.now())
    except NotAllowed:
        not_for_you(request, "guidance", guidance)
    messages.success(request, _("It is no longer shown."))
    return redirect("consults:guidance")


def _published(request: SignedIn, consult: UUID, form: GuidanceForm) -> bool:
    try:
        actions.publish(consult, form.told(), by=request.viewer, at=clock.now())
    except NamesSomebody as named:
        form.refuse_names(named.field, named.names)
        return False
    return True
