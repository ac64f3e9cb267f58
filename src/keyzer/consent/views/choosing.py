"""Yes and no, for oneself or for a child, signed in."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from keyzer.consent import pages, queries
from keyzer.consent.queries import ConsentPage
from keyzer.consent.words import TELLING
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import not_for_you, signed_in
from keyzer.people.requests import SignedIn

from .door import Door, chosen, said, word_of


@signed_in
def index(request: SignedIn) -> HttpResponse:
    """Everybody whom this person has a say about."""
    asked = queries.asked_of(request.viewer, clock.today())
    context = {
        "rows": pages.rows(asked, request.person.id),
        "tells": request.viewer.holds(*TELLING),
        "publishes": request.viewer.holds(*people.STAFF),
    }
    return render(request, "consent/index.html", context)


@signed_in
def person(request: SignedIn, person: UUID) -> HttpResponse:
    """Each purpose for one person: what is to be chosen, and what was."""
    return chosen(request, Door(request.viewer), _page(request, person))


@signed_in
@require_POST
def say(request: SignedIn, person: UUID, purpose: str) -> HttpResponse:
    """One answer in one tap."""
    _page(request, person)
    word = word_of(purpose, request.POST.get("said", ""))
    if word is None:
        not_for_you(request, "image-consent", person)
    return said(request, Door(request.viewer), person, *word)


def _page(request: SignedIn, person: UUID) -> ConsentPage:
    page = queries.consent_page(request.viewer, person, clock.today())
    if page is None:
        not_for_you(request, "image-consent", person)
    return page
