"""Reading the export of a chat once, and choosing a passage of it as proof."""

from collections.abc import Collection
from datetime import datetime
from typing import BinaryIO, cast
from uuid import UUID

from keyzer.evidence import archives, chats, events, passages
from keyzer.evidence.kinds import TEXT, ZIP
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.ledger.files import Incoming
from keyzer.ledger.seeking import open_kept

from . import rows

PIECE = 256 * 1024


class WhichOrder(Exception):
    """Nothing in the export tells whether day or month comes first: a person must choose one of `orders`."""

    def __init__(self, orders: tuple[chats.Order, ...]) -> None:
        super().__init__("`1/2` may be in January or in February: choose which number is the day")
        self.orders = orders


def read_chat(item: UUID, *, order: chats.Order | None = None, by: UUID, at: datetime) -> events.ChatRead:
    """Read an export, or pasted lines of one, and keep where what stands; later calls answer what was kept.

    Raises chats.NotAChat, WhichOrder (then call again with one), kinds.Unacceptable, rows.Quarantined, FileProblem.
    """
    told = rows.history(item)
    known = next((one for one in reversed(told) if isinstance(one, events.ChatRead)), None)
    if known is not None and order in {None, known.order}:
        return known
    with writing():
        stream = rows.locked(item).belongs_to
    file = known.file if known else _text_of(stream, item, told)
    with open_kept(stream, file) as kept:
        source = cast("BinaryIO", kept)
        found = chats.look(source)
        chosen = _chosen(found, order)
        source.seek(0)
        received = clock.local(at).replace(tzinfo=None)
        index = chats.index(source, found.shape, chosen, not_after=received)
    read = events.ChatRead(file=file, shape=found.shape, order=chosen, index=index)
    with writing():
        rows.append(rows.locked(item), [read], by=by, at=at)
    return read


def choose_passage(
    item: UUID, first: int, last: int, *, visible: Collection[str], also: Collection[str], by: UUID, at: datetime
) -> events.PassageChosen:
    """Choose messages `first` to `last` as proof, in which only the authors in `visible` are told by name.

    `also` are names that nobody may read either, such as those of a class. The whole export stays sealed. Raises
    passages.NoPassage, rows.Quarantined, FileProblem.
    """
    told = rows.history(item)
    chat = next((one for one in reversed(told) if isinstance(one, events.ChatRead)), None)
    if chat is None:
        raise passages.NoPassage("this is not read as a chat yet: do that first")
    with writing():
        row = rows.locked(item)
        passage = passages.take(row.belongs_to, chat, first, last, visible=visible, also=also)
        chosen = events.PassageChosen(
            first=first,
            last=last,
            visible=tuple(visible),
            also_hidden=tuple(also),
            sha256=passages.digest(passage.messages),
            shown_sha256=passages.digest(passage.shown),
        )
        rows.append(row, [chosen], by=by, at=at)
    return chosen


def _chosen(found: chats.Look, order: chats.Order | None) -> chats.Order:
    if order is not None and order in found.orders:
        return order
    if len(found.orders) > 1:
        raise WhichOrder(found.orders)
    return found.orders[0]


def _text_of(stream: UUID, item: UUID, told: list[events.AnyEvent]) -> UUID:
    """The file with the text: the item's own, or what is taken out of its archive and sealed beside it."""
    media = next(one.media for one in told if isinstance(one, events.Received))
    if media == TEXT.media:
        return item
    if media != ZIP.media:
        raise chats.NotAChat("only a file of text or an archive with one can be read as a chat")
    incoming = Incoming()
    with open_kept(stream, item) as kept:
        text = archives.Reading(kept, archives.look(kept).text)
        try:
            while piece := text.read(PIECE):
                incoming.write(piece)
        except Exception:
            incoming.discard()
            raise
        finally:
            text.close()
    return incoming.keep(stream).id
