"""A teacher gives leave for a lesson, and takes it back."""

from datetime import date
from http import HTTPStatus
from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from keyzer import protocol
from keyzer.custody.queries import in_custody
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, not_for_you
from keyzer.people.requests import SignedIn
from keyzer.permits import actions, pages, queries
from keyzer.permits.forms import PermitForm, wanted_lesson
from keyzer.permits.queries import LessonAhead
from keyzer.permits.reasons import NotThere, Refused


class Giving(NamedTuple):
    """The form for one lesson, with what its page tells of the class."""

    form: PermitForm
    lesson: LessonAhead
    basis: protocol.Basis
    allowed: list[tuple[str, str]]
    pupils: list[UUID]


@for_roles(*pages.TEACHING)
def start(request: SignedIn) -> HttpResponse:
    """The lessons ahead, what was given, and every other class and hour."""
    if (wanted := wanted_lesson(request.GET)) is not None:
        return redirect("permits:give", *wanted)
    now = clock.now()
    context = {
        "front": pages.teaching(request.viewer, now, 12),
        "classes": people.classes(clock.local(now).date()),
        "hours": pages.hours(queries.hours_ahead(now), now),
    }
    return render(request, "permits/start.html", context)


@for_roles(*pages.TEACHING)
def give(request: SignedIn, school_class: UUID, day: str, period: int) -> HttpResponse:
    """Give leave for one lesson: as it opens, the whole class, phones, until the bell."""
    giving = _giving(request, school_class, day, period)
    if request.method != "POST" or not giving.form.is_valid():
        return _asked(request, giving, ())
    try:
        actions.give(giving.form.draft(), by=request.person.id, at=clock.now())
    except Refused as refused:
        return _asked(request, giving, refused.reasons)
    messages.success(request, _("Leave is given. The class can see it now."))
    if kept := in_custody(giving.form.cleaned_data["pupils"] or giving.pupils):
        messages.warning(request, pages.not_for(len(kept)))
    return redirect("permits:start")


@for_roles(*pages.TEACHING)
@require_POST
def withdraw(request: SignedIn, permit: UUID) -> HttpResponse:
    """Take leave back; a permit of another lesson does not exist for this teacher."""
    try:
        actions.withdraw(permit, by=request.person.id, at=clock.now())
    except (NotThere, Refused):
        not_for_you(request, "permit", permit)
    messages.success(request, _("Leave is taken back."))
    return redirect("permits:start")


def _giving(request: SignedIn, school_class: UUID, day: str, period: int) -> Giving:
    lesson = queries.lesson_at(school_class, _day(day), period)
    if lesson is None:
        not_for_you(request, "class", school_class)
    language, basis = get_language() or "nl", protocol.basis_of(request.viewer, lesson.as_asked())
    pupils = people.pupils_in(school_class, lesson.day)
    exempt = queries.exempt_among([one.id for one in pupils], lesson.day)
    form = PermitForm(request.POST or None, lesson, pupils, protocol.BASES[basis], language)
    allowed = [(one.name, pages.devices(exempt[one.id])) for one in pupils if one.id in exempt]
    return Giving(form, lesson, basis, allowed, [one.id for one in pupils])


def _asked(request: SignedIn, giving: Giving, reasons: tuple[protocol.Reason, ...]) -> HttpResponse:
    language, wrong = get_language() or "nl", bool(reasons or giving.form.errors)
    context = {
        **giving._asdict(),
        "title": pages.lesson_title(giving.lesson, clock.now()),
        "ends": pages.clock_time(giving.lesson.period.ends),
        "needs_word": giving.basis in {protocol.Basis.GEEFT_LES, protocol.Basis.VERVANGT},
        "refusals": [(reason.text.read(language), reason.grounds) for reason in reasons],
        "wrong": wrong,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "permits/give.html", context, status=status)


def _day(text: str) -> date:
    """Raises Http404 for what is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise Http404 from wrong
