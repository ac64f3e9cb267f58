"""A statement means the same to our SQLite as to Django's, and to PostgreSQL."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("value", ["one", "other %s"])
def test_each_mark_becomes_a_value_and_a_doubled_one_a_percent_sign(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s, '100 %%', %s", [value, 2])
        assert cursor.fetchone() == (value, "100 %", 2)
        cursor.execute("SELECT %(named)s", {"named": value})
        assert cursor.fetchone() == (value,)
