"""The page behind a mailed link, for a guardian without an account: looking at the mail alone changes nothing."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from keyzer.consent import actions, opening, pages, queries
from keyzer.consent.queries.links import Link, link_behind
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import public
from keyzer.people.mailed_links import asked_born, kept_nowhere, whom_to_call

from .door import WHO, Door, chosen, said, word_of

CALL = "consent/_call.html"


@require_http_methods(["GET", "POST"])
@public
def choose(request: HttpRequest, token: str) -> HttpResponse:
    """Say yes or no to pictures of a child; the same link takes it back as long as it works."""
    return kept_nowhere(_opened(request, token))


def _opened(request: HttpRequest, token: str) -> HttpResponse:
    link = link_behind(token)
    if link is None:
        return _gone(request, token)
    dates = opening.birthdays(link.person, clock.today())
    if not dates:
        return render(request, "consent/link_unknown.html", whom_to_call(CALL), status=403)
    if not opening.lock_of(link.id).is_open(request.session, clock.now()):
        return _asked_who(request, link, dates)
    return _inside(request, Door(people.viewer_of(link.person, clock.today()), token))


def _gone(request: HttpRequest, token: str) -> HttpResponse:
    """Changed, expired and never made look alike, also to who asks for a new one."""
    if request.method == "POST" and "again" in request.POST:
        actions.mail_again(token, at=clock.now())
        return render(request, "people/link/again.html", whom_to_call(CALL))
    return render(request, "consent/link_gone.html", whom_to_call(CALL), status=404)


def _asked_who(request: HttpRequest, link: Link, dates: set[date]) -> HttpResponse:
    lock = opening.lock_of(link.id)

    def knock(born: date) -> bool:
        return lock.knock(born, dates, request.session, clock.now())

    return asked_born(request, lock, knock, ask="consent/link_ask.html", call=CALL)


def _inside(request: HttpRequest, door: Door) -> HttpResponse:
    """The one person there is a say about, or the list to choose from."""
    asked = queries.asked_of(door.viewer, clock.today())
    wanted = _wanted(request) or (asked[0].person if len(asked) == 1 else None)
    if wanted is None:
        listed = pages.rows(asked, UUID(door.viewer.id), door.page_of)
        return render(request, "consent/link.html", {"rows": listed, **whom_to_call(CALL)})
    page = queries.consent_page(door.viewer, wanted, clock.today())
    if page is None:
        raise Http404
    word = word_of(request.GET.get("doel", ""), request.POST.get("said", ""))
    if request.method == "POST" and word:
        return said(request, door, wanted, *word)
    return chosen(request, door, page)


def _wanted(request: HttpRequest) -> UUID | None:
    """The person in the address. Raises Http404 for what is no id."""
    try:
        return UUID(request.GET[WHO]) if WHO in request.GET else None
    except ValueError as wrong:
        raise Http404 from wrong
