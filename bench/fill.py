"""Makes a school older: the demo's own reports, incidents and cases once more, each time a little longer ago."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

INCIDENTS = "incidents_incident"
TABLES = (
    "intake_report",
    "intake_party",
    INCIDENTS,
    "incidents_involvement",
    "incidents_party",
    "incidents_citation",
    "cases_case",
    "cases_party",
    "cases_conduct",
    "cases_dutyrow",
    "ledger_stream",
)
OWN_IDS = {"id", "report", "report_id", "incident", "incident_id", "case", "case_id"}
TERMS = {"due", "due_at", "alarm", "next_due"}
NO_TERM = "9"
LATER = timedelta(minutes=7)
MILLISECOND_IN_AN_ID = 1 << 80
Row = dict[str, object]


class Past:
    """What happened at a school, read once, to let it happen again and again."""

    def __init__(self, school: Path) -> None:
        """Read what the demo holds; rows that are merely numbered lose their number."""
        self._file = school / "school.sqlite3"
        self._times = 0
        with _opened(self._file) as connection:
            self._rows = {table: _read(connection, table) for table in TABLES}
        connection.close()
        self._incidents = len(self._rows[INCIDENTS])

    def grow(self, incidents: int) -> None:
        """Bring the school to `incidents` or a few more, and let the database count its tables anew."""
        wanted = -(-incidents // self._incidents) - 1
        times, self._times = range(self._times + 1, wanted + 1), max(wanted, self._times)
        with _opened(self._file) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for table, rows in self._rows.items():
                _write(connection, table, rows, times)
            connection.execute("COMMIT")
            connection.execute("ANALYZE")
        connection.close()


def _opened(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA synchronous=OFF")
    return connection


def _read(connection: sqlite3.Connection, table: str) -> list[Row]:
    rows = [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608 -- names of ours
    return [{name: value for name, value in row.items() if name != "id" or isinstance(value, str)} for row in rows]


def _write(connection: sqlite3.Connection, table: str, rows: list[Row], times: range) -> None:
    if rows:
        names, marks = ", ".join(f'"{name}"' for name in rows[0]), ", ".join("?" * len(rows[0]))
        older = _older(rows, times)
        connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", older)  # noqa: S608 -- names of ours


def _older(rows: list[Row], times: range) -> Iterator[tuple[object, ...]]:
    for time in times:
        for row in rows:
            yield tuple(_again(name, value, time) for name, value in row.items())


def _again(name: str, value: object, time: int) -> object:
    """A value as it stands in the row that happened `time` times before: ids older, open terms spread out."""
    if not isinstance(value, str):
        return value
    if name == "sending":
        return uuid4().hex
    if name in OWN_IDS:
        return f"{int(value, 16) - time * MILLISECOND_IN_AN_ID:032x}"
    if name in TERMS and not value.startswith(NO_TERM):
        return (datetime.fromisoformat(value) + time * LATER).isoformat(" ")
    return value
