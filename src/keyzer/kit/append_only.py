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
FOR EACH {each} {when} EXECUTE FUNCTION {name}()
"""


TRUNCATE = "truncate"
"""PostgreSQL's word for emptying a table at a stroke; it fires no trigger on rows, and SQLite has no such word."""


class _Refusal(NamedTuple):
    """One trigger: what it is called, on which event it fires, when, and what it says."""

    name: str
    event: str
    refusal: str
    when: dict[str, str]


def refuse(table: str, *events: str) -> RunPython:
    """A migration step after which `table` refuses each of `events`: `update`, `delete`, and with it TRUNCATE."""
    all_events = (*events, TRUNCATE) if "delete" in events else events
    refusals = [
        _Refusal(f"{table}_no_{event}", event, f"{table} is append-only: {event} is refused", {})
        for event in all_events
    ]
    return _step(table, refusals)


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
        for name, event, refusal, when in _known_to(vendor, refusals):
            each = "STATEMENT" if event == TRUNCATE else "ROW"
            words = {"name": name, "event": event, "refusal": refusal, "when": when.get(vendor, ""), "each": each}
            editor.execute(template.format(table=table, **words))

    return RunPython(forwards, _drop(table, refusals))


def _known_to(vendor: str, refusals: list[_Refusal]) -> list[_Refusal]:
    return [refusal for refusal in refusals if vendor == "postgresql" or refusal.event != TRUNCATE]


def _drop(table: str, refusals: list[_Refusal]) -> Callable[[Apps, BaseDatabaseSchemaEditor], None]:
    def backwards(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        vendor = editor.connection.vendor
        on = "" if vendor == "sqlite" else f" ON {table}"
        for refusal in _known_to(vendor, refusals):
            editor.execute(f"DROP TRIGGER {refusal.name}{on}")
            if on:
                editor.execute(f"DROP FUNCTION {refusal.name}()")

    return backwards
