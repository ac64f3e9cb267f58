"""Copies of a picture to look at, and the words in it; made when somebody first asks, never before."""

from datetime import datetime
from uuid import UUID

from keyzer.evidence import drawing, events, spelling
from keyzer.evidence.models import Item
from keyzer.kit.writing import writing
from keyzer.ledger import files
from keyzer.ledger.files import Incoming

from . import rows


def draw(item: UUID, *, at: datetime) -> events.Drawn | None:
    """A blurred copy and one for the screen, both without metadata; None for what is no picture or can't be drawn.

    Raises rows.Quarantined, files.FileProblem.
    """
    with writing():
        row = rows.locked(item)
        told = rows.history(item)
    done = next((one for one in told if isinstance(one, events.Drawn | events.NotDrawn)), None)
    if done is not None:
        return done if isinstance(done, events.Drawn) else None
    if not any(isinstance(one, events.Received) and one.media in drawing.DRAWABLE for one in told):
        return None
    drawn = drawing.draw(files.content(row.belongs_to, item))
    return _record(item, drawn, at)


def read_words(item: UUID, *, by: UUID, at: datetime) -> str | None:
    """The words in a picture, read by a machine and kept; None where the machine can't. Raises as `draw` does."""
    told = rows.history(item)
    if known := next((one for one in told if isinstance(one, events.WordsRead)), None):
        return known.words
    drawn = draw(item, at=at) if spelling.is_possible() else None
    if drawn is None:
        return None
    stream = Item.objects.values_list("belongs_to", flat=True).get(id=item)
    words = spelling.words_in(b"".join(files.content(stream, drawn.copy)))
    if words is not None:
        with writing():
            rows.append(rows.locked(item), [events.WordsRead(words=words)], by=by, at=at)
    return words


def _record(item: UUID, drawn: drawing.Drawn | None, at: datetime) -> events.Drawn | None:
    with writing():
        row = rows.locked(item)
        if other := next((one for one in rows.history(item) if isinstance(one, events.Drawn)), None):
            return other  # somebody else asked at the same time
        if drawn is None:
            rows.append(row, [events.NotDrawn()], by=None, at=at)
            return None
        made = events.Drawn(veil=_kept(row.belongs_to, drawn.veil), copy=_kept(row.belongs_to, drawn.copy))
        rows.append(row, [made], by=None, at=at)
    return made


def _kept(stream: UUID, content: bytes) -> UUID:
    incoming = Incoming()
    incoming.write(content)
    return incoming.keep(stream).id
