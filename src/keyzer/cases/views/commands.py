"""Pages that do: open a case, and one page for every command of the machine."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from keyzer.cases import actions, asking, doing
from keyzer.incidents import queries as incidents
from keyzer.kit import clock
from keyzer.people.guards import not_for_you, signed_in
from keyzer.people.queries import NobodyLeft
from keyzer.people.requests import SignedIn

from .reader import case_file, language


@signed_in
def open_case(request: SignedIn, incident: UUID, subject: UUID) -> HttpResponse:
    """Open a case about one subject of an incident, and go to it."""
    file = incidents.incident_for(request.viewer, incident)
    if request.method != "POST" or file is None or not file.can_work:
        not_for_you(request, "incident", incident)
    try:
        case = actions.open_case(incident, subject, by=UUID(request.viewer.id), at=clock.now())
    except actions.CaseExists as existing:
        case = existing.case
    except (actions.Refused, NobodyLeft) as refused:
        return render(request, "cases/not_opened.html", asking.not_opened(refused, incident, language()), status=422)
    return redirect("cases:show", case)


@signed_in
def command(request: SignedIn, case: UUID, kind: str) -> HttpResponse:
    """Ask what a command needs, and do it."""
    file = case_file(request, case)
    if kind in doing.ELSEWHERE:
        return redirect(doing.ELSEWHERE[kind], case)
    asked = asking.page(file, kind, request.GET, request.POST or None, clock.now(), language())
    page = asked or not_for_you(request, "case", case)
    status = asking.send(page, clock.now()) if request.method == "POST" else HTTPStatus.OK
    if status is HTTPStatus.SEE_OTHER:
        messages.success(request, _("Saved: %(what)s") % {"what": page.heading})
    if status is HTTPStatus.ALREADY_REPORTED:
        messages.info(request, _("This was already saved. It stands in the case once."))
    if status in {HTTPStatus.SEE_OTHER, HTTPStatus.ALREADY_REPORTED}:
        return redirect(asking.next_page(page))
    return render(request, "cases/command.html", {"page": page}, status=status)
