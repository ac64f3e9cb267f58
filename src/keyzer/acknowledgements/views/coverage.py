"""How far the school is, who still must, and reminders."""

from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from keyzer.acknowledgements import ahead, queries, reminded, standing
from keyzer.acknowledgements.actions import reminding, resting
from keyzer.acknowledgements.pages import LOOK_AFTER
from keyzer.acknowledgements.queries import MissingLine
from keyzer.acknowledgements.queries.coverage import SEE_ALL
from keyzer.acknowledgements.queries.reminding import resting as rest_on
from keyzer.acknowledgements.queries.reminding import who_owe
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, not_for_you
from keyzer.people.queries import SeatBrief
from keyzer.people.requests import SignedIn

PAUSE = timedelta(days=14)


class SchoolClass(NamedTuple):
    """A class that somebody looks after, and whose signatures it still waits for."""

    seat: SeatBrief
    lines: list[MissingLine]


@require_GET
@for_roles(*LOOK_AFTER)
def index(request: SignedIn) -> HttpResponse:
    """How far the school is, on one screen."""
    found = queries.coverage(clock.today())
    page = standing.standing(request.viewer, found, rest_on(clock.today()))
    context = {"page": page, "can_remind_all": request.viewer.holds(*SEE_ALL)}
    return render(request, "acknowledgements/standing.html", context)


@require_GET
@for_roles(*SEE_ALL)
def later(request: SignedIn) -> HttpResponse:
    """Who will be bound later, and what a new edition would ask."""
    return render(request, "acknowledgements/later.html", {"page": ahead.ahead(clock.today())})


@require_GET
@for_roles(*LOOK_AFTER)
def one_class(request: SignedIn, school_class: UUID) -> HttpResponse:
    """Who still must sign in a class."""
    found = _own_class(request, school_class)
    context = {
        "seat": found.seat,
        "groups": standing.missing_rows(found.lines),
        "owing": len(standing.owing(found.lines)),
        "rest": rest_on(clock.today()),
    }
    return render(request, "acknowledgements/class.html", context)


@for_roles(*LOOK_AFTER)
@require_POST
def remind_class(request: SignedIn, school_class: UUID) -> HttpResponse:
    """One mail for everybody in the class who still must."""
    _remind(request, standing.owing(_own_class(request, school_class).lines))
    return redirect("acknowledgements:class", school_class)


@for_roles(*SEE_ALL)
@require_POST
def remind_all(request: SignedIn) -> HttpResponse:
    """One mail for everybody in the school who still must."""
    _remind(request, who_owe(clock.today()))
    return redirect("acknowledgements:standing")


@for_roles(*standing.PRINCIPALS)
@require_POST
def rest(request: SignedIn) -> HttpResponse:
    """Let nobody be reminded for two weeks or until further notice, or start again."""
    if request.POST.get("rest") == "start":
        resting.start_again(by=request.person.id, at=clock.now())
        messages.success(request, _("Reminders can be sent again."))
        return redirect("acknowledgements:standing")
    until = clock.today() + PAUSE if request.POST.get("rest") == "pause" else None
    resting.rest(until=until, by=request.person.id, at=clock.now())
    messages.success(request, _("Nobody is reminded for now."))
    return redirect("acknowledgements:standing")


def _own_class(request: SignedIn, school_class: UUID) -> SchoolClass:
    """The class, for who looks after it; for anybody else it does not exist."""
    seats = [seat for line in people.bonds_in_class(school_class, clock.today()) for seat in line.seats]
    lines = queries.missing(request.viewer, school_class, clock.today())
    if not seats or lines is None:
        not_for_you(request, "class", school_class)
    return SchoolClass(seats[0], lines)


def _remind(request: SignedIn, persons: set[UUID]) -> None:
    try:
        done = reminding.remind(persons, by=request.person.id, at=clock.now())
    except reminding.Resting:
        messages.warning(request, _("The head of the school lets nobody be reminded now."))
        return
    for sentence in reminded.told(done):
        messages.info(request, sentence)
