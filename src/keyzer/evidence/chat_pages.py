"""A chat as a conversation, and the choice of a passage. The room above has the addresses; see `pages`."""

from typing import NamedTuple

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from keyzer.kit import clock
from keyzer.ledger.files import FileProblem
from keyzer.people.requests import SignedIn

from . import actions, chats, queries
from .actions import NoAttachment
from .actions.chats import WhichOrder
from .actions.rows import Quarantined
from .forms import OrderForm, PassageForm
from .kinds import Unacceptable
from .pages import REFUSED, Place, is_open
from .passages import LONGEST, NoPassage
from .queries import PAGE, ChatPage, ItemView
from .words import attachment_words


class Line(NamedTuple):
    """A message as it is shown; `url` leads to its attachment, once that was taken out of the archive."""

    message: chats.Message
    url: str = ""
    can_be_taken: bool = False

    @property
    def said(self) -> str:
        """The words, without what names the attachment."""
        return chats.said(self.message)


def conversation(request: SignedIn, place: Place, found: ItemView) -> HttpResponse:
    """A page of the chat, everybody masked; below it the choice of what is proof and who takes part."""
    if found.is_quarantined or not is_open(request, found):
        return redirect(place.address("evidence", found.id))
    asked = OrderForm(request.POST if request.POST.get("do") == "order" else None)
    order = asked.cleaned_data["order"] if asked.is_bound and asked.is_valid() else None
    try:
        chat = actions.read_chat(found.id, order=order, by=request.person.id, at=clock.now())
    except WhichOrder:
        return _render(request, place, found, order_form=asked)
    except (chats.NotAChat, Unacceptable):
        return _render(request, place, found, problem=_("This is no export of a chat that we can read."))
    if request.POST.get("do") == "passage":
        return _choose(request, place, found._replace(chat=chat))
    return _page(request, place, found._replace(chat=chat), PassageForm(chat.index.authors))


def passage(request: SignedIn, place: Place, found: ItemView, number: int) -> HttpResponse:
    """A chosen passage as it may be shown and printed, and its attachments, one by one. Raises Http404 without one."""
    chosen = next((one for one in found.passages if one.number == number), None)
    if chosen is None or not found.is_readable:
        raise Http404
    asked, problem = request.POST.get("message", ""), ""
    if request.POST.get("do") == "attachment" and asked.isdecimal():
        try:
            item = actions.take_attachment(
                found.id, int(asked), locks=place.locks, by=request.person.id, at=clock.now()
            )
            return redirect(place.address("evidence", item))
        except (NoAttachment, Unacceptable, Quarantined, FileProblem) as refused:
            problem = _why_not(refused)
    lines = _lines(place, found, number)
    takes_out = any(one.can_be_taken for one in lines)
    context = {"chosen": chosen, "told": lines, "back": place.back, "problem": problem, "takes_out": takes_out}
    return render(request, "evidence/passage.html", context, status=REFUSED if problem else 200)


def _why_not(refused: Exception) -> str:
    if isinstance(refused, Unacceptable):
        return attachment_words(refused.problem)
    if isinstance(refused, Quarantined):
        return _("Locked away. Nobody can open it, and it is kept for the police.")
    return _("This attachment can't be taken out of the conversation.")


def _lines(place: Place, found: ItemView, number: int) -> list[Line]:
    """The messages of a passage, each with where its attachment is, or whether it can be taken out."""
    there, out = queries.attached(found, number), found.attachments
    return [
        Line(
            one,
            place.address("evidence", out[one.number]) if one.number in out else "",
            can_be_taken=one.number in there,
        )
        for one in queries.passage(found, number)
    ]


def _choose(request: SignedIn, place: Place, found: ItemView) -> HttpResponse:
    form = PassageForm(found.chat.index.authors if found.chat else (), request.POST)
    if not form.is_valid():
        return _page(request, place, found, form)
    first, last = form.cleaned_data["first"] - 1, form.cleaned_data["last"] - 1
    try:
        actions.choose_passage(
            found.id, first, last, visible=form.chosen(), also=place.names, by=request.person.id, at=clock.now()
        )
    except NoPassage:
        form.add_error("last", _("Choose at most %(most)s messages that stand in this chat.") % {"most": LONGEST})
        return _page(request, place, found, form)
    return redirect(place.address("evidence_passage", found.id, len(found.passages) + 1))


def _page(request: SignedIn, place: Place, found: ItemView, form: PassageForm) -> HttpResponse:
    asked = request.GET.get("vanaf", "1")
    first = max(int(asked) - 1, 0) if asked.isdecimal() else 0
    try:
        page = queries.chat_page(found, first, visible=(), also=place.names)
    except NoPassage as problem:
        raise Http404 from problem
    told = [Line(one) for one in page.messages]
    return _render(request, place, found, page=page, told=told, form=form, **_beside(page))


def _beside(page: ChatPage) -> dict[str, object]:
    return {
        "earlier": "" if page.earlier is None else f"?vanaf={page.earlier + 1}",
        "later": "" if page.later is None else f"?vanaf={page.later + 1}",
        "page_size": PAGE,
    }


def _render(request: SignedIn, place: Place, found: ItemView, **more: object) -> HttpResponse:
    bound = next((form for form in (more.get("form"), more.get("order_form")) if getattr(form, "errors", None)), None)
    context = {"found": found, "back": place.address("evidence", found.id), **more}
    return render(request, "evidence/chat.html", context, status=REFUSED if bound else 200)
