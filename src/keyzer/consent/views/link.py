"""The page behind a mailed link, for a guardian without an account: looking at the mail alone changes nothing."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from keyzer.acknowledgements.views.link import whom_to_call
from keyzer.consent import actions, opening, pages, queries
from keyzer.consent.queries.links import Link, link_behind
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.forms import BirthForm
from keyzer.people.guards import public

from .door import WHO, Door, chosen, said, word_of


@require_http_methods(["GET", "POST"])
@public
def choose(request: HttpRequest, token: str) -> HttpResponse:
    """Say yes or no to pictures of a child; the same link takes it back as long as it works."""
    answer = _opened(request, token)
    answer.headers.setdefault("Cache-Control", "private, no-store")
    answer.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
    return answer


def _opened(request: HttpRequest, token: str) -> HttpResponse:
    link = link_behind(token)
    if link is None:
        return _gone(request, token)
    dates = opening.birthdays(link.person, clock.today())
    if not dates:
        return render(request, "consent/link_unknown.html", whom_to_call(), status=403)
    if not opening.lock_of(link.id).is_open(request.session, clock.now()):
        return _asked_who(request, token, link, dates)
    return _inside(request, Door(people.viewer_of(link.person, clock.today()), token))


def _gone(request: HttpRequest, token: str) -> HttpResponse:
    """Changed, expired and never made look alike, also to who asks for a new one."""
    if request.method == "POST" and "again" in request.POST:
        actions.mail_again(token, at=clock.now())
        return render(request, "consent/link_again.html", whom_to_call())
    return render(request, "consent/link_gone.html", whom_to_call(), status=404)


def _asked_who(request: HttpRequest, token: str, link: Link, dates: set[date]) -> HttpResponse:
    form, lock = BirthForm(request.POST or None), opening.lock_of(link.id)
    if request.method == "POST" and form.is_valid():
        if lock.knock(form.cleaned_data["born"], dates, request.session, clock.now()):
            return redirect("consent:link", token)
        form.was_wrong()
    if lock.is_shut():
        return render(request, "consent/link_shut.html", whom_to_call(), status=429)
    return render(request, "consent/link_ask.html", {"form": form}, status=422 if form.errors else 200)


def _inside(request: HttpRequest, door: Door) -> HttpResponse:
    """The one person there is a say about, or the list to choose from."""
    asked = queries.asked_of(door.viewer, clock.today())
    wanted = _wanted(request) or (asked[0].person if len(asked) == 1 else None)
    if wanted is None:
        listed = pages.rows(asked, UUID(door.viewer.id), door.page_of)
        return render(request, "consent/link.html", {"rows": listed, **whom_to_call()})
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
