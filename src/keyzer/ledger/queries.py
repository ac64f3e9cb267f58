"""Every read of the ledger."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db.models import QuerySet

from keyzer.kit.prepared import prepared

from .chain import Place
from .keys import decrypt_with, school_key
from .models import Access, Binary, Event, Stream, StreamKey

CHUNK = 2000


class Recorded(NamedTuple):
    """An event as it was written, its content readable again."""

    seq: int
    kind: str
    at: datetime
    by: UUID | None
    content: bytes


class Head(NamedTuple):
    """What a stream says of itself; `key` is as it lies in the database, None when there is none."""

    stream: UUID
    version: int
    head: bytes
    seal: bytes
    is_erased: bool
    key: bytes | None


class Link(NamedTuple):
    """An event as it lies in the chain, unread."""

    place: Place
    body: bytes
    previous: bytes
    hash: bytes


class Trace(NamedTuple):
    """One line of the access log."""

    at: datetime
    by: UUID | None
    outcome: str
    object_kind: str
    object_id: str


def version(stream: UUID) -> int:
    """How many events the stream has. Raises Stream.DoesNotExist."""
    return Stream.objects.values_list("version", flat=True).get(id=stream)


def position() -> int:
    """A number that grows with every event written anywhere; 0 while there is none."""
    return next((number for (number,) in _newest()), 0)


def read(stream: UUID, *, after: int = 0) -> list[Recorded]:
    """The events after place `after`, in order; none when the stream was erased or does not exist."""
    cipher = cipher_of(stream)
    if cipher is None:
        return []
    return [_opened(cipher, stream, row[1:]) for row in _events((stream,)) if row[1] > after]


def cipher_of(stream: UUID) -> AESGCM | None:
    """What the stream's content is encrypted with, for files that belong to it; None when erased or never opened."""
    return next((AESGCM(school_key().unwrap(bytes(wrapped), stream.bytes)) for _, wrapped in _keys((stream,))), None)


def read_many(streams: list[UUID]) -> dict[UUID, list[Recorded]]:
    """As `read`, for several streams in two queries. An erased stream is absent from the answer."""
    keys = _keys(tuple(streams))
    ciphers = {stream: AESGCM(school_key().unwrap(bytes(wrapped), stream.bytes)) for stream, wrapped in keys}
    found: dict[UUID, list[Recorded]] = {stream: [] for stream in ciphers}
    for stream, *row in _events(tuple(ciphers)):
        found[stream].append(_opened(ciphers[stream], stream, row))
    return found


def wrapped_keys() -> Iterator[tuple[UUID, str, bytes]]:
    """The key of every stream as it lies in the database: stream, the school's key it is wrapped with, and itself."""
    rows = StreamKey.objects.order_by("stream_id").values_list("stream_id", "school_key", "wrapped")
    for stream, school, wrapped in rows.iterator(chunk_size=CHUNK):
        yield stream, school, bytes(wrapped)


def heads() -> Iterator[Head]:
    """All streams, in the order of their ids."""
    rows = Stream.objects.order_by("id").values_list("id", "version", "head", "seal", "erased_at", "key__wrapped")
    for stream, count, head, seal, erased_at, key in rows.iterator(chunk_size=CHUNK):
        wrapped = bytes(key) if key else None  # the join may find none, whatever the column says
        yield Head(stream, count, bytes(head), bytes(seal), erased_at is not None, wrapped)


def links() -> Iterator[Link]:
    """All events, in the order of their streams' ids and their place in them."""
    fields = ("stream_id", "seq", "kind", "at", "by", "body", "previous", "hash")
    rows = Event.objects.order_by("stream_id", "seq").values_list(*fields)
    for stream, seq, kind, at, by, body, previous, digest in rows.iterator(chunk_size=CHUNK):
        yield Link(Place(stream, seq, kind, at, by), bytes(body), bytes(previous), bytes(digest))


def access_to(object_kind: str, object_id: str) -> Iterator[Trace]:
    """Who opened this, or was refused, newest first."""
    rows = Access.objects.filter(object_kind=object_kind, object_id=object_id).order_by("-at")
    return (Trace(*row) for row in rows.values_list("at", "by", "outcome", "object_kind", "object_id"))


@prepared
def _newest() -> QuerySet[Event, tuple[int]]:
    return Event.objects.order_by("-id").values_list("id")[:1]


@prepared
def _keys(streams: tuple[UUID, ...]) -> QuerySet[StreamKey, tuple[UUID, Binary]]:
    return StreamKey.objects.filter(stream_id__in=streams).values_list("stream_id", "wrapped")


@prepared
def _events(streams: tuple[UUID, ...]) -> QuerySet[Event, tuple[UUID, int, str, datetime, UUID | None, Binary]]:
    rows = Event.objects.filter(stream_id__in=streams).order_by("stream_id", "seq")
    return rows.values_list("stream_id", "seq", "kind", "at", "by", "body")


def _opened(cipher: AESGCM, stream: UUID, row: Sequence[Any]) -> Recorded:
    seq, kind, at, by, body = row
    content = decrypt_with(cipher, bytes(body), Place(stream, seq, kind, at, by).encoded())
    return Recorded(seq, kind, at, by, content)
