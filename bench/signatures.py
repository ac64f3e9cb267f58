"""A hundred thousand signatures, imported and counted, against the same rows by bare SQL.

`python -m bench.signatures FOLDER [PUPILS]` measures in a process of its own, for Django serves one school a process.
"""

# ruff: noqa: PLC0415 -- Django must be set up before the rooms are imported

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from uuid import UUID, uuid5

import django

from .figures import Figure, per_second, ratio

PUPILS = 20_000
PARTS = 30
ROUNDS = 3
SINCE, BORN, ON = date(2026, 8, 1), date(2013, 1, 1), date(2026, 11, 23)
FAMILY = UUID("5f7a3d4e-9a77-4f2e-8d0c-0b9f6f4f2a31")
TABLE = "acknowledgements_signature"
COUNTED = f"""
SELECT c.id, count(*) FROM {TABLE} s
JOIN people_enrolment e ON e.pupil_id = s.on_behalf_of_id JOIN people_schoolclass c ON c.id = e.school_class_id
WHERE s.ended_at IS NULL AND s.state = 'signed' AND s.edition = ? GROUP BY c.id
UNION ALL SELECT s.audience, count(*) FROM {TABLE} s
WHERE s.ended_at IS NULL AND s.state = 'signed' AND s.edition = ? GROUP BY s.audience
"""  # noqa: S608 -- a name of ours


def figures(folder: Path, pupils: int = PUPILS) -> list[Figure]:
    """How fast a school's signatures come in and are counted; each pupil has two guardians, and so five signatures."""
    command = (sys.executable, "-m", "bench.signatures", str(folder), str(pupils))
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return [Figure(*line) for line in json.loads(told.stdout)]


def main(folder: Path, pupils: int) -> None:
    """Fill the school in `folder` and print its figures as JSON."""
    os.environ |= {"KEYZER_DATA": str(folder), "KEYZER_DEMO": "1", "DJANGO_SETTINGS_MODULE": "keyzer.config.settings"}
    django.setup()
    enter(pupils)
    database = folder / "school.sqlite3"
    taken_in = per_second(lambda: _record(pupils, database), ROUNDS)
    bare_in, counted, bare_counted = _bare(database), per_second(_count, ROUNDS), _bare_count(database)
    print(
        json.dumps(
            [
                _line(f"{5 * pupils:,} signatures imported", taken_in, bare_in, "/s"),
                _line(f"{5 * pupils:,} signatures counted", counted, bare_counted, "/s"),
            ]
        )
    )


def _line(name: str, ours: float, bare: float, unit: str) -> Figure:
    return Figure(name, f"{ours:,.0f}{unit}", f"bare SQL: {bare:,.0f}{unit}", ratio(ours, bare))


def _id(kind: str, number: int) -> UUID:
    return uuid5(FAMILY, f"{kind} {number}")


def enter(pupils: int) -> None:
    """Children of thirteen in classes of thirty, with two guardians each who have an address of their own."""
    from keyzer.kit import clock
    from keyzer.people import actions
    from keyzer.people.roster import NewClass, NewEnrolment, NewGuardianship, NewPerson, Roster

    adults = range(2 * pupils)
    roster = Roster(
        people=(
            *(NewPerson(_id("child", n), "Kind", f"{n}", number=f"B{n}", born=BORN) for n in range(pupils)),
            *(NewPerson(_id("adult", n), "Ouder", f"{n}", email=f"ouder{n}@gezin.example") for n in adults),
        ),
        classes=tuple(NewClass(_id("class", n), f"B{n}", 2, 2026) for n in range(pupils // PARTS + 1)),
        enrolments=tuple(NewEnrolment(_id("child", n), _id("class", n // PARTS), SINCE) for n in range(pupils)),
        guardianships=tuple(NewGuardianship(_id("adult", n), _id("child", n // 2), SINCE) for n in adults),
    )
    actions.enter(roster, by=None, at=clock.now())


def _record(pupils: int, database: Path) -> int:
    """Import all signatures into a school that has none of them."""
    from keyzer import protocol
    from keyzer.acknowledgements.actions import Asked, How, ListedRow, record_many
    from keyzer.kit import clock
    from keyzer.protocol import Audience

    with sqlite3.connect(database) as connection:
        connection.execute(f"DELETE FROM {TABLE}")  # noqa: S608
    connection.close()
    at = datetime(ON.year, ON.month, ON.day, 9, tzinfo=clock.SCHOOL_ZONE)
    children = [(_id("child", n), _id("adult", 2 * n), _id("adult", 2 * n + 1)) for n in range(pupils)]
    asked = [Asked(signer, child, Audience.LEERLING) for child, *both in children for signer in (child, *both)]
    asked += [Asked(adult, adult, Audience.OUDER) for _child, *both in children for adult in both]
    edition = protocol.current().id
    return record_many([ListedRow(one, edition, "nl", at) for one in asked], how=How.IMPORT, by=None, at=at).new


def _count() -> int:
    from keyzer.acknowledgements.queries import coverage

    return coverage(ON).total.signed


def _bare(database: Path) -> float:
    """The same rows into the same table with its indexes, in one transaction, ready made."""
    with sqlite3.connect(database, isolation_level=None) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        rows = connection.execute(f"SELECT * FROM {TABLE}").fetchall()  # noqa: S608

        def write() -> int:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"DELETE FROM {TABLE}")  # noqa: S608
            connection.execute("COMMIT")
            return _insert(connection, rows)

        return per_second(write, ROUNDS)


def _insert(connection: sqlite3.Connection, rows: Sequence[Sequence[object]]) -> int:
    connection.execute("BEGIN IMMEDIATE")
    marks = ", ".join("?" * len(rows[0]))
    connection.executemany(f"INSERT INTO {TABLE} VALUES ({marks})", rows)  # noqa: S608
    connection.execute("COMMIT")
    return len(rows)


def _bare_count(database: Path) -> float:
    """One statement that counts what is signed by class and by audience, and knows no rule of who signs."""
    with sqlite3.connect(database) as connection:
        edition = connection.execute(f"SELECT edition FROM {TABLE} LIMIT 1").fetchone()[0]  # noqa: S608
        many = connection.execute(f"SELECT count(*) FROM {TABLE}").fetchone()[0]  # noqa: S608

        def count() -> int:
            connection.execute(COUNTED, (edition, edition)).fetchall()
            return int(many)

        return per_second(count, ROUNDS)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PUPILS)
