"""Sends the checked photo along with a question to the manager: from then on the question alone holds it."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from keyzer.consults import actions as consults
from keyzer.consults.actions import Attachment
from keyzer.consults.forms import AskForm
from keyzer.consults.refusals import NobodyToAsk
from keyzer.evidence.kinds import JPEG
from keyzer.kit import clock
from keyzer.ledger.files import Incoming
from keyzer.people.guards import for_roles
from keyzer.people.queries import AT_WORK
from keyzer.people.requests import SignedIn

from . import choice, holding
from .seen import Seen

NOT_ACCEPTED = 422
NAME = "foto.jpg"


@require_http_methods(["GET", "POST"])
@for_roles(*AT_WORK)
def ask(request: SignedIn) -> HttpResponseBase:
    """Ask whether the photo may be posted, as it looks now. What was typed is not lost when the photo is gone."""
    seen = holding.held(request)
    if seen is None and request.method != "POST":
        return redirect("check:photo")
    form = AskForm(request.POST if request.method == "POST" else None)
    consult = _sent(request, form, seen) if form.is_valid() else None
    if consult is None:
        return _asked(request, form, seen)
    messages.success(request, _("It is asked. Don't post it until there is an answer."))
    answer = redirect("consults:show", consult)
    holding.let_go(request, answer)
    return answer


def _sent(request: SignedIn, form: AskForm, seen: Seen | None) -> UUID | None:
    """The consult; None with the reason in the form."""
    if seen is None:
        form.add_error(None, _("The photo is gone: it is kept for half an hour. Choose it again, or ask without it."))
        return None
    said, incoming = form.cleaned_data, Incoming()
    incoming.write(choice.read(request.GET, seen).drawn(seen.picture, seen))
    how = {"about_manager": said["about_manager"], "pictures": [Attachment(incoming, JPEG, NAME)]}
    try:
        return consults.ask(form.wanted(), said["question"], **how, by=request.viewer, at=clock.now())
    except NobodyToAsk:
        form.add_error(None, _("Nobody above you can answer this here. Ask the board in person. Don't post it yet."))
        return None
    finally:
        incoming.discard()


def _asked(request: SignedIn, form: AskForm, seen: Seen | None) -> HttpResponseBase:
    said = choice.read(request.GET, seen).said(keeps_pointing=False) if seen is not None else ""
    context = {"form": form, "said": said, "has_photo": seen is not None}
    return render(request, "check/photo/ask.html", context, status=NOT_ACCEPTED if form.errors else 200)
