"""Locking away unseen what nobody at school may look at (Sr 252), with all that holds the same."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from keyzer.evidence import events
from keyzer.evidence.kinds import TEXT
from keyzer.evidence.models import Item
from keyzer.kit.writing import writing
from keyzer.ledger import files

from . import rows

SEXUAL_IMAGE = "seksueel beeld"
"""Why a file is locked away."""


def quarantine(item: UUID, reason: str, *, by: UUID | None, at: datetime) -> None:
    """Lock it away unseen and keep it for the police: nobody opens it, and its copies go. Twice is once.

    An archive goes with what was taken out of it and the other way round; words that were read out of one stay.
    """
    with writing():
        for one in {item, *_same_content(item)}:
            _lock(one, reason, by=by, at=at)


def _lock(item: UUID, reason: str, *, by: UUID | None, at: datetime) -> None:
    row = Item.objects.select_for_update().get(id=item)
    if row.is_quarantined:
        return
    copies = [one for one in (row.veil, row.copy) if one]
    row.is_quarantined, row.veil, row.copy = True, None, None
    rows.append(row, [events.Quarantined(reason=reason)], by=by, at=at)
    for file in copies:
        files.remove(file)


def _same_content(item: UUID) -> Iterator[UUID]:
    """What holds the same pictures: the archive that an attachment came out of, the attachments of an archive."""
    for one in rows.history(item):
        if isinstance(one, events.TakenFrom):
            yield one.chat
        elif isinstance(one, events.AttachmentTaken) and not _is_words(one.item):
            yield one.item


def _is_words(item: UUID) -> bool:
    return any(isinstance(one, events.Received) and one.media == TEXT.media for one in rows.history(item))
