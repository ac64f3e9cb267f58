"""The door of a mailed link, alike in every room: it asks a date of birth, is kept nowhere and tells whom to call."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from keyzer.people import queries as people
from keyzer.people.date_locks import DateLock
from keyzer.people.forms import BirthForm

PHONE = "letterhead_phone"

Answer = TypeVar("Answer", bound=HttpResponseBase)


def asked_born(
    request: HttpRequest, lock: DateLock, knock: Callable[[date], bool], *, ask: str, call: str
) -> HttpResponse:
    """Ask the date of birth on the page `ask`; a right one leads back to where the link leads.

    Looking alone opens nothing, for programs look at mail too. `call` is the template that tells how to go on
    without the link.
    """
    form = BirthForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if knock(form.cleaned_data["born"]):
            return redirect(request.path)
        form.was_wrong()
    if lock.is_shut():
        return render(request, "people/link/shut.html", whom_to_call(call), status=429)
    return render(request, ask, {"form": form}, status=422 if form.errors else 200)


def kept_nowhere(answer: Answer) -> Answer:
    """The answer, for no cache and no search engine."""
    answer.headers.setdefault("Cache-Control", "private, no-store")
    answer.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
    return answer


def whom_to_call(call: str) -> dict[str, str]:
    """For the template `call`, included where somebody can't go on: the school's name and number, as far as known."""
    school = people.school()
    return {"call": call, "school": school.name, "phone": str(school.settings.get(PHONE, ""))}
