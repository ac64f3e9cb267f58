"""Every write to the ledger: open a stream, append to it, erase it, leave a trace of access."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db.models import QuerySet

from keyzer.kit.ids import new_id
from keyzer.kit.inserted import insert
from keyzer.kit.prepared import prepared
from keyzer.kit.writing import writing

from .chain import GENESIS, Place, erased_statement, head_statement, link
from .keys import encrypt_with, new_stream_key, school_key
from .models import Access, Binary, Event, Stream, StreamKey


class Entry(NamedTuple):
    """What is to be appended: its kind in the clear, its content to be encrypted."""

    kind: str
    content: bytes


class Tip(NamedTuple):
    """Where a stream ends."""

    stream: UUID
    version: int
    head: bytes


class Conflict(Exception):
    """Somebody else wrote to the stream since the writer read it. `seen` and `actual` are versions."""

    def __init__(self, seen: int, actual: int) -> None:
        super().__init__(f"the stream is at version {actual}, the writer saw {seen}: read again what changed")
        self.seen = seen
        self.actual = actual


class Erased(Exception):
    """The stream's key was destroyed; nothing can be read from it or added to it."""


def open_stream(kind: str, *, at: datetime, stream: UUID | None = None) -> UUID:
    """A new, empty stream with a key of its own; answers its id."""
    return begin_stream(kind, (), by=None, at=at, stream=stream)


def begin_stream(
    kind: str, entries: Sequence[Entry], *, by: UUID | None, at: datetime, stream: UUID | None = None
) -> UUID:
    """A new stream with a key of its own and its first events; answers its id. Its version is how many those are."""
    stream_id = stream or new_id()
    key, secret = school_key(), new_stream_key()
    events = _chained(Tip(stream_id, 0, GENESIS), AESGCM(secret), entries, by, at)
    version, head = len(events), bytes(events[-1].hash) if events else GENESIS
    seal = key.seal(head_statement(stream_id, version, head))
    with writing():
        insert(Stream(id=stream_id, kind=kind, opened_at=at, version=version, head=head, seal=seal))
        wrapped = key.wrap(secret, stream_id.bytes)
        insert(StreamKey(stream_id=stream_id, school_key=key.id, wrapped=wrapped))
        for event in events:
            insert(event)
    return stream_id


def append(stream: UUID, entries: Sequence[Entry], *, seen: int, by: UUID | None, at: datetime) -> int:
    """Append `entries` after version `seen` and answer the new version.

    Raises Conflict when the stream has moved on since `seen`, Erased when its key is gone, Stream.DoesNotExist.
    """
    key = school_key()
    with writing():
        tip, wrapped = _tip_and_key(stream)
        if tip.version != seen:
            raise Conflict(seen, tip.version)
        events = _chained(tip, AESGCM(key.unwrap(wrapped, stream.bytes)), entries, by, at)
        head = bytes(events[-1].hash) if events else tip.head
        version = seen + len(events)
        seal = key.seal(head_statement(stream, version, head))
        moved = Stream.objects.filter(id=stream, version=seen).update(version=version, head=head, seal=seal)
        if not moved:
            raise Conflict(seen, Stream.objects.values_list("version", flat=True).get(id=stream))
        for event in events:
            insert(event)
    return version


def erase(stream: UUID, *, at: datetime) -> None:
    """Destroy the stream's key. Its events stay, so the chain still verifies, but nobody can read them again."""
    with writing():
        StreamKey.objects.filter(stream_id=stream).delete()
        for row in Stream.objects.select_for_update().filter(id=stream, erased_at=None):
            _mark_erased(row, at)


def put_keys_back(keys: Mapping[UUID, tuple[str, bytes]], *, at: datetime) -> int:
    """After a backup without keys: give each stream its wrapped key again, and answer how many have none any more.

    A stream whose key is not among `keys` was erased since the backup was made, and is marked so.
    """
    with writing():
        waiting = list(Stream.objects.filter(erased_at=None, key=None).values_list("id", flat=True))
        found = [
            StreamKey(stream_id=one, school_key=keys[one][0], wrapped=keys[one][1]) for one in waiting if one in keys
        ]
        StreamKey.objects.bulk_create(found, 500)
        erased = list(Stream.objects.filter(erased_at=None, key=None))
        for row in erased:
            _mark_erased(row, at)
        return len(erased)


def note_seen(*, by: UUID | None, at: datetime, object_kind: str, object_id: str) -> None:
    """Leave a trace that `by` opened something."""
    insert(Access(by=by, at=at, outcome="seen", object_kind=object_kind, object_id=object_id))


def note_refused(*, by: UUID | None, at: datetime, object_kind: str, object_id: str) -> None:
    """Leave a trace that `by` asked for something that is not for him."""
    insert(Access(by=by, at=at, outcome="refused", object_kind=object_kind, object_id=object_id))


def _mark_erased(row: Stream, at: datetime) -> None:
    row.erased_at = at
    row.seal = school_key().seal(erased_statement(row.id, row.version, bytes(row.head)))
    row.save(update_fields=["erased_at", "seal"])


@prepared
def _tips(stream: UUID) -> QuerySet[Stream, tuple[int, Binary, datetime | None, Binary]]:
    return Stream.objects.filter(id=stream).values_list("version", "head", "erased_at", "key__wrapped")


def _tip_and_key(stream: UUID) -> tuple[Tip, bytes]:
    """Where a stream ends, and its wrapped key. Raises Erased, Stream.DoesNotExist."""
    found = _tips(stream)
    if not found:
        raise Stream.DoesNotExist
    version, head, erased_at, wrapped = found[0]
    if erased_at is not None:
        raise Erased
    return Tip(stream, version, bytes(head)), bytes(wrapped)


def _chained(tip: Tip, cipher: AESGCM, entries: Sequence[Entry], by: UUID | None, at: datetime) -> list[Event]:
    events: list[Event] = []
    previous = tip.head
    for seq, entry in enumerate(entries, start=tip.version + 1):
        place = Place(tip.stream, seq, entry.kind, at, by)
        body = encrypt_with(cipher, entry.content, place.encoded())
        digest = link(previous, place, body)
        events.append(
            Event(
                stream_id=tip.stream, seq=seq, kind=entry.kind, at=at, by=by, body=body, previous=previous, hash=digest
            )
        )
        previous = digest
    return events
