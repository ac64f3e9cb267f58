"""The front page, for whoever opens it, and search."""

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import condition

from keyzer.kit import clock
from keyzer.people.guards import for_roles, public, signed_in
from keyzer.people.queries import STAFF
from keyzer.people.requests import SignedIn

from . import doors, queries


def _unchanged_since(request: HttpRequest) -> str | None:
    """A mark that stays the same while nothing was written, for a person, a language and a minute."""
    if not request.user.is_authenticated or len(get_messages(request)):
        return None
    return queries.mark(request.user.person_id, get_language() or "nl", clock.now())


@public
@condition(etag_func=_unchanged_since)
def front(request: HttpRequest) -> HttpResponseBase:
    """What now? For a visitor: what Keyzer is, and the doors that need no account."""
    if not request.user.is_authenticated:
        return render(request, "desk/welcome.html", {"doors": doors.for_visitors()})
    return today(request)


@signed_in
def today(request: SignedIn) -> HttpResponse:
    """What waits for this person, and the doors that are open; the one page that may be kept to be compared."""
    context = {
        "name": request.person.name,
        "lists": queries.lists(request.viewer, clock.now(), get_language() or "nl"),
        "doors": doors.for_viewer(request.viewer),
        "lists_first": queries.reads_first(request.viewer),
    }
    page = render(request, "desk/today.html", context)
    page.headers["Cache-Control"] = "private, no-cache"
    return page


@for_roles(*STAFF)
def search(request: SignedIn) -> HttpResponse:
    """Pupils and colleagues by name, number or class."""
    text = request.GET.get("q", "")
    return render(request, "desk/search.html", {"text": text, "rows": queries.found(request.viewer, text)})
