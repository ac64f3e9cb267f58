"""Views of who handles a report: answer, close, step aside, make it an incident. The reporter answers back here."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from keyzer.kit import clock
from keyzer.ledger.actions import Conflict
from keyzer.people import guards
from keyzer.people import queries as people
from keyzer.people.requests import SignedIn
from keyzer.protocol import Part

from . import actions, choices, pages, picking, queries
from .events import About, IntakeLane
from .forms import IncidentForm, WordsForm
from .picking import Picking
from .queries import ReportPage

WANTS_MAIL, WANTS_NO_MAIL = "mail", "no-mail"
MAIL_WISHES = frozenset({WANTS_MAIL, WANTS_NO_MAIL})


@require_POST
@guards.signed_in
def say(request: SignedIn, report: UUID) -> HttpResponse:
    """A next turn in the conversation; who handles it may close it with the same words."""
    found = pages.visible(request, report)
    if found.by_reporter and (wish := request.POST.get("go")) in MAIL_WISHES:
        return _wish_mail(request, report, wanted=wish == WANTS_MAIL)
    form = WordsForm(request.POST)
    if not form.is_valid():
        return pages.conversation(request, found, form=form, status=pages.NOT_ACCEPTED)
    clean = form.cleaned_data
    try:
        by = pages.signature(request, found)
        _verb(request, found)(report, clean["words"], seen=clean["seen"], by=by, at=clock.now())
    except Conflict:
        return pages.conversation(request, found, form=form, seen=clean["seen"], status=pages.CONFLICT)
    messages.success(request, _("Your words have been sent."))
    return redirect("intake:show", report)


@require_POST
@guards.for_roles(*people.STAFF)
def step_aside(request: SignedIn, report: UUID) -> HttpResponse:
    """Who takes part in what happened hands it over, and does not see it any more."""
    _handled(request, report)
    try:
        actions.step_aside(report, by=request.person.id, at=clock.now())
    except people.NobodyLeft:
        messages.error(request, choices.nobody_left())
        return redirect("intake:show", report)
    messages.success(request, _("Somebody else handles it from now on. You can't see it any more."))
    return redirect("intake:handled")


@require_http_methods(["GET", "POST"])
@guards.for_roles(*people.STAFF)
def open_incident(request: SignedIn, report: UUID) -> HttpResponse:
    """Make an incident of a report; what was told is filled in already."""
    found = _handled(request, report)
    if found.lane is IntakeLane.TWIJFEL:
        guards.not_for_you(request, "incident", report)
    if found.incident is not None:
        return redirect("incidents:show", found.incident)
    if request.method != "POST":
        return _incident_page(request, found, _filled_in(found), picking.start(_parts(found)))
    form = IncidentForm(request.POST, has_locked_files=bool(found.locked))
    persons = picking.carry_on(request.POST, request.viewer)
    if persons.goes_on or not form.is_valid():
        return _incident_page(request, found, form, persons, status=200 if persons.goes_on else pages.NOT_ACCEPTED)
    return _open(request, found, form, persons)


def _wish_mail(request: SignedIn, report: UUID, *, wanted: bool) -> HttpResponse:
    """Mail from now on, or none any more; who is under a seal writes it down as nobody."""
    by = pages.signature(request, pages.visible(request, report))
    actions.wish_mail(report, wanted=wanted, by=by, at=clock.now())
    messages.success(request, _("You get mail from now on.") if wanted else _("You get no mail about this any more."))
    return redirect("intake:show", report)


def _open(request: SignedIn, found: ReportPage, form: IncidentForm, persons: Picking) -> HttpResponse:
    clean = dict(form.cleaned_data)
    seen = clean.pop("seen")
    draft = actions.IncidentDraft(persons=persons.persons(), **clean)
    try:
        incident = actions.open_incident(found.id, draft, seen=seen, by=request.person.id, at=clock.now())
    except Conflict:
        return _incident_page(request, found, form, persons, seen=seen, status=pages.CONFLICT)
    except people.NobodyLeft:
        form.add_error(None, choices.nobody_left())
        return _incident_page(request, found, form, persons, status=pages.CONFLICT)
    if any(person == request.person.id for person, _part in draft.persons):
        messages.success(request, _("Somebody else handles it from now on. You can't see it any more."))
        return redirect("intake:handled")
    return redirect("incidents:show", incident)


def _incident_page(
    request: SignedIn,
    found: ReportPage,
    form: IncidentForm,
    persons: Picking,
    *,
    seen: int | None = None,
    status: int = 200,
) -> HttpResponse:
    if seen is not None:
        form = IncidentForm(_with_seen(request.POST, found.version), has_locked_files=bool(found.locked))
    chosen = form["conduct"].value() or []
    context = {
        "found": found,
        "form": form,
        "persons": persons,
        "groups": choices.conduct_groups(chosen),
        "is_chosen": bool(chosen),
        "changed": queries.changes_since(found, seen) if seen is not None else None,
    }
    return render(request, "intake/open_incident.html", context, status=status)


def _with_seen(data: QueryDict, version: int) -> QueryDict:
    """The form as it was sent, now knowing what was added."""
    copy = data.copy()
    copy["seen"] = str(version)
    return copy


def _handled(request: SignedIn, report: UUID) -> ReportPage:
    found = pages.visible(request, report)
    if not found.by_handler:
        guards.not_for_you(request, "report", report)
    return found


def _verb(request: SignedIn, found: ReportPage) -> Callable[..., None]:
    if found.by_reporter:
        return actions.ask
    settles = request.POST.get("go") == "settle" and found.by_handler and found.incident is None
    return actions.settle if settles else actions.answer


def _filled_in(found: ReportPage) -> IncidentForm:
    told = found.told
    return IncidentForm(
        initial={
            "seen": found.version,
            "told": told.words,
            "happened_on": told.happened_on,
            "place": told.where,
            "conduct": told.conduct,
        }
    )


def _parts(found: ReportPage) -> list[tuple[UUID, Part]]:
    """Who takes part as far as the report tells: the reporter by name, the one it happened to, whom staff named."""
    told = found.told
    named = [(each.person, each.part) for each in told.persons]
    if found.is_unnamed or found.reporter is None:
        return named
    concerned = told.child or found.reporter.id
    roles = {About.MIJZELF: Part.BETROKKENE, About.ZELF_GEDAAN: Part.ONDERWERP, About.GEZIEN: Part.GETUIGE}
    own = [(concerned, roles[told.about])] if told.about in roles else []
    return [(found.reporter.id, Part.MELDER), *own, *named]
