"""Pages on which somebody talks to the confidential adviser, and the adviser answers. No office sees them otherwise."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keyzer.design.moments import spoken
from keyzer.design.rows import Row
from keyzer.design.timeline import Moment
from keyzer.kit import clock
from keyzer.kit.addresses import address_of
from keyzer.ledger.actions import Conflict
from keyzer.people import guards
from keyzer.people.requests import SignedIn

from . import actions, pages, queries
from .forms import ConfideForm, WordsForm
from .queries import Talk, Turn


@require_http_methods(["GET", "POST"])
@guards.signed_in
def start(request: SignedIn) -> HttpResponse:
    """Begin to talk with an adviser, and find back what was said."""
    advisers = [one for one in queries.advisers() if one[0] != request.person.id]
    form = ConfideForm(advisers, request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        talk = actions.confide(said["words"], adviser=said["adviser"], person=request.person.id, at=clock.now())
        return redirect("intake:talk", talk)
    talks = [_row(one) for one in queries.talks_of(request.viewer)]
    context = {"form": form, "items": talks, "is_there": bool(advisers), **pages.help_now(known=False)}
    return render(request, "intake/adviser.html", context, status=pages.NOT_ACCEPTED if form.errors else 200)


@require_http_methods(["GET", "POST"])
@guards.signed_in
def show(request: SignedIn, talk: UUID) -> HttpResponse:
    """A conversation, and the next words in it."""
    found = _own(request, talk)
    if request.method != "POST":
        return _page(request, found, WordsForm(initial={"seen": found.version}))
    if request.POST.get("go") == "forget":
        return _forget(request, found)
    form = WordsForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, pages.NOT_ACCEPTED)
    try:
        _say(request, found)(form.cleaned_data["words"], form.cleaned_data["seen"])
    except Conflict:
        again = WordsForm({"seen": found.version, "words": form.cleaned_data["words"]})
        messages.warning(request, _("Something was added meanwhile. Read it first; what you wrote is still here."))
        return _page(request, found, again, pages.CONFLICT)
    return redirect("intake:talk", talk)


def _own(request: SignedIn, talk: UUID) -> Talk:
    found = queries.talk(request.viewer, talk)
    if found is None:
        guards.not_for_you(request, "confidence", talk)
    return found


def _forget(request: SignedIn, found: Talk) -> HttpResponse:
    """Either of the two lets go of all that was said."""
    actions.forget_confidence(found.id, at=clock.now())
    messages.success(request, _("The conversation is erased. Nobody can read it any more."))
    return redirect("intake:adviser")


def _say(request: SignedIn, found: Talk) -> Callable[[str, int], None]:
    at, by = clock.now(), request.person.id
    if not found.by_adviser:
        return lambda words, seen: actions.confide_more(found.id, words, seen=seen, at=at)
    verb = actions.note if request.POST.get("go") == "note" else actions.counsel
    return lambda words, seen: verb(found.id, words, seen=seen, by=by, at=at)


def _page(request: SignedIn, found: Talk, form: forms.Form, status: int = 200) -> HttpResponse:
    context = {"talk": found, "form": form, "items": _moments(found), **pages.help_now(known=False)}
    return render(request, "intake/talk.html", context, status=status)


def _moments(found: Talk) -> list[Moment]:
    return [
        Moment(
            at=turn.at,
            title=_title(found, turn),
            body=turn.words,
            icon="lock" if turn.is_note else "chat" if turn.by_adviser else "pen",
        )
        for turn in found.turns
    ]


def _title(found: Talk, turn: Turn) -> str:
    if turn.is_note:
        return _("Your own note, for nobody else")
    if turn.by_adviser == found.by_adviser:
        return _("I wrote")
    return _("%(name)s wrote") % {"name": found.adviser if turn.by_adviser else found.person}


def _row(talk: Talk) -> Row:
    when = spoken(talk.opened_at, clock.now())
    sentence = _("Conversation with %(name)s") % {"name": talk.person if talk.by_adviser else talk.adviser}
    waits = talk.waits and talk.by_adviser
    label = _("waits for your answer") if waits else ""
    kind = "waits" if waits else ""
    return Row(
        sentence=sentence, url=address_of("intake:talk", talk.id), icon="chat", detail=when, kind=kind, label=label
    )
