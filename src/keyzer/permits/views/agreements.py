"""Standing exemptions, for who may agree on them, and how often leave is given, without names."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, not_for_you
from keyzer.people.requests import SignedIn
from keyzer.permits import actions, lines, pages, queries
from keyzer.permits.forms import ExemptionForm
from keyzer.permits.reasons import NotThere, Refused
from keyzer.protocol import Role

AGREEING = (Role.ZORGCOORDINATOR, Role.TEAMLEIDER, Role.DIRECTEUR)
"""Whose pages these are; who agrees on what the edition says."""


@for_roles(*AGREEING)
def agreements(request: SignedIn) -> HttpResponse:
    """Every agreement that holds, what is to be looked at again first, and the way to a new one."""
    today, text = clock.today(), request.GET.get("q", "")
    found = queries.pupils_found(request.viewer, text)
    context = {
        "lines": lines.agreement_lines(queries.exemptions(request.viewer, today), today),
        "text": text,
        "rows": lines.agree_rows(found),
    }
    return render(request, "permits/agreements.html", context)


@for_roles(*AGREEING)
def agree(request: SignedIn, pupil: UUID) -> HttpResponse:
    """Agree on an exemption for one pupil."""
    today = clock.today()
    known = people.brief([pupil], today).get(pupil)
    if known is None or known.layer is None or not queries.reaches(request.viewer, known.layer, today):
        not_for_you(request, "exemption", pupil)
    form = ExemptionForm(request.POST or None, pupil, today, get_language() or "nl")
    if request.method != "POST" or not form.is_valid():
        return _asked(request, known, form, ())
    try:
        actions.agree(form.draft(), by=request.person.id, at=clock.now())
    except Refused as refused:
        return _asked(request, known, form, refused.reasons)
    messages.success(request, _("This is agreed. Teachers see only that it is allowed."))
    return redirect("permits:agreements")


@for_roles(*AGREEING)
@require_POST
def end(request: SignedIn, exemption: UUID) -> HttpResponse:
    """Let an agreement end now."""
    try:
        actions.end(exemption, by=request.person.id, at=clock.now())
    except NotThere:
        not_for_you(request, "exemption", exemption)
    messages.success(request, _("The agreement has ended."))
    return redirect("permits:agreements")


@for_roles(*queries.MAY_COUNT)
def counting(request: SignedIn) -> HttpResponse:
    """How often leave was given this school year, per class and hour."""
    since, until = pages.school_year(clock.today())
    context = {"since": since, "rows": queries.counting(since, until), "few": queries.FEW}
    return render(request, "permits/counting.html", context)


def _asked(
    request: SignedIn, pupil: people.PersonBrief, form: ExemptionForm, reasons: tuple[protocol.Reason, ...]
) -> HttpResponse:
    language, wrong = get_language() or "nl", bool(reasons or form.errors)
    refusals = [(reason.text.read(language), reason.grounds) for reason in reasons]
    context = {"pupil": pupil, "form": form, "refusals": refusals}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "permits/agree.html", context, status=status)
