"""The front page, for whoever opens it, search, and the calendar of what waits."""

from django.contrib import messages
from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_POST, require_safe

from keyzer.kit import clock
from keyzer.people.guards import for_roles, public, signed_in
from keyzer.people.queries import STAFF
from keyzer.people.requests import SignedIn
from keyzer.permits import pages as permits

from . import actions, doors, feeds, queries


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
        "phone": permits.front(request, clock.now()),
        "lists": queries.lists(request.viewer, clock.now(), get_language() or "nl"),
        "doors": doors.for_viewer(request.viewer),
        "to_learn": doors.to_learn(),
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


@for_roles(*STAFF)
def calendar(request: SignedIn) -> HttpResponse:
    """What a calendar of one's deadlines is; a new address is shown this once."""
    person, address = request.person.id, ""
    if request.method == "POST":
        secret = actions.make_calendar(person, at=clock.now())
        address = request.build_absolute_uri(reverse("desk:calendar-feed", args=[secret]))
    since = queries.calendar_made_at(person)
    return render(request, "desk/calendar.html", {"address": address, "since": since})


@for_roles(*STAFF)
@require_POST
def stop_calendar(request: SignedIn) -> HttpResponse:
    """No address leads to it any more."""
    actions.stop_calendar(request.person.id)
    messages.success(request, _("The address of your agenda no longer works."))
    return redirect("desk:calendar")


def _mark_of_feed(_request: HttpRequest, secret: str) -> str | None:
    return feeds.mark(secret, clock.now())


@public
@require_safe
@condition(etag_func=_mark_of_feed)
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Deadlines without names, for a program that has the secret address; it brings no session."""
    content = feeds.calendar(secret, request.build_absolute_uri("/").rstrip("/"), clock.now())
    if content is None:
        raise Http404
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'inline; filename="keyzer.ics"'
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer
