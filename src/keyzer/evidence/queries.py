"""Every read of evidence. Who may see a stream is decided by the room that the stream belongs to; ask it first."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer.ledger import files
from keyzer.ledger import queries as ledger
from keyzer.ledger.queries import Recorded

from . import chats, events, passages
from .events import Scan
from .kinds import OF_MEDIA
from .models import Item

PAGE = 100  # messages


class Quarantined(files.FileProblem):
    """The item is locked away for the police."""


class Opening(NamedTuple):
    """Who opened it, when and why."""

    by: UUID | None
    at: datetime
    reason: str


class Handed(NamedTuple):
    """That the police took it; `by` wrote that down."""

    by: UUID | None
    at: datetime
    told: events.HandedToPolice


class Chosen(NamedTuple):
    """A passage that was chosen as proof; `number` counts from 1 within its item."""

    number: int
    by: UUID | None
    at: datetime
    passage: events.PassageChosen


class ItemView(NamedTuple):
    """One piece of evidence and all that was recorded of it. `family` is image, sound, film, paper or archive."""

    id: UUID
    stream: UUID
    name: str
    media: str
    family: str
    size: int
    sha256: str
    by: UUID | None
    received_at: datetime
    again: int
    is_quarantined: bool
    stamp: events.Stamped | None
    scan: Scan | None
    openings: tuple[Opening, ...]
    handed: tuple[Handed, ...]
    words: str | None
    chat: events.ChatRead | None
    passages: tuple[Chosen, ...]

    @property
    def is_picture(self) -> bool:
        """True when copies to look at can be made."""
        return self.family == "image"

    @property
    def may_be_chat(self) -> bool:
        """True for what can be read as the export of a chat."""
        return self.media in {"text/plain", "application/zip"}


class ChatPage(NamedTuple):
    """A page of a chat as it may be shown; `earlier` and `later` are where the pages beside it begin."""

    messages: list[chats.Message]
    first: int
    total: int
    earlier: int | None
    later: int | None


def items_of(streams: Iterable[UUID]) -> list[ItemView]:
    """The evidence of these streams, oldest first, in three queries; none of a stream that was erased."""
    fields = ("id", "belongs_to", "is_quarantined")
    rows = Item.objects.filter(belongs_to__in=list(streams)).order_by("received_at", "id").values_list(*fields)
    told = ledger.read_many([item for item, *_ in rows])
    return [_view(item, stream, quarantined, told[item]) for item, stream, quarantined in rows if told.get(item)]


def locked(streams: Iterable[UUID]) -> frozenset[UUID]:
    """What of these streams is locked away for the police."""
    found = Item.objects.filter(belongs_to__in=list(streams), is_quarantined=True)
    return frozenset(found.values_list("id", flat=True))


def item(stream: UUID, item: UUID) -> ItemView | None:
    """One piece of evidence of a stream; None when the stream has no such one."""
    return next((one for one in items_of([stream]) if one.id == item), None)


def content(stream: UUID, item: UUID) -> Iterator[bytes]:
    """The content of a file as received, for a room that tells who opens it. Raises Quarantined, files.FileProblem."""
    if Item.objects.filter(id=item, is_quarantined=True).exists():
        raise Quarantined(f"item `{item}` is kept for the police")
    return files.content(stream, item)


def original(found: ItemView) -> Iterator[bytes]:
    """The content as received. Raises Quarantined, files.FileProblem."""
    return _sealed(found, found.id)


def veil(found: ItemView) -> bytes | None:
    """The blurred copy, once it was drawn. Raises as `original` does."""
    return _drawn(found, "veil")


def copy(found: ItemView) -> bytes | None:
    """The copy for the screen, once it was drawn. Raises as `original` does."""
    return _drawn(found, "copy")


def chat_page(found: ItemView, first: int, *, visible: Collection[str], also: Sequence[str] = ()) -> ChatPage:
    """A page of the chat from message `first` on, masked. Raises passages.NoPassage, Quarantined, files.FileProblem."""
    if found.is_quarantined:
        raise Quarantined(f"item `{found.id}` is kept for the police")
    if found.chat is None:
        raise passages.NoPassage("this is not read as a chat yet: do that first")
    total = found.chat.index.messages
    last = min(first + PAGE, total) - 1
    shown = passages.take(found.stream, found.chat, first, last, visible=visible, also=also).shown
    earlier = max(first - PAGE, 0) if first else None
    return ChatPage(shown, first, total, earlier, last + 1 if last + 1 < total else None)


def passage(found: ItemView, number: int) -> list[chats.Message]:
    """The messages of a chosen passage as they may be shown and exported. Raises as `chat_page` does."""
    chosen = next((one.passage for one in found.passages if one.number == number), None)
    if chosen is None or found.chat is None:
        raise passages.NoPassage(f"no passage `{number}` was chosen: choose one of {len(found.passages)}")
    if found.is_quarantined:
        raise Quarantined(f"item `{found.id}` is kept for the police")
    return passages.take(
        found.stream, found.chat, chosen.first, chosen.last, visible=chosen.visible, also=chosen.also_hidden
    ).shown


def _sealed(found: ItemView, file: UUID) -> Iterator[bytes]:
    if found.is_quarantined:
        raise Quarantined(f"item `{found.id}` is kept for the police")
    return files.content(found.stream, file)


def _drawn(found: ItemView, which: str) -> bytes | None:
    file = Item.objects.values_list(which, flat=True).get(id=found.id)
    if found.is_quarantined:
        raise Quarantined(f"item `{found.id}` is kept for the police")
    return b"".join(files.content(found.stream, file)) if file else None


def _view(item: UUID, stream: UUID, is_quarantined: bool, recorded: list[Recorded]) -> ItemView:  # noqa: FBT001 -- a column
    told = [(each, events.read(each.content)) for each in recorded]
    (first, received), *_ = ((each, one) for each, one in told if isinstance(one, events.Received))
    chosen = [(each, one) for each, one in told if isinstance(one, events.PassageChosen)]
    last = {type(one): one for _, one in told}
    stamped, scanned, words = last.get(events.Stamped), last.get(events.Scanned), last.get(events.WordsRead)
    chat = last.get(events.ChatRead)
    return ItemView(
        id=item,
        stream=stream,
        name=received.name,
        media=received.media,
        family=OF_MEDIA[received.media].family,
        size=received.size,
        sha256=received.sha256,
        by=first.by,
        received_at=first.at,
        again=sum(isinstance(one, events.ReceivedAgain) for _, one in told),
        is_quarantined=is_quarantined,
        stamp=stamped if isinstance(stamped, events.Stamped) else None,
        scan=scanned.outcome if isinstance(scanned, events.Scanned) else None,
        openings=tuple(Opening(each.by, each.at, one.reason) for each, one in told if isinstance(one, events.Opened)),
        handed=tuple(Handed(each.by, each.at, one) for each, one in told if isinstance(one, events.HandedToPolice)),
        words=words.words if isinstance(words, events.WordsRead) else None,
        chat=chat if isinstance(chat, events.ChatRead) else None,
        passages=tuple(Chosen(n, each.by, each.at, one) for n, (each, one) in enumerate(chosen, start=1)),
    )
