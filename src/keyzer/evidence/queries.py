"""Every read of evidence. Who may see a stream is decided by the room that the stream belongs to; ask it first."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple
from uuid import UUID

from keyzer.ledger import files
from keyzer.ledger import queries as ledger
from keyzer.ledger.seeking import open_kept

from . import archives, chats, passages
from .item import Chosen, Handed, ItemView, Opening, Sealing, fold
from .models import Item

__all__ = [
    "PAGE",
    "ChatPage",
    "Chosen",
    "Handed",
    "ItemView",
    "Opening",
    "Quarantined",
    "Sealing",
    "attached",
    "chat_page",
    "content",
    "copy",
    "is_chat",
    "item",
    "items_of",
    "locked",
    "original",
    "passage",
    "veil",
]

PAGE = 100  # messages


class Quarantined(files.FileProblem):
    """The item is locked away for the police."""


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
    return [fold(item, stream, told[item], is_quarantined=locked) for item, stream, locked in rows if told.get(item)]


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
    _refuse_locked(found)
    return files.content(found.stream, found.id)


def veil(found: ItemView) -> bytes | None:
    """The blurred copy, once it was drawn. Raises as `original` does."""
    return _drawn(found, "veil")


def copy(found: ItemView) -> bytes | None:
    """The copy for the screen, once it was drawn. Raises as `original` does."""
    return _drawn(found, "copy")


def is_chat(found: ItemView) -> bool:
    """Whether it is a conversation of many, which stays sealed as a whole. Raises as `original` does."""
    if found.is_archive or found.chat is not None:
        return True
    if not found.may_be_chat:
        return False
    _refuse_locked(found)
    with open_kept(found.stream, found.id) as source:
        return chats.begins(source)


def chat_page(found: ItemView, first: int, *, visible: Collection[str], also: Sequence[str] = ()) -> ChatPage:
    """A page of the chat from message `first` on, masked. Raises passages.NoPassage, Quarantined, files.FileProblem."""
    _refuse_locked(found)
    if found.chat is None:
        raise passages.NoPassage("this is not read as a chat yet: do that first")
    total = found.chat.index.messages
    last = min(first + PAGE, total) - 1
    shown = passages.take(found.stream, found.chat, first, last, visible=visible, also=also).shown
    earlier = max(first - PAGE, 0) if first else None
    return ChatPage(shown, first, total, earlier, last + 1 if last + 1 < total else None)


def passage(found: ItemView, number: int) -> list[chats.Message]:
    """The messages of a chosen passage as they may be shown and exported.

    Raises passages.NoPassage, Quarantined where the text itself is locked away, files.FileProblem.
    """
    return _chosen(found, number).shown


def attached(found: ItemView, number: int) -> frozenset[int]:
    """The messages of a chosen passage whose attachment lies in the archive. Raises as `passage` does."""
    if found.is_quarantined or not found.is_archive:
        return frozenset()
    told = [one for one in _chosen(found, number).messages if one.attachment]
    with open_kept(found.stream, found.id) as source:
        names = set(archives.look(source).attachments) if told else set()
    return frozenset(one.number for one in told if one.attachment in names)


def _chosen(found: ItemView, number: int) -> passages.Passage:
    chosen = next((one.passage for one in found.passages if one.number == number), None)
    if chosen is None or found.chat is None:
        raise passages.NoPassage(f"no passage `{number}` was chosen: choose one of {len(found.passages)}")
    if not found.is_readable:
        raise Quarantined(f"item `{found.id}` is kept for the police")
    return passages.take(
        found.stream, found.chat, chosen.first, chosen.last, visible=chosen.visible, also=chosen.also_hidden
    )


def _drawn(found: ItemView, which: str) -> bytes | None:
    file = Item.objects.values_list(which, flat=True).get(id=found.id)
    _refuse_locked(found)
    return b"".join(files.content(found.stream, file)) if file else None


def _refuse_locked(found: ItemView) -> None:
    if found.is_quarantined:
        raise Quarantined(f"item `{found.id}` is kept for the police")
