"""The database refuses changes; who gets round it is found."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.backends.utils import CursorWrapper
from hypothesis import given
from hypothesis import strategies as st

from keyzer.ledger import actions
from keyzer.ledger.actions import Entry
from keyzer.ledger.chain import GENESIS, Place, link
from keyzer.ledger.keys import KeyProblem, SchoolKey
from keyzer.ledger.models import Event, Stream, StreamKey
from keyzer.ledger.verification import verify
from tests.cast import NOW

TABLES = ("ledger_event", "ledger_stream", "ledger_access")


@pytest.fixture
def streams(db: None) -> list[UUID]:
    """Three streams with three events each."""
    opened = [actions.open_stream("case", at=NOW) for _ in range(3)]
    for stream in opened:
        actions.append(stream, [Entry("told", bytes([number])) for number in range(3)], seen=0, by=None, at=NOW)
    return sorted(opened)


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE ledger_event SET kind = 'other'",
        "DELETE FROM ledger_event",
        "DELETE FROM ledger_stream",
        "UPDATE ledger_access SET outcome = 'seen'",
        "DELETE FROM ledger_access",
    ],
)
def test_the_database_itself_refuses(streams: list[UUID], act: str) -> None:
    actions.note_refused(by=None, at=NOW, object_kind="case", object_id="x")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act)


@pytest.mark.parametrize("tables", ["ledger_event", "ledger_access", "ledger_stream CASCADE", "people_school"])
@pytest.mark.django_db
def test_no_table_is_emptied_at_a_stroke(tables: str) -> None:
    if connection.vendor == "sqlite":
        return  # it has no such statement; DELETE without WHERE is refused above
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {tables}")


@contextmanager
def unguarded(table: str, event: str) -> Iterator[CursorWrapper]:
    """As somebody with the database in hands: the trigger away, and back afterwards."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [f"{table}_no_{event}"])
            (again,) = cursor.fetchone()
            cursor.execute(f"DROP TRIGGER {table}_no_{event}")
        else:
            cursor.execute("SET LOCAL session_replication_role = replica")
            again = "SET LOCAL session_replication_role = origin"
        yield cursor
        cursor.execute(again)


Tamper = Callable[[UUID], None]


def change_body(stream: UUID) -> None:
    with unguarded("ledger_event", "update"):
        Event.objects.filter(stream=stream, seq=2).update(body=b"other words")


def change_author(stream: UUID) -> None:
    with unguarded("ledger_event", "update"):
        Event.objects.filter(stream=stream, seq=2).update(by=stream)


def change_kind(stream: UUID) -> None:
    with unguarded("ledger_event", "update"):
        Event.objects.filter(stream=stream, seq=2).update(kind="other")


def change_hash(stream: UUID) -> None:
    """The hash made to fit the changed content: the next event no longer follows."""
    event = Event.objects.get(stream=stream, seq=2)
    place = Place(stream, 2, "other", event.at, event.by)
    fitting = link(bytes(event.previous), place, bytes(event.body))
    with unguarded("ledger_event", "update"):
        Event.objects.filter(stream=stream, seq=2).update(kind="other", hash=fitting)


def remove_from_the_middle(stream: UUID) -> None:
    with unguarded("ledger_event", "delete"):
        Event.objects.filter(stream=stream, seq=2).delete()


def cut_the_tail(stream: UUID) -> None:
    with unguarded("ledger_event", "delete"):
        Event.objects.filter(stream=stream, seq=3).delete()


def cut_the_tail_and_say_so(stream: UUID) -> None:
    """The stream's own row made to fit: only the seal, which needs the school's key, tells."""
    cut_the_tail(stream)
    last = Event.objects.get(stream=stream, seq=2)
    Stream.objects.filter(id=stream).update(version=2, head=last.hash)


def take_the_key(stream: UUID) -> None:
    StreamKey.objects.filter(stream=stream).delete()


def empty_the_stream(stream: UUID) -> None:
    with unguarded("ledger_event", "delete"):
        Event.objects.filter(stream=stream).delete()


def spoil_the_key(stream: UUID) -> None:
    StreamKey.objects.filter(stream=stream).update(wrapped=b"no key at all, but as long as one would be")


def swap_the_key(stream: UUID) -> None:
    """The key of another stream: it opens for that one alone."""
    other = StreamKey.objects.exclude(stream=stream).order_by("-stream_id")[0]
    StreamKey.objects.filter(stream=stream).update(wrapped=bytes(other.wrapped))


def feign_an_erasure(stream: UUID) -> None:
    take_the_key(stream)
    Stream.objects.filter(id=stream).update(erased_at=NOW)


def take_the_stream(stream: UUID) -> None:
    """The stream and its key away, its events left behind."""
    take_the_key(stream)
    with unguarded("ledger_stream", "delete") as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA defer_foreign_keys = ON")
        Stream.objects.filter(id=stream)._raw_delete("default")


