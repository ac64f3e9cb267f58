"""Taking one attachment out of the archive of a chat: judged and kept like any other file that came in."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer.evidence import archives, events, passages
from keyzer.evidence.judging import judge
from keyzer.evidence.kinds import TEXT, Inspection, Kind
from keyzer.evidence.models import Item
from keyzer.kit.writing import writing
from keyzer.ledger import files
from keyzer.ledger.files import Incoming
from keyzer.ledger.seeking import open_kept

from . import rows
from .items import keep
from .locking import SEXUAL_IMAGE, quarantine

PIECE = 256 * 1024


class NoAttachment(Exception):
    """No passage that was chosen has this attachment, or the archive does not hold it."""


class _Attachment(NamedTuple):
    """Which file of the archive it is, and how it may be called: a name can tell who it is about."""

    member: str
    name: str


def take_attachment(chat: UUID, message: int, *, locks: bool, by: UUID, at: datetime) -> UUID:
    """Make the attachment of a message that was chosen as proof an item of its own, sealed; answers its id.

    It is not opened by that. With `locks` it is locked away unseen, unless it is words. Twice is once. Raises
    NoAttachment, kinds.Unacceptable, rows.Quarantined, files.FileProblem.
    """
    with writing():
        stream = rows.locked(chat).belongs_to
    told = rows.history(chat)
    known = next((one for one in told if isinstance(one, events.AttachmentTaken) and one.message == message), None)
    if known is not None:
        return known.item
    found = _found(stream, told, message)
    incoming, inspection = Incoming(), Inspection()
    try:
        for piece in _content(stream, chat, found.member):
            inspection.feed(piece)
            incoming.write(piece)
        kind = judge(incoming, inspection, found.member)
        return _keep(incoming, kind, found, chat, message, locks=locks, by=by, at=at)
    finally:
        incoming.discard()


def _keep(
    incoming: Incoming, kind: Kind, found: _Attachment, chat: UUID, message: int, *, locks: bool, by: UUID, at: datetime
) -> UUID:
    with writing():
        archive = rows.locked(chat)
        kept = keep(incoming, kind, found.name, stream=archive.belongs_to, by=by, at=at)
        try:
            rows.append(archive, [events.AttachmentTaken(message=message, item=kept.item)], by=by, at=at)
            if not kept.is_known:
                taken = events.TakenFrom(chat=chat, message=message, received_at=archive.received_at)
                rows.append(Item.objects.get(id=kept.item), [taken], by=by, at=at)
            if kind is not TEXT and (locks or Item.objects.filter(id=kept.item, is_quarantined=True).exists()):
                quarantine(chat, SEXUAL_IMAGE, by=by, at=at)
        except Exception:
            if not kept.is_known:
                files.remove(kept.item)
            raise
    return kept.item


def _found(stream: UUID, told: list[events.AnyEvent], message: int) -> _Attachment:
    read = next((one for one in reversed(told) if isinstance(one, events.ChatRead)), None)
    chosen = (one for one in reversed(told) if isinstance(one, events.PassageChosen))
    within = next((one for one in chosen if one.first <= message <= one.last), None)
    if read is None or within is None:
        raise NoAttachment(f"message `{message}` is in no passage that was chosen: choose it as proof first")
    part = passages.take(stream, read, message, message, visible=within.visible, also=within.also_hidden)
    [sent], [shown] = part.messages, part.shown
    if not sent.attachment:
        raise NoAttachment(f"message `{message}` has no attachment in this archive")
    return _Attachment(sent.attachment, shown.attachment or "")


def _content(stream: UUID, chat: UUID, member: str) -> Iterator[bytes]:
    with open_kept(stream, chat) as kept:
        if member not in archives.look(kept).attachments:
            raise NoAttachment(f"the archive holds no `{member}`: export the chat again, with media")
        with closing(archives.Reading(kept, member)) as source:
            while piece := source.read(PIECE):
                yield piece
