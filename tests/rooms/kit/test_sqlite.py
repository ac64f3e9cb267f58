"""Our SQLite answers what Django's does."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from keyzer.kit import clock
from keyzer.ledger.actions import open_stream
from keyzer.ledger.models import Stream

pytestmark = [pytest.mark.django_db, pytest.mark.skipif(connection.vendor != "sqlite", reason="it is SQLite's")]


def test_each_mark_becomes_a_value_and_a_doubled_one_a_percent_sign() -> None:
    with connection.cursor() as cursor:
        for value in ("one", "other %s"):
            cursor.execute("SELECT %s, '100 %%', %s", [value, 2])
            assert cursor.fetchone() == (value, "100 %", 2)
        cursor.execute("SELECT %(name)s", {"name": "by name"})
        assert cursor.fetchone() == ("by name",)


@pytest.mark.parametrize("at", [datetime(2026, 11, 23, 8, tzinfo=UTC), datetime(2026, 7, 1, 9, 30, 0, 5, tzinfo=UTC)])
def test_a_moment_comes_back_as_it_was(at: datetime) -> None:
    stream = open_stream("case", at=at.astimezone(clock.SCHOOL_ZONE))
    assert list(Stream.objects.filter(id=stream).values_list("opened_at", "erased_at")) == [(at, None)]
