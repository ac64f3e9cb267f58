"""Say that something changed, to whoever listens."""

from datetime import datetime

from django.db import connection

from keyzer.live.models import Topic

RAISE = (
    "INSERT INTO {table} (name, number, at) VALUES (%s, 1, %s) "
    "ON CONFLICT (name) DO UPDATE SET number = {table}.number + 1, at = excluded.at"
)


def tell(*names: str, at: datetime) -> None:
    """Raise the number of each topic, inside the caller's transaction: who listens hears it once that is committed.

    A name is a kind and an id, such as `class:<id>`; the same names in any order never wait for each other in a circle.
    """
    table = Topic._meta.db_table  # noqa: SLF001 -- Django's own way to ask for it
    moment = Topic._meta.get_field("at").get_db_prep_value(at, connection)  # noqa: SLF001
    with connection.cursor() as cursor:
        cursor.executemany(RAISE.format(table=table), [(name, moment) for name in sorted(set(names))])
