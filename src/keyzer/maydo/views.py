"""The pages of "Mag dit?". All facts stand in the address: it works without scripts, goes back, and can be shared."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people.guards import public

from . import pages, queries
from .now import known_now


@public
def start(request: HttpRequest) -> HttpResponse:
    """Who asks, and then what is asked most."""
    try:
        situation = queries.situation_of(request)
    except protocol.SituationError:
        return _unreadable(request)
    return render(request, "maydo/start.html", {"page": pages.start_page(situation)})


@public
def answer(request: HttpRequest) -> HttpResponse:
    """The next question, or the answer when there is none left."""
    try:
        situation = queries.situation_of(request)
    except protocol.SituationError:
        return _unreadable(request)
    given, at = tuple(request.GET), clock.now()
    today, now = clock.local(at).date(), known_now(request, situation, at)
    page = pages.question_page(situation, given, today, now)
    if page is not None:
        return render(request, "maydo/question.html", {"page": page})
    return render(request, "maydo/answer.html", {"page": pages.answer_page(situation, given, today, now)})


def _unreadable(request: HttpRequest) -> HttpResponse:
    return render(request, "maydo/unreadable.html", status=400)
