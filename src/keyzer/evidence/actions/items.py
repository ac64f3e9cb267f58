"""Keeping what came in, and opening it on the record."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from keyzer.evidence import events, scanning
from keyzer.evidence.events import Scan
from keyzer.evidence.kinds import Kind
from keyzer.evidence.models import Item
from keyzer.kit.inserted import insert
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import files
from keyzer.ledger.files import Incoming
from keyzer.ledger.keys import school_key
from keyzer.ledger.seeking import open_kept

from . import rows

LONGEST_NAME = 200


class Kept(NamedTuple):
    """A piece of evidence as it was kept. `is_known`: the same content was there already, and stays there once."""

    item: UUID
    name: str
    media: str
    size: int
    sha256: str
    is_known: bool


class Infected(Exception):
    """The virus scanner found something in it: it stays sealed. `found` is its name."""

    def __init__(self, found: str) -> None:
        super().__init__(f"the virus scanner found `{found}`: this file stays closed")
        self.found = found


def keep(incoming: Incoming, kind: Kind, name: str, *, stream: UUID, by: UUID | None, at: datetime) -> Kept:
    """Keep a file that was judged with `stream`, sealed, and record its receipt; the same content once in a stream.

    Raises files.FileProblem when the stream was erased; nothing of the file stays behind then.
    """
    name = name[:LONGEST_NAME]
    incoming.finish()
    with writing():
        kept = incoming.keep(stream)
        try:
            mark = school_key().blind_index(stream.bytes + bytes.fromhex(kept.sha256)).hex()
            if known := Item.objects.select_for_update().filter(belongs_to=stream, mark=mark).first():
                files.remove(kept.id)
                rows.append(known, [events.ReceivedAgain(name=name)], by=by, at=at)
                return Kept(known.id, name, kind.media, kept.size, kept.sha256, is_known=True)
            received = events.Received(name=name, media=kind.media, size=kept.size, sha256=kept.sha256)
            ledger.begin_stream("evidence", [events.entry(received)], by=by, at=at, stream=kept.id)
            insert(_row(kept.id, stream, mark, at))
        except Exception:
            files.remove(kept.id)
            raise
    return Kept(kept.id, name, kind.media, kept.size, kept.sha256, is_known=False)


def open_item(item: UUID, reason: str, *, by: UUID, at: datetime) -> Scan | None:
    """Record that somebody opens it and why; answers what the virus scanner said, None where it said nothing.

    Raises Infected, rows.Quarantined, ValueError without a reason.
    """
    if not reason.strip():
        raise ValueError("nothing is opened without a reason: write down why")
    verdict = _scanned(item, at)
    if verdict is not None and verdict.outcome is Scan.INFECTED:
        raise Infected(verdict.found)
    with writing():
        row = rows.locked(item)
        rows.append(row, [events.Opened(reason=reason.strip())], by=by, at=at)
        ledger.note_seen(by=by, at=at, object_kind="evidence", object_id=str(item))
    return None if verdict is None else verdict.outcome


def erase_with(stream: UUID, *, at: datetime) -> None:
    """Destroy what was recorded of the evidence of a stream that is erased, and take its files, dark by then, away."""
    with writing():
        gone: set[UUID] = set()
        for row in Item.objects.filter(belongs_to=stream):
            gone |= {row.id, *rows.files_beside(row)}
            ledger.erase(row.id, at=at)
        Item.objects.filter(belongs_to=stream).delete()
        rows.remove_files_later(gone)


def _row(item: UUID, stream: UUID, mark: str, at: datetime) -> Item:
    waits = bool(settings.KEYZER_TIMESTAMP_SERVER)
    return Item(id=item, belongs_to=stream, mark=mark, received_at=at, waits_for_stamp=waits, version=1)


def _scanned(item: UUID, at: datetime) -> scanning.Verdict | None:
    """What the scanner says, asked once; None where there is none or it does not answer."""
    earlier = next((one for one in rows.history(item) if isinstance(one, events.Scanned)), None)
    if earlier is not None:
        return scanning.Verdict(earlier.outcome, earlier.found)
    row = Item.objects.get(id=item)
    if not settings.KEYZER_CLAMD or row.is_quarantined:
        return None
    try:
        with open_kept(row.belongs_to, item) as source:
            verdict = scanning.scan(settings.KEYZER_CLAMD, iter(lambda: source.read(files.FRAME), b""))
    except scanning.NoScanner:
        return None
    with writing():
        scanned = events.Scanned(outcome=verdict.outcome, found=verdict.found)
        rows.append(rows.locked(item), [scanned], by=None, at=at)
    return verdict