def test_whose_erasure_was_feigned_is_not_read_again(streams: list[UUID]) -> None:
    """Its key given back from elsewhere, an erased stream is still told from one that is not."""
    key = StreamKey.objects.get(stream=streams[0])
    actions.erase(streams[0], at=NOW)
    key.save(force_insert=True)
    Stream.objects.filter(id=streams[0]).update(erased_at=None)
    found = verify().alteration
    assert found is not None
    assert "seal" in found.problem


def replay(stream: UUID) -> None:
    """An event written again behind the last."""
    Event.objects.bulk_create([_again(Event.objects.get(stream=stream, seq=1), seq=4)])


def reorder(stream: UUID) -> None:
    """Two events in each other's place."""
    with unguarded("ledger_event", "update"):
        for was, becomes in ((2, 9), (3, 2), (9, 3)):
            Event.objects.filter(stream=stream, seq=was).update(seq=becomes)


def carry_over(stream: UUID) -> None:
    """An event of another stream behind the last of this one."""
    other = Event.objects.exclude(stream=stream).filter(seq=3)[0]
    Event.objects.bulk_create([_again(other, seq=4, stream_id=stream)])


def _again(event: Event, **other: object) -> Event:
    event.pk = None
    for name, value in other.items():
        setattr(event, name, value)
    return event


@pytest.mark.parametrize(
    ("tamper", "seq", "words"),
    [
        (change_body, 2, "altered"),
        (change_author, 2, "altered"),
        (change_kind, 2, "altered"),
        (change_hash, 3, "does not follow"),
        (remove_from_the_middle, 2, "missing"),
        (cut_the_tail, 3, "3 events were written"),
        (cut_the_tail_and_say_so, 2, "seal"),
        (take_the_key, 3, "key was taken away"),
        (empty_the_stream, 1, "3 events were written"),
        (spoil_the_key, 3, "its key is damaged"),
        (swap_the_key, 3, "its key is damaged"),
        (feign_an_erasure, 3, "seal"),
        (replay, 4, "does not follow"),
        (reorder, 2, "does not follow"),
        (carry_over, 4, "does not follow"),
    ],
)
@pytest.mark.parametrize("which", [0, 1, 2])
def test_verify_names_the_stream_and_the_place(
    streams: list[UUID], tamper: Tamper, seq: int, words: str, which: int
) -> None:
    assert verify().alteration is None
    tamper(streams[which])
    found = verify().alteration
    assert found is not None
    assert (found.stream, found.seq) == (streams[which], seq)
    assert words in str(found)


@pytest.mark.parametrize("which", [0, 1, 2])
def test_events_without_a_stream_are_told(streams: list[UUID], which: int) -> None:
    with transaction.atomic():
        take_the_stream(streams[which])
        found = verify().alteration
        transaction.set_rollback(True)
    assert found is not None
    assert (found.stream, found.seq) == (streams[which], 1)
    assert "its stream was taken away" in str(found)


def test_verify_counts_what_it_walked(streams: list[UUID]) -> None:
    found = verify()
    assert (found.streams, found.events) == (3, 9)


def test_an_erased_stream_still_verifies(streams: list[UUID]) -> None:
    actions.erase(streams[1], at=NOW)
    assert not StreamKey.objects.filter(stream=streams[1]).exists()
    assert verify().alteration is None


def test_another_schools_key_is_told() -> None:
    mine, other = SchoolKey(bytes(32)), SchoolKey(bytes([1] * 32))
    wrapped = mine.wrap(b"k" * 32, b"context")
    assert mine.unwrap(wrapped, b"context") == b"k" * 32
    for key, context in ((other, b"context"), (mine, b"other")):
        with pytest.raises(KeyProblem, match="does not open"):
            key.unwrap(wrapped, context)
    assert mine.seal(b"x") != other.seal(b"x")
    assert mine.blind_index(b"x") != mine.seal(b"x")
    assert mine.id != other.id


def test_a_short_key_is_refused() -> None:
    with pytest.raises(KeyProblem, match="16 bytes"):
        SchoolKey(bytes(16))


Places = st.builds(
    Place,
    st.uuids(),
    st.integers(min_value=1, max_value=2**31),
    st.text(max_size=20),
    st.datetimes(timezones=st.just(UTC)),
    st.none() | st.uuids(),
)


@given(Places, Places)
def test_two_places_never_encode_alike(one: Place, other: Place) -> None:
    assert (one == other) == (one.encoded() == other.encoded())


@given(st.lists(st.tuples(Places, st.binary(max_size=40)), min_size=1, max_size=6), st.data())
def test_a_change_anywhere_changes_every_link_after_it(events: list[tuple[Place, bytes]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(events) - 1))
    place, body = events[at]
    altered = [*events[:at], (place, body + b"!"), *events[at + 1 :]]
    before, after = _walk(events), _walk(altered)
    assert before[:at] == after[:at]
    assert all(one != other for one, other in zip(before[at:], after[at:], strict=True))


def _walk(events: list[tuple[Place, bytes]]) -> list[bytes]:
    links, previous = [], GENESIS
    for place, body in events:
        previous = link(previous, place, body)
        links.append(previous)
    return links
