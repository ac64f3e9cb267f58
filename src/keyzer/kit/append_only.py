"""Triggers by which the database itself refuses to change or delete rows, on SQLite and on PostgreSQL."""

from collections.abc import Callable
from typing import NamedTuple

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

_SQLITE = """
CREATE TRIGGER {name} BEFORE {event} ON {table} {when}
BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""

_POSTGRESQL = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{refusal}'; END $$;
CREATE TRIGGER {name} BEFORE {event} ON {table}
FOR EACH ROW {when} EXECUTE FUNCTION {name}()
"""


class _Refusal(NamedTuple):
    """One trigger: what it is called, on which event it fires, when, and what it says."""

    name: str
    event: str
    refusal: str
    when: dict[str, str]


def refuse(table: str, *events: str) -> RunPython:
    """A migration step after which `table` refuses each of `events` (`update`, `delete`), whoever asks."""
    return _step(
        table,
        [_Refusal(f"{table}_no_{event}", event, f"{table} is append-only: {event} is refused", {}) for event in events],
    )


def refuse_change(table: str, column: str) -> RunPython:
    """A migration step after which `column` of `table` keeps the value that its row was made with."""
    when = {
        "sqlite": f"WHEN OLD.{column} IS NOT NEW.{column}",
        "postgresql": f"WHEN (OLD.{column} IS DISTINCT FROM NEW.{column})",
    }
    refusal = f"{table}.{column} is written once: update is refused"
    return _step(table, [_Refusal(f"{table}_{column}_stays", "update", refusal, when)])


def _step(table: str, refusals: list[_Refusal]) -> RunPython:
    def forwards(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        vendor = editor.connection.vendor
        template = _SQLITE if vendor == "sqlite" else _POSTGRESQL
        for name, event, refusal, when in refusals:
            words = {"name": name, "event": event, "refusal": refusal, "when": when.get(vendor, "")}
            editor.execute(template.format(table=table, **words))

    return RunPython(forwards, _drop(table, [refusal.name for refusal in refusals]))


def _drop(table: str, names: list[str]) -> Callable[[Apps, BaseDatabaseSchemaEditor], None]:
    def backwards(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        on = "" if editor.connection.vendor == "sqlite" else f" ON {table}"
        for name in names:
            editor.execute(f"DROP TRIGGER {name}{on}")
            if on:
                editor.execute(f"DROP FUNCTION {name}()")

    return backwards
