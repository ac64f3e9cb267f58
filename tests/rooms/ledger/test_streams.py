"""Appending, reading back, meeting another writer, and erasing."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from cryptography.exceptions import InvalidTag
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from keyzer.ledger import actions, queries
from keyzer.ledger.actions import Conflict, Entry, Erased
from keyzer.ledger.chain import Place
from keyzer.ledger.keys import decrypt_with
from keyzer.ledger.models import Event, Stream
from tests.cast import NOW

pytestmark = pytest.mark.django_db

BY = uuid4()
SECRET = b"Lena belde in tranen"


@pytest.fixture
def stream() -> UUID:
    """A stream with two events."""
    opened = actions.open_stream("case", at=NOW)
    actions.append(opened, [Entry("told", SECRET), Entry("cited", b"2")], seen=0, by=BY, at=NOW)
    return opened


def test_what_was_appended_is_read_back_in_order(stream: UUID) -> None:
    later = NOW + timedelta(days=1)
    assert actions.append(stream, [Entry("closed", b"3")], seen=2, by=None, at=later) == 3
    read = [(event.seq, event.kind, event.content, event.by, event.at) for event in queries.read(stream)]
    assert read == [(1, "told", SECRET, BY, NOW), (2, "cited", b"2", BY, NOW), (3, "closed", b"3", None, later)]
    assert [event.seq for event in queries.read(stream, after=2)] == [3]
    assert queries.version(stream) == 3


def test_a_second_writer_is_told_and_writes_nothing(stream: UUID) -> None:
    with pytest.raises(Conflict) as conflict:
        actions.append(stream, [Entry("mine", b"")], seen=1, by=BY, at=NOW)
    assert (conflict.value.seen, conflict.value.actual) == (1, 2)
    assert queries.version(stream) == 2


def test_appending_nothing_changes_nothing(stream: UUID) -> None:
    before = Stream.objects.values().get(id=stream)
    assert actions.append(stream, [], seen=2, by=BY, at=NOW) == 2
    assert Stream.objects.values().get(id=stream) == before


def test_an_unknown_stream_is_an_error_to_write_and_empty_to_read() -> None:
    with pytest.raises(Stream.DoesNotExist):
        actions.append(uuid4(), [Entry("x", b"")], seen=0, by=None, at=NOW)
    assert queries.read(uuid4()) == []


def test_nothing_of_the_content_lies_readable_in_the_database(stream: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM ledger_event")
        everything = b"".join(
            bytes(cell) for row in cursor.fetchall() for cell in row if isinstance(cell, bytes | memoryview)
        )
    assert everything
    assert SECRET not in everything
    assert b"tranen" not in everything


def test_an_erased_stream_can_be_neither_read_nor_written(stream: UUID) -> None:
    actions.erase(stream, at=NOW)
    assert queries.read(stream) == []
    assert queries.read_many([stream]) == {}
    assert queries.cipher_of(stream) is None
    with pytest.raises(Erased):
        actions.append(stream, [Entry("x", b"")], seen=2, by=None, at=NOW)


def test_content_opens_only_in_its_own_place(stream: UUID) -> None:
    """Place and author are bound to the ciphertext: a body moved to another row does not open there."""
    cipher = queries.cipher_of(stream)
    assert cipher is not None
    body = bytes(Event.objects.values_list("body", flat=True).get(stream=stream, seq=1))
    here = Place(stream, 1, "told", NOW, BY)
    assert decrypt_with(cipher, body, here.encoded()) == SECRET
    for elsewhere in (
        here._replace(seq=2),
        here._replace(kind="cited"),
        here._replace(by=None),
        here._replace(stream=uuid4()),
    ):
        with pytest.raises(InvalidTag):
            decrypt_with(cipher, body, elsewhere.encoded())


def test_two_equal_events_look_different(stream: UUID) -> None:
    actions.append(stream, [Entry("same", b"same"), Entry("same", b"same")], seen=2, by=BY, at=NOW)
    bodies = Event.objects.filter(stream=stream, kind="same").values_list("body", flat=True)
    assert len({bytes(body) for body in bodies}) == 2


def test_many_streams_cost_as_little_as_one(stream: UUID, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    streams = [stream, *(actions.open_stream("case", at=NOW) for _ in range(20))]
    with django_assert_num_queries(2):
        found = queries.read_many(streams)
    assert [len(found[one]) for one in streams[:2]] == [2, 0]


def test_the_access_log_tells_who_looked_newest_first() -> None:
    actions.note_seen(by=BY, at=NOW, object_kind="dossier", object_id="a")
    actions.note_refused(by=None, at=NOW + timedelta(hours=1), object_kind="dossier", object_id="a")
    actions.note_seen(by=BY, at=NOW, object_kind="dossier", object_id="b")
    assert [(trace.by, trace.outcome) for trace in queries.access_to("dossier", "a")] == [
        (None, "refused"),
        (BY, "seen"),
    ]
