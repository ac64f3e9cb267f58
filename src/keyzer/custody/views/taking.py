"""Taking a device in: find the pupil, then one form, at the door or for a decision in a case."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from keyzer import protocol
from keyzer.cases import actions as cases
from keyzer.cases import queries as case_queries
from keyzer.custody import actions, pages, words
from keyzer.custody.forms import TakeForm
from keyzer.custody.guard import keepers_only
from keyzer.design.rows import Row
from keyzer.kit import clock
from keyzer.kit.addresses import address_of
from keyzer.people import queries as people
from keyzer.people.guards import not_for_you
from keyzer.people.requests import SignedIn

MOST_FOUND = 20
REFUSING = "toestel-niet-afgeven"


@keepers_only
def find(request: SignedIn) -> HttpResponse:
    """Whose device it is."""
    text = request.GET.get("q", "")
    found = [one for one in people.search(request.viewer, text, MOST_FOUND) if one.layer is not None]
    rows = [
        Row(sentence=one.name, detail=one.class_name, icon="person", url=address_of("custody:take", one.id))
        for one in found
    ]
    return render(request, "custody/find.html", {"text": text, "rows": rows})


@keepers_only
def take(request: SignedIn, pupil: UUID) -> HttpResponse:
    """Record that it was handed over, or that it was not."""
    known = people.brief([pupil]).get(pupil)
    if known is None or known.layer is None:
        not_for_you(request, "person", pupil)
    file = _case(request, pupil)
    form = TakeForm(request.POST or None, offered=_offered(), initial=_initial(file))
    if request.method != "POST" or not form.is_valid():
        return _asked(request, known, form, ())
    try:
        return redirect("custody:show", _record(form, known.id, _decision(request, file), UUID(request.viewer.id)))
    except (actions.Refused, cases.Refused) as problem:
        return _asked(request, known, form, problem.reasons)


def _asked(
    request: SignedIn, pupil: people.PersonBrief, form: TakeForm, refused: Sequence[protocol.Reason]
) -> HttpResponse:
    reasons = [(reason.text.read(words.language()), reason.grounds) for reason in refused]
    context = {"form": form, "pupil": pupil, "refused": reasons, "for_case": "zaak" in request.GET}
    return render(request, "custody/take.html", context, status=422 if form.is_bound else 200)


def _initial(file: case_queries.CaseFile | None) -> dict[str, Any]:
    """For a case the conduct that was named there is chosen already."""
    return {"conduct": pages.conduct_of(file)} if file else {}


def _decision(request: SignedIn, file: case_queries.CaseFile | None) -> tuple[UUID, str] | None:
    """The decision for which it is taken; none at the door."""
    return (file.id, request.GET.get("besluit", "")) if file else None


def _record(form: TakeForm, pupil: UUID, case: tuple[UUID, str] | None, by: UUID) -> UUID:
    said, at = form.cleaned_data, clock.now()
    draft = actions.Draft(
        pupil=pupil,
        place=form.place_id(),
        devices=tuple(said["devices"]),
        **{name: said[name] for name in ("conduct", "description", "damage", "account")},
    )
    if not said["handed_over"]:
        return actions.refuse(draft._replace(conduct=REFUSING), by=by, at=at)
    return actions.take_for_decision(draft, *case, by=by, at=at) if case else actions.take(draft, by=by, at=at)


def _offered() -> dict[str, Any]:
    kinds = [(device.value, protocol.words_for("device", device).read(words.language())) for device in protocol.Device]
    return {"devices": kinds, "conduct": pages.conducts(), "place": pages.places()}


def _case(request: SignedIn, pupil: UUID) -> case_queries.CaseFile | None:
    """The case about this pupil for which it is taken, when the address names one."""
    named = request.GET.get("zaak", "")
    if not named:
        return None
    try:
        file = case_queries.case_for(request.viewer, UUID(named))
    except ValueError:
        file = None
    if file is None or file.state.subject != str(pupil):
        not_for_you(request, "case", named)
    return file
