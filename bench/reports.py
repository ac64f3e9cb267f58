"""Reports by HTTP, encrypted, chained and on disk, against the same rows by bare SQL in a loop."""

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

from . import school
from .figures import Figure, per_second_of_clock, ratio
from .visitor import REDIRECT, Visitor, over_http

FORM = "/melden/nieuw/melding/"
CLIENTS, REPORTS = 4, 40
BARE = 200
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-16000")
REPORT, STREAM, KEY, EVENT = "intake_report", "ledger_stream", "ledger_streamkey", "ledger_event"
OWN_ID = {REPORT: "id", STREAM: "id", KEY: "stream_id", EVENT: "stream_id"}


def figures(folder: Path, reports: int = REPORTS) -> list[Figure]:
    """The last step of a report, sent by pupils over connections that are kept open, with a server as a school has."""
    with school.served(folder) as port:
        pupils = [_pupil(port, place) for place in range(CLIENTS)]

        def send_all() -> int:
            with ThreadPoolExecutor(CLIENTS) as clients:
                return sum(clients.map(lambda pupil: send(pupil, reports), pupils))

        send(pupils[0], reports)
        ours = per_second_of_clock(send_all)
    bare = _bare(folder)
    return [
        Figure("reports by HTTP, on disk", f"{ours:,.0f}/s", f"bare SQL, same rows: {bare:,.0f}/s", ratio(ours, bare))
    ]


def report() -> dict[str, str]:
    """The form of a report as it is sent at the end of the last step."""
    return {
        "sending": str(uuid4()),
        "step": "2",
        "go": "send",
        "words": "In de klassenapp stuurt iemand steeds mijn foto door. Het stopt niet als ik erom vraag.",
        "about": "mijzelf",
        "who": "Iedereen in de klas",
        "happened_on": "2026-11-20",
        "moment": "sinds vorige week, elke avond",
        "where": "online",
        "conduct": "foto-doorsturen",
    }


def _pupil(port: int, place: int) -> Visitor:
    pupil = Visitor(over_http(port))
    pupil.sign_in("leerling", place)
    pupil.get(FORM)
    return pupil


def send(pupil: Visitor, reports: int) -> int:
    """Send so many reports; answers how many. Raises RuntimeError when one is not taken in."""
    for _ in range(reports):
        answer = pupil.post(FORM, report())
        if answer.status != REDIRECT:
            message = f"a report was answered with {answer.status}: see the form of `{FORM}`"
            raise RuntimeError(message)
    return reports


def _bare(folder: Path) -> float:
    """The rows of the last report, written again under new ids: as many, of the same size, a transaction each."""
    copy = folder.with_name("bare.sqlite3")
    shutil.copy(folder / "school.sqlite3", copy)
    with sqlite3.connect(copy, isolation_level=None) as connection:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.row_factory = sqlite3.Row
        rows = _rows_of_last_report(connection)
        return per_second_of_clock(lambda: _write(connection, rows))


def _rows_of_last_report(connection: sqlite3.Connection) -> list[tuple[str, dict[str, object]]]:
    last = connection.execute(f"SELECT id FROM {REPORT} ORDER BY id DESC LIMIT 1").fetchone()[0]  # noqa: S608 -- names of ours
    return [
        (table, dict(row))
        for table in (STREAM, KEY, REPORT, EVENT)
        for row in connection.execute(f"SELECT * FROM {table} WHERE {OWN_ID[table]} = ?", (last,))  # noqa: S608 -- names of ours
    ]


def _write(connection: sqlite3.Connection, rows: list[tuple[str, dict[str, object]]]) -> int:
    for _ in range(BARE):
        new = uuid4().hex
        connection.execute("BEGIN IMMEDIATE")
        for table, row in rows:
            fresh = row | {OWN_ID[table]: new} | ({"sending": uuid4().hex} if table == REPORT else {})
            if table == EVENT:
                del fresh["id"]
            names, marks = ", ".join(fresh), ", ".join("?" * len(fresh))
            connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(fresh.values()))  # noqa: S608 -- names of ours
        connection.execute("COMMIT")
    return BARE
