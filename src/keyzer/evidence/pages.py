"""Pages of one piece of evidence. The room above has the addresses, and asks first who may see the stream.

Those of a room `r` are made by `addresses`, each with the id of the parent and of the item; `r:evidence_file` is the
room's own, with a token alone.
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
from .forms import ReasonForm
from .queries import ItemView

STAYS_OPEN = timedelta(minutes=30)
REFUSED = 422
BLOCK = 8  # characters of a digest, to be read aloud


class Place(NamedTuple):
    """Where in the school an item is shown. `names` may not be read by who opens it, such as those of a class.

    `after_lock` is where the path goes on once it is locked away; `may_hand_over` says whether this person gives it to
    the police. With `locks` no picture may be looked at here (Sr 252), and what comes out of a chat is locked away.
    """

    room: str
    parent: UUID
    back: str
    names: Sequence[str] = ()
    after_lock: str = ""
    may_hand_over: bool = False
    locks: bool = False

    def address(self, page: str, item: UUID, *more: object) -> str:
        """The address of a page about an item."""
        return reverse(f"{self.room}:{page}", args=[self.parent, item, *more])


def show(request: SignedIn, place: Place, found: ItemView) -> HttpResponse:
    """The item: locked until who asks writes down why; then what there is to see, for half an hour."""
    if found.is_quarantined:
        return render(request, "evidence/item.html", _context(request, place, found, ReasonForm()))
    form = ReasonForm(request.POST if request.POST.get("do") == "open" and not _stays_shut(place, found) else None)
    if form.is_bound and form.is_valid():
        try:
            actions.open_item(found.id, form.cleaned_data["reason"], by=request.person.id, at=clock.now())
        except Infected:
            messages.error(request, _("The virus scanner found something in it. It stays closed."))
        except Quarantined:
            messages.error(request, _("Locked away. Nobody can open it, and it is kept for the police."))
        return redirect(place.address("evidence", found.id))
    if request.POST.get("do") == "words" and _is_shown(request, place, found):
        _read_words(request, found)
        return redirect(place.address("evidence", found.id))
    status = REFUSED if form.is_bound else 200
    return render(request, "evidence/item.html", _context(request, place, found, form), status=status)


def veil(_request: SignedIn, place: Place, found: ItemView) -> HttpResponse:
    """The picture so blurred that it tells nothing. Raises Http404 where there is none."""
    try:
        if found.is_quarantined or _stays_shut(place, found) or not actions.draw(found.id):
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
        if queries.is_chat(found):
            raise Http404  # the words of all who take no part stand in it
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


def digest_in_parts(sha256: str) -> str:
    """A digest in pieces that can be compared by eye and break on a phone."""
    return " ".join(sha256[at : at + BLOCK] for at in range(0, len(sha256), BLOCK))


def is_open(request: SignedIn, found: ItemView) -> bool:
    """True for half an hour after this person wrote down why."""
    since = clock.now() - STAYS_OPEN
    return any(one.by == request.person.id and one.at > since for one in found.openings)


def _read_words(request: SignedIn, found: ItemView) -> None:
    if actions.read_words(found.id, by=request.person.id, at=clock.now()) is None:
        messages.error(request, _("The words in this picture can't be read by the computer. Type them over yourself."))


def _context(request: SignedIn, place: Place, found: ItemView, form: ReasonForm) -> dict[str, object]:
    names = people.names({one.by for one in found.openings if one.by})
    return {
        "found": found,
        "form": form,
        "back": place.back,
        "veil": place.address("evidence_veil", found.id) if found.is_picture and not found.is_quarantined else "",
        "lock": place.address("evidence_lock", found.id),
        "passages": [(one, place.address("evidence_passage", found.id, one.number)) for one in found.passages],
        "facts": _facts(found),
        "stays_shut": _stays_shut(place, found),
        "police": place.address("evidence_police", found.id) if place.may_hand_over and found.is_quarantined else "",
        "openings": [(names.get(one.by, "") if one.by else "", one.at, one.reason) for one in found.openings],
        **(_opened(request, place, found) if _is_shown(request, place, found) else {}),
    }


def _is_shown(request: SignedIn, place: Place, found: ItemView) -> bool:
    return is_open(request, found) and not found.is_quarantined and not _stays_shut(place, found)


def _stays_shut(place: Place, found: ItemView) -> bool:
    """Whether it is about sexual pictures here, and this may be one."""
    return place.locks and found.shows_something


def _opened(request: SignedIn, place: Place, found: ItemView) -> dict[str, object]:
    """What there is to see for who wrote down why."""
    viewer, reads, is_chat = request.viewer.id, spelling.is_possible(), _is_chat(found)
    return {
        "is_open": True,
        "copy": _file(place, serving.link(place.parent, found, "copy", viewer=viewer)) if found.is_picture else "",
        "original": "" if is_chat else _file(place, serving.link(place.parent, found, "original", viewer=viewer)),
        "chat": place.address("evidence_chat", found.id) if is_chat else "",
        "reads_words": found.is_picture and reads and found.words is None,
        "has_no_reader": found.is_picture and not reads,
    }


def _is_chat(found: ItemView) -> bool:
    try:
        return queries.is_chat(found)
    except FileProblem:
        return False


def _facts(found: ItemView) -> list[tuple[str, object]]:
    """What is known of it without looking at it."""
    now = clock.now()
    again = ngettext("and once more", "and %(again)s times more", found.again) % {"again": found.again}
    came_in = spoken(found.received_at, now)
    facts: list[tuple[str, object]] = [
        (_("Came in"), f"{came_in}, {again}" if found.again else came_in),
        (_("Size"), filesizeformat(found.size)),
        (_("Digest (SHA-256)"), digest_in_parts(found.sha256)),
    ]
    if found.taken_from:
        facts.insert(0, (_("Taken out of"), _place_of_attachment(found)))
    if found.stamp:
        facts.append((_("Time stamp"), spoken(found.stamp.moment, now)))
    if found.is_quarantined:
        return facts
    return [*facts, (_("Virus scanner"), words.scan_words(found.scan, has_asked=bool(found.openings)))]


def _place_of_attachment(found: ItemView) -> str:
    """From which message of a conversation it came."""
    message = found.taken_from.message + 1 if found.taken_from else 0
    return _("a conversation, message %(number)s") % {"number": message}


def _file(place: Place, token: str) -> str:
    return reverse(f"{place.room}:evidence_file", args=[token])
