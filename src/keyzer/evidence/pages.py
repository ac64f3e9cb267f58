"""Pages of one piece of evidence. The room above has the addresses, and asks first who may see the stream.

Of a room `r` five addresses are used, each with the id of the parent and of the item: `r:evidence` (this page),
`r:evidence_veil`, `r:evidence_chat`, `r:evidence_lock`, `r:evidence_passage` (with a number after them); and
`r:evidence_file` with a token alone.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from keyzer.design.moments import spoken
from keyzer.kit import clock
from keyzer.ledger.files import FileProblem
from keyzer.people import queries as people
from keyzer.people.requests import SignedIn

from . import actions, queries, serving, spelling, words
from .actions.items import Infected
from .actions.rows import Quarantined
from .forms import HandOverForm, ReasonForm
from .queries import ItemView

STAYS_OPEN = timedelta(minutes=30)
REFUSED = 422
BLOCK = 8  # characters of a digest, to be read aloud


class Place(NamedTuple):
    """Where in the school an item is shown. `names` may not be read by who opens it, such as those of a class.

    `after_lock` is where the path goes on once it is locked away; `may_hand_over` says whether this person tells that
    the police took it.
    """

    room: str
    parent: UUID
    back: str
    names: Sequence[str] = ()
    after_lock: str = ""
    may_hand_over: bool = False

    def address(self, page: str, item: UUID, *more: object) -> str:
        """The address of a page about an item."""
        return reverse(f"{self.room}:{page}", args=[self.parent, item, *more])


def show(request: SignedIn, place: Place, found: ItemView) -> HttpResponse:
    """The item: locked until who asks writes down why; then what there is to see, for half an hour."""
    if found.is_quarantined:
        return _locked_away(request, place, found)
    form = ReasonForm(request.POST if request.POST.get("do") == "open" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.open_item(found.id, form.cleaned_data["reason"], by=request.person.id, at=clock.now())
        except Infected:
            messages.error(request, _("The virus scanner found something in it. It stays closed."))
        except Quarantined:
            messages.error(request, _("Locked away. Nobody can open it, and it is kept for the police."))
        return redirect(place.address("evidence", found.id))
    if request.POST.get("do") == "words" and is_open(request, found):
        _read_words(request, found)
        return redirect(place.address("evidence", found.id))
    status = REFUSED if form.is_bound else 200
    return render(request, "evidence/item.html", _context(request, place, found, form), status=status)


def veil(found: ItemView) -> HttpResponse:
    """The picture so blurred that it tells nothing. Raises Http404 where there is none."""
    try:
        if found.is_quarantined or not actions.draw(found.id):
            raise Http404
        content = queries.veil(found)
    except FileProblem as problem:
        raise Http404 from problem
    if content is None:
        raise Http404
    return serving.picture(content)


def file(request: SignedIn, found: ItemView, form: str) -> HttpResponseBase | None:
    """What a link leads to; None when it can't be read any more."""
    if found.is_quarantined or not is_open(request, found):
        raise Http404
    try:
        if form == "copy" and actions.draw(found.id) and (content := queries.copy(found)):
            return serving.picture(content)
        return serving.attachment(queries.original(found), name=found.name, media=found.media, size=found.size)
    except FileProblem:
        return None


def lock(request: SignedIn, place: Place, found: ItemView) -> HttpResponse:
    """Lock it away for the police; the room above opens the path that follows."""
    actions.quarantine(found.id, "seksueel beeld", by=request.person.id, at=clock.now())
    messages.success(
        request, _("This file is locked away. Nobody can open it any more, and it is kept for the police.")
    )
    return redirect(place.after_lock or place.back)


def _locked_away(request: SignedIn, place: Place, found: ItemView) -> HttpResponse:
    """What nobody opens, whatever was asked; who may tells here that the police took it."""
    context = _context(request, place, found, ReasonForm())
    if not place.may_hand_over:
        return render(request, "evidence/item.html", context)
    form = HandOverForm(request.POST if request.POST.get("do") == "handed" else None)
    if form.is_bound and form.is_valid():
        actions.hand_to_police(found.id, form.told(), by=request.person.id, at=clock.now())
        messages.success(request, _("It is written down that the police have it."))
        return redirect(place.address("evidence", found.id))
    return render(request, "evidence/item.html", {**context, "handing": form}, status=REFUSED if form.is_bound else 200)


def is_open(request: SignedIn, found: ItemView) -> bool:
    """True for half an hour after this person wrote down why."""
    since = clock.now() - STAYS_OPEN
    return any(one.by == request.person.id and one.at > since for one in found.openings)


def _read_words(request: SignedIn, found: ItemView) -> None:
    if actions.read_words(found.id, by=request.person.id, at=clock.now()) is None:
        messages.error(request, _("The words in this picture can't be read by the computer. Type them over yourself."))


def _context(request: SignedIn, place: Place, found: ItemView, form: ReasonForm) -> dict[str, object]:
    names = people.names({by for by in _writers(found) if by})
    return {
        "found": found,
        "form": form,
        "back": place.back,
        "veil": place.address("evidence_veil", found.id) if found.is_picture and not found.is_quarantined else "",
        "lock": place.address("evidence_lock", found.id),
        "passages": [(one, place.address("evidence_passage", found.id, one.number)) for one in found.passages],
        "facts": _facts(found),
        "handed": [(each.told, names.get(each.by, "") if each.by else "", each.at) for each in found.handed],
        "openings": [(names.get(one.by, "") if one.by else "", one.at, one.reason) for one in found.openings],
        **(_opened(request, place, found) if is_open(request, found) and not found.is_quarantined else {}),
    }


def _writers(found: ItemView) -> list[UUID | None]:
    return [*(one.by for one in found.openings), *(one.by for one in found.handed)]


def _opened(request: SignedIn, place: Place, found: ItemView) -> dict[str, object]:
    """What there is to see for who wrote down why."""
    viewer, reads = request.viewer.id, spelling.is_possible()
    return {
        "is_open": True,
        "copy": _file(place, serving.link(place.parent, found, "copy", viewer=viewer)) if found.is_picture else "",
        "original": _file(place, serving.link(place.parent, found, "original", viewer=viewer)),
        "chat": place.address("evidence_chat", found.id) if found.may_be_chat else "",
        "reads_words": found.is_picture and reads and found.words is None,
        "has_no_reader": found.is_picture and not reads,
    }


def _facts(found: ItemView) -> list[tuple[str, object]]:
    """What is known of it without looking at it."""
    now = clock.now()
    again = ngettext("and once more", "and %(again)s times more", found.again) % {"again": found.again}
    came_in = spoken(found.received_at, now)
    digest = " ".join(found.sha256[at : at + BLOCK] for at in range(0, len(found.sha256), BLOCK))
    facts: list[tuple[str, object]] = [
        (_("Came in"), f"{came_in}, {again}" if found.again else came_in),
        (_("Size"), filesizeformat(found.size)),
        (_("Digest (SHA-256)"), digest),
    ]
    if found.stamp:
        facts.append((_("Time stamp"), spoken(found.stamp.moment, now)))
    return [*facts, (_("Virus scanner"), words.scan_words(found.scan, has_asked=bool(found.openings)))]


def _file(place: Place, token: str) -> str:
    return reverse(f"{place.room}:evidence_file", args=[token])
