"""Pages on which a school fills in what it decides for itself."""

from collections.abc import Sequence
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from keyzer.design.timeline import Moment
from keyzer.kit import clock
from keyzer.ledger.actions import Conflict
from keyzer.people import actions, queries
from keyzer.people.guards import for_roles, not_for_you
from keyzer.people.requests import SignedIn

from . import pages
from .base import SettingsForm
from .forms import FORMS, as_typed
from .parts import OWNERS, PARTS, Part


@for_roles(*OWNERS)
def index(request: SignedIn) -> HttpResponse:
    """What this person fills in for the school, what that blocks while empty, and who changed it when."""
    context = {"parts": pages.shown(request.viewer), "history": pages.history(request.viewer)}
    return render(request, "people/settings.html", context)


@for_roles(*OWNERS)
def part(request: SignedIn, part: str) -> HttpResponse:
    """Fill in one part."""
    meant = PARTS.get(part)
    if meant is None or not request.viewer.holds(*meant.owners):
        not_for_you(request, "settings", part)
    form = FORMS[part](request.POST or None, initial=_as_it_stands())
    if request.method != "POST" or not form.is_valid():
        return _asked(request, meant, form)
    return _adopt(request, meant, form)


def _adopt(request: SignedIn, part: Part, form: SettingsForm) -> HttpResponse:
    seen = form.cleaned_data["seen"]
    try:
        actions.adopt_settings(part.id, form.values(), seen=seen, by=request.person.id, at=clock.now())
    except Conflict:
        form.now_seeing(queries.settings_version())
        return _asked(request, part, form, pages.since(seen, part))
    messages.success(request, _("The settings are saved."))
    return redirect("settings")


def _asked(request: SignedIn, part: Part, form: SettingsForm, added: Sequence[Moment] = ()) -> HttpResponse:
    status = HTTPStatus.CONFLICT if added else HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"part": part, "form": form, "added": added}
    return render(request, "people/settings_part.html", context, status=status)


def _as_it_stands() -> dict[str, object]:
    return {**as_typed(queries.school().settings), "seen": queries.settings_version()}
