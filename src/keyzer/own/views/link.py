"""The page behind the link in a mail: it tells only that there is a letter, until the date of birth was given."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from keyzer.kit import clock
from keyzer.own import answering, letters, opening
from keyzer.own.opening import Linked
from keyzer.own.pages import words_for
from keyzer.people.guards import public
from keyzer.people.mailed_links import asked_born, kept_nowhere, whom_to_call

from .letters import CALL, file_of
from .reader import language

P = ParamSpec("P")
LinkedView = Callable[Concatenate[HttpRequest, Linked, P], HttpResponseBase]


def by_link(view: LinkedView[P]) -> Callable[..., HttpResponseBase]:
    """For who has a link that holds; an expired one and one that was never made look alike, and are kept nowhere."""

    @public
    @wraps(view)
    def guarded(request: HttpRequest, /, token: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        found = opening.linked(token, clock.now())
        answer = view(request, found, *args, **kwargs) if found else _gone(request)
        return kept_nowhere(answer)

    return guarded


def opened(view: LinkedView[P]) -> Callable[..., HttpResponseBase]:
    """For who gave the date of birth a short while ago; others are led to the page that asks it."""

    @by_link
    @wraps(view)
    def guarded(request: HttpRequest, found: Linked, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not opening.lock_of(found.letter.id).is_open(request.session, clock.now()):
            return redirect("own:link", found.token)
        return view(request, found, *args, **kwargs)

    return guarded


@by_link
def link(request: HttpRequest, found: Linked) -> HttpResponse:
    """Ask the date of birth, or show the letter that lies open. Looking alone opens nothing: mail is looked at too."""
    now, letter = clock.now(), found.letter.id
    if opening.lock_of(letter).is_open(request.session, now):
        return render(request, "own/link/letter.html", {"page": letters.by_link(found, language())})

    def knock(born: date) -> bool:
        return opening.knock(found, born, request.session, now)

    return asked_born(request, opening.lock_of(letter), knock, ask="own/link/ask.html", call=CALL)


@opened
def download(request: HttpRequest, found: Linked) -> HttpResponse:
    """The letter as PDF."""
    return file_of(request, found.letter.id)


@require_POST
@opened
def close(request: HttpRequest, found: Linked) -> HttpResponse:
    """Lay the letter away again."""
    opening.lock_of(found.letter.id).close(request.session)
    return redirect("own:link", found.token)


@opened
def statement(request: HttpRequest, found: Linked) -> HttpResponse:
    """Add the addressee's own view to the file (leerlingen-3)."""
    return _answered(request, found, answering.statement(found.file, words_for(found.file), request.POST or None))


@opened
def objection(request: HttpRequest, found: Linked) -> HttpResponse:
    """Object to the decision that the letter is about (leerlingen-9)."""
    page = answering.objection(found.file, words_for(found.file), found.letter.about, request.POST or None)
    return _answered(request, found, page)


@opened
def defence(request: HttpRequest, found: Linked) -> HttpResponse:
    """Answer the intention that the letter is about (personeel-8)."""
    page = answering.defence(found.file, letters.intended_in(found), request.POST or None)
    return _answered(request, found, page)


def _answered(request: HttpRequest, found: Linked, page: answering.Answer | None) -> HttpResponse:
    if page is None:
        return redirect("own:link", found.token)
    if request.method == "POST" and page.send(by=found.letter.addressee, at=clock.now()):
        messages.success(request, page.thanks)
        return redirect("own:link", found.token)
    context = {"page": page, "form": page.form, "token": found.token}
    return render(request, "own/link/answer.html", context, status=422 if page.form.errors else 200)


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "people/link/gone.html", whom_to_call(CALL), status=404)
