"""The page on which a case about a colleague begins."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from keyzer.cases import about_staff, actions
from keyzer.kit import clock
from keyzer.people.guards import for_roles, not_for_you
from keyzer.people.queries import NobodyLeft
from keyzer.people.requests import SignedIn

from .reader import language


@for_roles(*about_staff.OPENERS)
def begin(request: SignedIn) -> HttpResponse:
    """Look a colleague up, tell what happened, and open the case."""
    page = about_staff.page(request.viewer, request.GET.get("q", ""), request.POST or None, language())
    if request.method != "POST" or not page.form.is_valid():
        return render(request, "cases/begin_staff.html", {"page": page}, status=422 if page.form.errors else 200)
    told = about_staff.Beginning(**page.form.cleaned_data)
    try:
        case = about_staff.begin(told, by=request.person.id, at=clock.now())
    except (actions.Refused, NobodyLeft) as refused:
        page.refuse(refused)
        return render(request, "cases/begin_staff.html", {"page": page}, status=422)
    except about_staff.Taken:
        not_for_you(request, "incident", told.incident)
    return redirect("cases:show", case)
