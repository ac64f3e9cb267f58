"""Handing what is locked away to the police, unopened (Sr 252), and what the school then does with its own file."""

import hashlib
import secrets
from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from keyzer.evidence import events, sealed_zip
from keyzer.evidence.kinds import OF_MEDIA
from keyzer.evidence.models import Item
from keyzer.evidence.sealed_zip import Member
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import files
from keyzer.ledger.files import FileProblem, Incoming

from . import rows

DIGITS = 32
"""Of a pass phrase: more than 2**106 of them, and easily told by telephone."""
SUMS = "SHA256SUMS"


class NotLocked(Exception):
    """Only what is locked away unseen is handed to the police as such."""


class NotHanded(Exception):
    """The police have to take a file before they can say what the school does with its own."""


def seal_for_police(item: UUID, *, number: str, to: str, by: UUID, at: datetime) -> str:
    """Put what is locked away into an archive that only a pass phrase opens; answers the phrase, which is kept nowhere.

    It takes the place of an earlier one. Nobody sees the content. Raises NotLocked, files.FileProblem when the file
    was altered or erased.
    """
    phrase, incoming = _new_phrase(), Incoming()
    try:
        with writing():
            members = _members(_locked(item))
        sealed_zip.write(members, phrase, incoming.write)
        incoming.finish()
        with writing():
            row = _locked(item)
            kept = incoming.keep(row.belongs_to)
            earlier = _sealed_files(item)
            sealed = events.SealedForPolice(number=number, to=to, file=kept.id, size=kept.size, sha256=kept.sha256)
            rows.append(row, [sealed], by=by, at=at)
            rows.remove_files_later(earlier)
    finally:
        incoming.discard()
    return phrase


def fetch_sealed(item: UUID, *, by: UUID, at: datetime) -> tuple[events.SealedForPolice, Iterator[bytes]]:
    """The newest sealed archive, for who hands it over; recorded. Raises NotLocked without one, files.FileProblem."""
    with writing():
        row = _locked(item)
        sealed = [one for one in rows.history(item) if isinstance(one, events.SealedForPolice)]
        if not sealed:
            raise NotLocked(f"item `{item}` is in no sealed archive: make one first")
        content = files.content(row.belongs_to, sealed[-1].file)
        rows.append(row, [events.Fetched(file=sealed[-1].file)], by=by, at=at)
        ledger.note_seen(by=by, at=at, object_kind="evidence-sealed", object_id=str(item))
    return sealed[-1], content


def hand_to_police(item: UUID, handed: events.HandedToPolice, *, by: UUID, at: datetime) -> None:
    """Record that the police took what is locked away (Sr 252); it stays unopened. The same words twice are once.

    The sealed archive goes: its work is done. Raises NotLocked for what was never locked away.
    """
    with writing():
        row = _locked(item)
        if handed not in rows.history(item):
            rows.append(row, [handed], by=by, at=at)
            rows.remove_files_later(_sealed_files(item))


def note_police_said(item: UUID, *, who: str, on: date, erase: bool, by: UUID, at: datetime) -> None:
    """Record what the police say of the school's own file, and erase it when they say so. Twice is once.

    Raises NotLocked, NotHanded.
    """
    with writing():
        row, told = _locked(item), rows.history(item)
        if not any(isinstance(one, events.HandedToPolice) for one in told):
            raise NotHanded(f"item `{item}` was not taken by the police: record that first")
        said = events.PoliceSaid(who=who, on=on, erase=erase)
        if said in told or any(isinstance(one, events.Erased) for one in told):
            return
        rows.append(row, [said, events.Erased()] if erase else [said], by=by, at=at)
        if erase:
            rows.remove_files_later([item, *_sealed_files(item)])


def _new_phrase() -> str:
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def _locked(item: UUID) -> Item:
    row = Item.objects.select_for_update().get(id=item)
    if not row.is_quarantined:
        raise NotLocked(f"item `{item}` is not locked away: lock it away before the police take it")
    return row


def _members(row: Item) -> list[Member]:
    received = next(one for one in rows.history(row.id) if isinstance(one, events.Received))
    name = f"bewijs.{OF_MEDIA[received.media].endings[0]}"
    sums = f"{received.sha256}  {name}\n".encode()
    content = _unchanged(files.content(row.belongs_to, row.id), received.sha256, row.id)
    return [Member(name, received.size, content), Member(SUMS, len(sums), iter([sums]))]


def _unchanged(content: Iterator[bytes], sha256: str, item: UUID) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for piece in content:
        digest.update(piece)
        yield piece
    if digest.hexdigest() != sha256:
        raise FileProblem(f"item `{item}` is not what was received: restore it from a backup")


def _sealed_files(item: UUID) -> list[UUID]:
    return [one.file for one in rows.history(item) if isinstance(one, events.SealedForPolice)]
