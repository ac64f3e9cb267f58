"""The page on which what is locked away is handed to the police, unopened: sealed, taken, kept or erased."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from keyzer.kit import clock
from keyzer.ledger.files import FileProblem
from keyzer.people import queries as people
from keyzer.people.guards import not_for_you
from keyzer.people.requests import SignedIn

from . import actions, serving
from .pages import REFUSED, Place, digest_in_parts
from .police_forms import ERASE, HandOverForm, SaidForm, SealForm
from .queries import ItemView

GROUP = 4
ARCHIVE = "verzegeld-bewijs.zip"
Act = Callable[[SignedIn, Place, ItemView, Form], HttpResponse]


def show(request: SignedIn, place: Place, found: ItemView) -> HttpResponseBase:
    """Everything about handing it over; for who hands over to the police, and for locked files alone."""
    if not (place.may_hand_over and found.is_quarantined):
        not_for_you(request, "evidence-sealed", found.id)
    do = request.POST.get("do", "")
    if do == "fetch" and found.sealing and not found.handed:
        return _fetch(request, place, found)
    forms = _forms(request, found, do)
    if do in forms and forms[do].is_valid():
        return ACTS[do](request, place, found, forms[do])
    return _page(request, place, found, forms, REFUSED if do in forms else 200)


def _forms(request: SignedIn, found: ItemView, do: str) -> dict[str, Form]:
    """What can be filled in now. Nothing, once the file is erased."""
    if found.is_erased:
        return {}
    told = found.sealing.told if found.sealing else None
    known = {"number": told.number, "to": told.to} if told else {}
    kinds: dict[str, type[Form]] = {"handed": HandOverForm}
    kinds |= {"said": SaidForm} if found.handed else {"seal": SealForm}
    return {
        name: kind(request.POST if do == name else None, initial=known, auto_id=f"id_{name}_%s")
        for name, kind in kinds.items()
    }


def _seal(request: SignedIn, place: Place, found: ItemView, form: Form) -> HttpResponse:
    try:
        phrase = actions.seal_for_police(found.id, **form.cleaned_data, by=request.person.id, at=clock.now())
    except FileProblem:
        messages.error(request, _("This file can't be read any more. Tell the administrator: it is in the backup."))
        return redirect(place.address("evidence_police", found.id))
    said = " ".join(phrase[at : at + GROUP] for at in range(0, len(phrase), GROUP))
    context = {"phrase": said, "to": form.cleaned_data["to"], "back": place.address("evidence_police", found.id)}
    answer = render(request, "evidence/pass_phrase.html", context)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _fetch(request: SignedIn, place: Place, found: ItemView) -> HttpResponseBase:
    try:
        sealed, content = actions.fetch_sealed(found.id, by=request.person.id, at=clock.now())
    except FileProblem:
        messages.error(request, _("This file can't be read any more. Tell the administrator: it is in the backup."))
        return redirect(place.address("evidence_police", found.id))
    return serving.attachment(content, name=ARCHIVE, media="application/zip", size=sealed.size)


def _handed(request: SignedIn, place: Place, found: ItemView, form: Form) -> HttpResponse:
    told = form.told() if isinstance(form, HandOverForm) else None
    if told:
        actions.hand_to_police(found.id, told, by=request.person.id, at=clock.now())
        messages.success(request, _("It is written down that the police have it."))
    return redirect(place.address("evidence_police", found.id))


def _said(request: SignedIn, place: Place, found: ItemView, form: Form) -> HttpResponse:
    said, erase = form.cleaned_data, form.cleaned_data["said"] == ERASE
    actions.note_police_said(
        found.id, who=said["who"], on=said["on"], erase=erase, by=request.person.id, at=clock.now()
    )
    done = (
        _("The file is erased. What was recorded of it stays.") if erase else _("It is written down. The file stays.")
    )
    messages.success(request, done)
    return redirect(place.address("evidence_police", found.id))


ACTS: dict[str, Act] = {"seal": _seal, "handed": _handed, "said": _said}


def _page(request: SignedIn, place: Place, found: ItemView, forms: dict[str, Form], status: int) -> HttpResponse:
    writers = [one.by for one in found.handed]
    writers += [found.sealing.by, *(by for by, _at in found.sealing.fetched)] if found.sealing else []
    names = people.names({by for by in writers if by})
    context = {
        "found": found,
        "back": place.address("evidence", found.id),
        "forms": forms,
        "sealing": found.sealing,
        "sealed_by": names.get(found.sealing.by, "") if found.sealing and found.sealing.by else "",
        "sealed_digest": digest_in_parts(found.sealing.told.sha256) if found.sealing else "",
        "fetched": [(names.get(by, "") if by else "", at) for by, at in found.sealing.fetched] if found.sealing else [],
        "handed": [(one.told, names.get(one.by, "") if one.by else "", one.at) for one in found.handed],
        "digest": digest_in_parts(found.sha256),
    }
    return render(request, "evidence/police.html", context, status=status)
