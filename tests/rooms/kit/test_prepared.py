"""A prepared query answers what the query itself answers, on both engines."""

from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
from django.db.models import QuerySet
from pytest_django import DjangoAssertNumQueries

from keyzer.kit import clock
from keyzer.kit.prepared import Number, Word, prepared
from keyzer.ledger.actions import Entry, append, open_stream
from keyzer.ledger.models import Event, Stream

pytestmark = pytest.mark.django_db


def _of_kind(
    streams: tuple[UUID, ...], kind: str, since: datetime
) -> QuerySet[Stream, tuple[UUID, str, datetime, datetime | None]]:
    rows = Stream.objects.filter(id__in=streams, kind=kind, opened_at__gte=since)
    return rows.order_by("id").values_list("id", "kind", "opened_at", "erased_at")


def _since(day: date) -> QuerySet[Event, tuple[int, str]]:
    return Event.objects.filter(at__date__gte=day).values_list("seq", "kind")


@pytest.fixture
def streams() -> tuple[UUID, ...]:
    found = tuple(open_stream("case" if place % 2 else "report", at=clock.now()) for place in range(5))
    append(found[0], [Entry("told", b"words")], seen=0, by=uuid4(), at=clock.now())
    return tuple(sorted(found))


@pytest.mark.parametrize("kind", ["case", "report", "nothing"])
def test_the_answer_is_that_of_the_query(streams: tuple[UUID, ...], kind: str) -> None:
    ask, since = prepared(_of_kind), datetime(2020, 1, 1, tzinfo=clock.SCHOOL_ZONE)
    for size in range(1, len(streams) + 1):
        assert ask(streams[:size], kind, since) == list(_of_kind(streams[:size], kind, since))


def test_each_call_is_answered_for_its_own_values(streams: tuple[UUID, ...]) -> None:
    ask, since = prepared(_of_kind), datetime(2020, 1, 1, tzinfo=clock.SCHOOL_ZONE)
    found = [ask((stream,), "case", since) for stream in streams]
    assert [len(rows) for rows in found] == [len(_of_kind((stream,), "case", since)) for stream in streams]
    assert ask(streams, "case", clock.now()) == []


def test_no_ids_is_no_rows_and_no_query(
    streams: tuple[UUID, ...], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert prepared(_of_kind)((), "case", clock.now()) == []
    assert streams


def test_there_may_be_very_many_ids(streams: tuple[UUID, ...]) -> None:
    many = (*streams, *(uuid4() for _ in range(1500)))
    ask, since = prepared(_of_kind), datetime(2020, 1, 1, tzinfo=clock.SCHOOL_ZONE)
    assert ask(many, "case", since) == list(_of_kind(many, "case", since))


def test_a_day_is_a_value(streams: tuple[UUID, ...]) -> None:
    assert streams
    assert prepared(_since)(date(2020, 1, 1)) == [(1, "told")]
    assert prepared(_since)(date(2120, 1, 1)) == []


def _at_place(place: int, kind: str) -> QuerySet[Event, tuple[int, str]]:
    return Event.objects.filter(seq=place, kind=kind).values_list("seq", "kind")


def test_a_number_and_a_word_are_values(streams: tuple[UUID, ...]) -> None:
    assert streams
    ask = prepared(_at_place)
    assert ask(Number(1), Word("told")) == [(1, "told")]
    assert ask(Number(2), Word("told")) == ask(Number(1), Word("other")) == []


def test_a_value_that_is_not_handed_on_is_noticed() -> None:
    def forgetful(stream: UUID) -> QuerySet[Stream, tuple[str]]:
        return Stream.objects.filter(kind=str(stream)).values_list("kind")

    with pytest.raises(ValueError, match="forgetful` does not hand every value on"):
        prepared(forgetful)(uuid4())
