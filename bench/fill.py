"""Makes a school older: the demo's own reports, incidents and cases once more, each time a little longer ago."""

import sqlite3
from collections.abc import Callable, Iterator
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


def _older(rows: list[Row], times: range) -> Iterator[list[object]]:
    """The rows once more for each time: ids older, so that nothing is the same, and open terms spread out."""
    columns = [(place, change) for place, name in enumerate(rows[0]) if (change := _changing(name))]
    for time in times:
        for row in rows:
            again = list(row.values())
            for place, change in columns:
                value = again[place]
                if isinstance(value, str):
                    again[place] = change(value, time)
            yield again


def _changing(name: str) -> Callable[[str, int], str] | None:
    """How a column differs from time to time."""
    if name in OWN_IDS:
        return _older_id
    if name in TERMS:
        return _later
    return _new_id if name == "sending" else None


def _older_id(value: str, time: int) -> str:
    return f"{int(value, 16) - time * MILLISECOND_IN_AN_ID:032x}"


def _later(value: str, time: int) -> str:
    return value if value.startswith(NO_TERM) else (datetime.fromisoformat(value) + time * LATER).isoformat(" ")


def _new_id(_value: str, _time: int) -> str:
    return uuid4().hex
