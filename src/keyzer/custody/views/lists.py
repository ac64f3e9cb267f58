"""Pages about many devices: what the school keeps, the places, the count, the figures, what a case took in."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from keyzer.cases import queries as cases
from keyzer.custody import actions, pages, queries, words
from keyzer.custody.forms import CountForm, PlaceForm
from keyzer.custody.guard import keepers_only
from keyzer.kit import clock
from keyzer.people.guards import for_roles, not_for_you, signed_in
from keyzer.people.requests import SignedIn
from keyzer.protocol import Role

LOOKS_BACK = timedelta(days=90)
EVALUATES = (Role.COORDINATOR, Role.TEAMLEIDER, Role.VEILIGHEIDSCOORDINATOR, Role.DIRECTEUR, Role.BESTUUR)
SETS_UP = (Role.TEAMLEIDER, Role.DIRECTEUR, Role.OOP)


@keepers_only
def index(request: SignedIn) -> HttpResponse:
    """Everything that the school keeps now, by where it is; what is due first stands first."""
    lines = queries.held(request.viewer)
    where = [
        (place, words.rows(line for line in lines if line.place == place.id))
        for place in [*queries.places(), *_gone(lines)]
    ]
    context = {
        "where": [(place, rows) for place, rows in where if rows],
        "empty": [place for place, rows in where if not rows],
        "carried": words.rows(line for line in lines if line.holder),
        "sets_up": request.viewer.holds(*SETS_UP),
        "evaluates": request.viewer.holds(*EVALUATES),
    }
    return render(request, "custody/index.html", context)


@for_roles(*SETS_UP)
def places(request: SignedIn) -> HttpResponse:
    """The places where devices are kept, and a new one."""
    form = PlaceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_place(form.cleaned_data["name"], by=UUID(request.viewer.id), at=clock.now())
        except actions.PlaceExists:
            form.add_error("name", _("There is a place of this name. Choose another one."))
        else:
            return redirect("custody:places")
    status = 422 if form.is_bound else 200
    return render(request, "custody/places.html", {"form": form, "places": queries.places()}, status=status)


@for_roles(*SETS_UP)
@require_POST
def retire(request: SignedIn, place: UUID) -> HttpResponse:
    """Nothing new comes to this place."""
    if queries.place(place) is None:
        not_for_you(request, "storage-place", place)
    actions.retire_place(place, by=UUID(request.viewer.id), at=clock.now())
    return redirect("custody:places")


@keepers_only
def count(request: SignedIn, place: UUID) -> HttpResponse:
    """Count a place by hand; what differs is named on the page that follows."""
    meant = queries.place(place) or not_for_you(request, "storage-place", place)
    lines = queries.lying_in(place)
    choices = [(str(line.id), f"{line.number} · {words.devices(line)} · {line.name}") for line in lines]
    form = CountForm(request.POST or None, devices=choices)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "place": meant, "lines": lines}
        return render(request, "custody/count.html", context, status=422 if form.is_bound else 200)
    present = set(form.cleaned_data.get("present", ()))
    found = actions.count(place, present, form.numbers(), by=UUID(request.viewer.id), at=clock.now())
    return render(request, "custody/counted.html", _counted(meant, found))


@for_roles(*EVALUATES)
def figures(request: SignedIn) -> HttpResponse:
    """How often, by class and lesson hour, without names and without small numbers."""
    until = clock.today()
    since = until - LOOKS_BACK
    context = {"since": since, "until": until, "tallies": queries.counting(since, until)}
    return render(request, "custody/figures.html", context)


@signed_in
def of_case(request: SignedIn, case: UUID) -> HttpResponse:
    """The devices of a case: those to take in for a decision, and those that are kept or were given back."""
    file = cases.case_for(request.viewer, case) or not_for_you(request, "case", case)
    context = {
        "case": case,
        "subject": UUID(file.state.subject),
        "name": pages.name_of(UUID(file.state.subject)),
        "waiting": pages.to_take(file),
        "rows": words.rows(queries.of_case(case)),
        "keeps": pages.keeps(request.viewer),
    }
    return render(request, "custody/of_case.html", context)


def _gone(lines: list[queries.Line]) -> list[queries.Place]:
    """Places that are not used any more, where something still lies."""
    used = {place.id for place in queries.places()}
    lying = {line.place: line.whereabouts for line in lines if line.place and line.place not in used}
    return [queries.Place(place, name) for place, name in lying.items()]


def _counted(place: queries.Place, found: actions.Difference) -> dict[str, object]:
    return {
        "place": place,
        "found": found,
        "missing": words.rows(queries.picked(found.missing)),
        "elsewhere": words.rows(queries.picked(found.elsewhere)),
        "is_right": not (found.missing or found.elsewhere or found.unknown),
    }
