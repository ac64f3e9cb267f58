"""The pages of "Mag dit?". All facts stand in the address: it works without scripts, goes back, and can be shared."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.guards import for_roles, public
from keyzer.people.requests import SignedIn

from . import pages, queries
from .forms import APART, SENT, PictureForm
from .known import known_of


@public
def start(request: HttpRequest) -> HttpResponse:
    """Who asks, and then what is asked most."""
    try:
        asked = queries.asked_of(request)
    except protocol.SituationError:
        return _unreadable(request)
    return render(request, "maydo/start.html", {"page": pages.start_page(asked.situation)})


@public
@never_cache
def answer(request: HttpRequest) -> HttpResponse:
    """The next question, or the answer when there is none left."""
    try:
        asked = queries.asked_of(request)
    except protocol.SituationError:
        return _unreadable(request)
    at = clock.now()
    today, known = clock.local(at).date(), known_of(request, asked, at)
    page = pages.question_page(asked, today, known)
    if page is not None:
        return render(request, "maydo/question.html", {"page": page})
    return render(request, "maydo/answer.html", {"page": pages.answer_page(asked, today, known)})


@for_roles(*people.AT_WORK)
def picture(request: SignedIn) -> HttpResponse:
    """For which classes and what a picture is; who may not be shown is told before the question goes on."""
    try:
        asked = queries.asked_of(request, apart=APART).without(queries.PICTURE)
    except protocol.SituationError:
        return _unreadable(request)
    form = PictureForm(request.GET if SENT in request.GET else None, request.viewer, clock.today())
    found = form.found() if form.is_valid() else None
    if found is not None and found.everybody:
        return redirect(pages.onward(asked, beeld=found.said(left_out=False)))
    page = pages.picture_page(asked, found)
    return render(request, "maydo/picture.html", {"page": page, "form": form}, status=422 if form.errors else 200)


def _unreadable(request: HttpRequest) -> HttpResponse:
    return render(request, "maydo/unreadable.html", status=400)
