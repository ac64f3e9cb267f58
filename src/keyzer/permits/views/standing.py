"""What holds now: for the pupil who looks, and for a colleague who meets a pupil in the corridor."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from keyzer.kit import clock
from keyzer.live import watching
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, not_for_you, seen
from keyzer.people.requests import SignedIn
from keyzer.permits import lines, pages, queries
from keyzer.protocol import Role


@for_roles(Role.LEERLING)
def now(request: SignedIn) -> HttpResponse:
    """The answer of now, alone, for a front page that stays open."""
    answer, live = pages.own(request, clock.now())
    return watching.answer(request, render_to_string("permits/_now.html", {"answer": answer}), live)


@for_roles(*people.STAFF)
def check(request: SignedIn) -> HttpResponse:
    """Look a pupil up; when one alone is found, the answer at once."""
    text = request.GET.get("q", "")
    found = queries.pupils_found(request.viewer, text)
    if len(found) == 1:
        return redirect("permits:pupil", found[0].id)
    links = {
        "may_agree": queries.may_agree(request.viewer, clock.today()),
        "may_count": queries.may_count(request.viewer),
    }
    return render(request, "permits/check.html", {"text": text, "rows": lines.found_rows(found), **links})


@for_roles(*people.STAFF)
def pupil(request: SignedIn, pupil: UUID) -> HttpResponse:
    """Whether this pupil may use a phone now, and nothing else of the pupil."""
    moment = clock.now()
    known = people.brief([pupil], clock.local(moment).date()).get(pupil)
    if known is None or known.layer is None:
        not_for_you(request, "phone", pupil)
    seen(request, "phone", pupil)
    context = {"pupil": known, "answer": pages.answer_for_colleague(queries.standing_of_pupil(pupil, moment))}
    return render(request, "permits/pupil.html", context)
