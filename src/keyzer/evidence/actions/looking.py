"""Copies of a picture to look at, and the words in it; made when somebody first asks, never before."""

from datetime import datetime
from uuid import UUID

from keyzer.evidence import drawing, events, spelling
from keyzer.evidence.models import Item
from keyzer.kit.writing import writing
from keyzer.ledger import files
from keyzer.ledger.files import Incoming

from . import rows


def draw(item: UUID) -> bool:
    """Make a blurred copy and one for the screen, without metadata; false for what is no picture or can't be drawn.

    Raises rows.Quarantined, files.FileProblem.
    """
    with writing():
        row = rows.locked(item)
    if row.veil or row.cannot_be_drawn:
        return row.veil is not None
    is_picture = any(isinstance(one, events.Received) and one.media in drawing.DRAWABLE for one in rows.history(item))
    drawn = drawing.draw(files.content(row.belongs_to, item)) if is_picture else None
    with writing():
        row = rows.locked(item)
        if row.veil is None:  # else somebody asked at the same time
            row.cannot_be_drawn = drawn is None
            if drawn is not None:
                row.veil, row.copy = (_kept(row.belongs_to, content) for content in drawn)
            row.save(update_fields=["veil", "copy", "cannot_be_drawn"])
    return row.veil is not None


def read_words(item: UUID, *, by: UUID, at: datetime) -> str | None:
    """The words in a picture, read by a machine and kept; None where the machine can't. Raises as `draw` does."""
    told = rows.history(item)
    if known := next((one for one in told if isinstance(one, events.WordsRead)), None):
        return known.words
    if not spelling.is_possible() or not draw(item):
        return None
    row = Item.objects.get(id=item)
    words = spelling.words_in(b"".join(files.content(row.belongs_to, row.copy))) if row.copy else None
    if words is not None:
        with writing():
            rows.append(rows.locked(item), [events.WordsRead(words=words)], by=by, at=at)
    return words


def _kept(stream: UUID, content: bytes) -> UUID:
    incoming = Incoming()
    incoming.write(content)
    return incoming.keep(stream).id
