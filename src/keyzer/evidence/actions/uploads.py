"""Files that come in by pieces, and are taken up again after a cut."""

import hashlib
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import Sum

from keyzer.evidence import parts
from keyzer.evidence.kinds import Inspection, Problem, Unacceptable
from keyzer.evidence.models import Upload
from keyzer.evidence.parts import Part, Readable
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger.files import FileProblem, Incoming
from keyzer.ledger.keys import decrypt_with, encrypt_with, new_stream_key, school_key

from .items import LONGEST_NAME

LASTS = timedelta(hours=24)
MOST_AT_ONCE = 20
MOST_OF_ONE = 4  # times the limit of one file


class NoUpload(Exception):
    """There is no such upload of this holder; perhaps it was swept away after a day."""


class Incomplete(Exception):
    """The file has not come in whole; `received` of `size` bytes are there."""

    def __init__(self, received: int, size: int) -> None:
        super().__init__(f"`{received}` of `{size}` bytes are in: send the rest first")
        self.received = received
        self.size = size


class Begun(NamedTuple):
    """An upload: send from `received` on."""

    upload: UUID
    received: int
    size: int
    is_new: bool = False


class Whole(NamedTuple):
    """A file that came in whole and is neither judged nor kept; whoever holds it discards it when it is not kept."""

    incoming: Incoming
    inspection: Inspection
    name: str


def begin_upload(*, holder: str, name: str, size: int, fingerprint: str, at: datetime) -> Begun:
    """A new upload, or the same one where it was cut off: `fingerprint` is what the sender calls this file.

    `holder` is who may go on with it: a person's id, or what only one browser knows. Raises Unacceptable.
    """
    if not 0 < size <= settings.KEYZER_EVIDENCE_LIMIT:
        raise Unacceptable(Problem.TOO_LARGE if size > 0 else Problem.EMPTY)
    owner, mark = _mark("holder", holder), _mark("upload", f"{holder} {size} {fingerprint}")
    with writing():
        _sweep(at)
        if row := Upload.objects.filter(holder=owner, mark=mark).first():
            return Begun(row.id, _part(row).received(), row.size)
        _leave_room(owner, size)
        upload, key = new_id(), new_stream_key()
        Upload.objects.create(
            id=upload,
            holder=owner,
            mark=mark,
            size=size,
            key=school_key().wrap(key, upload.bytes),
            name=encrypt_with(parts.cipher(key), name[:LONGEST_NAME].encode(), b"name"),
            started_at=at,
        )
    return Begun(upload, 0, size, is_new=True)


def take(upload: UUID, source: Readable, *, holder: str, offset: int) -> Begun:
    """Take the next bytes; those that are whole frames of 64 KiB stay, also when the sender is cut off.

    Raises NoUpload, parts.WrongOffset (with where to go on).
    """
    row = _own(upload, holder)
    return Begun(row.id, _part(row).append(source, offset), row.size)


def begun(upload: UUID, *, holder: str) -> Begun:
    """How far an upload is. Raises NoUpload."""
    row = _own(upload, holder)
    return Begun(row.id, _part(row).received(), row.size)


def whole_upload(upload: UUID, *, holder: str) -> Whole:
    """A whole upload as a file to be kept, under a key of its own; `drop_upload` forgets the parts afterwards.

    Raises NoUpload, Incomplete, files.FileProblem.
    """
    row = _own(upload, holder)
    part = _part(row)
    if (received := part.received()) != row.size:
        raise Incomplete(received, row.size)
    name = _name(row)
    incoming, inspection = Incoming(), Inspection()
    try:
        for piece in part.content():
            inspection.feed(piece)
            incoming.write(piece)
    except FileProblem:
        incoming.discard()
        raise
    return Whole(incoming, inspection, name)


def name_of(upload: UUID, *, holder: str) -> str:
    """What a whole upload is called. Raises NoUpload, Incomplete."""
    row = _own(upload, holder)
    if (received := _part(row).received()) != row.size:
        raise Incomplete(received, row.size)
    return _name(row)


def drop_upload(upload: UUID, *, holder: str) -> None:
    """The sender wants it back: nothing of it stays. Raises NoUpload."""
    with writing():
        _forget(_own(upload, holder))


def sweep(at: datetime) -> int:
    """Forget what was begun a day ago and never came to its end; answers how many uploads that were."""
    with writing():
        return _sweep(at)


def _sweep(at: datetime) -> int:
    late = list(Upload.objects.filter(started_at__lt=at - LASTS))
    for row in late:
        _forget(row)
    for place in Path(settings.KEYZER_EVIDENCE).glob("*.part"):
        if place.stat().st_mtime < (at - LASTS).timestamp():
            place.unlink(missing_ok=True)  # a process ended in the middle of a request
    return len(late)


def _forget(row: Upload) -> None:
    parts.place_of(row.id).unlink(missing_ok=True)
    row.delete()


def _leave_room(owner: str, size: int) -> None:
    running = Upload.objects.filter(holder=owner)
    together = (running.aggregate(together=Sum("size"))["together"] or 0) + size
    if running.count() >= MOST_AT_ONCE or together > MOST_OF_ONE * settings.KEYZER_EVIDENCE_LIMIT:
        raise Unacceptable(Problem.TOO_MANY)


def _own(upload: UUID, holder: str) -> Upload:
    row = Upload.objects.filter(id=upload, holder=_mark("holder", holder)).first()
    if row is None:
        raise NoUpload(f"there is no upload `{upload}`: begin it again")
    return row


def _part(row: Upload) -> Part:
    return Part(row.id, row.size, _key(row))


def _name(row: Upload) -> str:
    return decrypt_with(parts.cipher(_key(row)), bytes(row.name), b"name").decode()


def _key(row: Upload) -> bytes:
    return school_key().unwrap(bytes(row.key), row.id.bytes)


def _mark(purpose: str, content: str) -> str:
    return school_key().blind_index(hashlib.sha256(f"{purpose} {content}".encode()).digest()).hex()
