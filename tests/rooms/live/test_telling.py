"""A change is heard once it is committed, by number and never by content."""

from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from keyzer.live import queries
from keyzer.live.actions import tell
from tests.cast import NOW

SOON = NOW + timedelta(seconds=5)
CLASS, ROOM = "class:2a", "room:b12"


@pytest.mark.django_db
def test_each_change_raises_the_number() -> None:
    assert queries.number_of([CLASS, ROOM]) == 0
    tell(CLASS, at=NOW)
    tell(CLASS, ROOM, CLASS, at=NOW)
    assert queries.number_of([CLASS, ROOM]) == 3
    assert queries.since({CLASS: 1, ROOM: 1, "class:3b": 0}) == {CLASS: 2}


@pytest.mark.django_db
def test_what_is_undone_was_never_told() -> None:
    with transaction.atomic():
        tell(CLASS, at=NOW)
        transaction.set_rollback(True)
    assert queries.number_of([CLASS]) == 0


@pytest.mark.django_db
@pytest.mark.parametrize(("late", "found"), [(SOON, [CLASS, ROOM]), (NOW + timedelta(minutes=5), [ROOM])])
def test_what_was_told_before_a_later_commit_is_still_found(late: datetime, found: list[str]) -> None:
    tell(CLASS, at=NOW)
    tell(ROOM, at=late)
    assert [change.name for change in queries.changed_since(late)] == found
    assert [change.name for change in queries.changed_since(None)] == [CLASS, ROOM]


@pytest.mark.django_db
def test_the_one_question_for_all_pages_reads_an_index() -> None:
    tell(*(f"class:{number}" for number in range(2000)), at=NOW - timedelta(days=1))
    tell(CLASS, at=NOW)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert len(queries.changed_since(NOW)) == 1
    with connection.cursor() as cursor:
        plan = "EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN "
        cursor.execute(plan + asked[0]["sql"])
        assert "topic_changed_at" in str(cursor.fetchall())
