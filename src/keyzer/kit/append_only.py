"""Triggers by which the database itself refuses to change or delete rows, on SQLite and on PostgreSQL."""

from collections.abc import Callable

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

_SQLITE = """
CREATE TRIGGER {table}_no_{event} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only: {event} is refused'); END
"""

_POSTGRESQL = """
CREATE FUNCTION {table}_no_{event}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{table} is append-only: {event} is refused'; END $$;
CREATE TRIGGER {table}_no_{event} BEFORE {event} ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_no_{event}()
"""


def refuse(table: str, *events: str) -> RunPython:
    """A migration step after which `table` refuses each of `events` (`update`, `delete`), whoever asks."""

    def forwards(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        template = _SQLITE if editor.connection.vendor == "sqlite" else _POSTGRESQL
        for event in events:
            editor.execute(template.format(table=table, event=event))

    return RunPython(forwards, _drop(table, events))


def _drop(table: str, events: tuple[str, ...]) -> Callable[[Apps, BaseDatabaseSchemaEditor], None]:
    def backwards(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        on = "" if editor.connection.vendor == "sqlite" else f" ON {table}"
        for event in events:
            editor.execute(f"DROP TRIGGER {table}_no_{event}{on}")
            if on:
                editor.execute(f"DROP FUNCTION {table}_no_{event}()")

    return backwards
