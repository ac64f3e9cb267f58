"""The whole database as one file: by SQLite itself, or by PostgreSQL's own programs where they are found."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection

SQLITE = "school.sqlite3"
POSTGRESQL = "school.pgdump"
KEYS = "ledger_streamkey"


class DumpProblem(Exception):
    """The database's own program is missing or refused."""


def name() -> str:
    """What the dump of this engine is called."""
    return SQLITE if connection.vendor == "sqlite" else POSTGRESQL


def save(target: Path, *, with_keys: bool) -> None:
    """Write one consistent picture of the database; people can go on working meanwhile. Raises DumpProblem.

    Without keys, the wrapped keys of the streams are left out: what is erased later can't be read from this picture.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(target)])
        if not with_keys:
            _strip(target)
    else:
        left_out = [] if with_keys else [f"--exclude-table-data=*.{KEYS}"]
        _run("pg_dump", "--format=custom", "--no-owner", f"--schema={_schema()}", *left_out, f"--file={target}")


def _strip(picture: Path) -> None:
    """Remove the keys from a SQLite file, and from the pages that it no longer uses."""
    with closing(sqlite3.connect(picture, isolation_level=None)) as copy:
        copy.execute("PRAGMA secure_delete = ON")
        copy.execute(f"DELETE FROM {KEYS}")  # noqa: S608 -- a name of our own
        copy.execute("VACUUM")


def load(source: Path) -> None:
    """Fill an empty PostgreSQL database from a dump. Raises DumpProblem."""
    anew = ("--clean", "--if-exists")  # the schema itself is in the dump, and stands there empty
    _run("pg_restore", *anew, "--no-owner", "--single-transaction", f"--dbname={_database()}", str(source))


def _schema() -> str:
    """The schema of this school alone: others may share the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return str(cursor.fetchone()[0])


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _run(program: str, *arguments: str) -> None:
    """Run a PostgreSQL program; the password goes through its environment, never through the command line."""
    found = shutil.which(program)
    if found is None:
        raise DumpProblem(f"`{program}` is not found: install PostgreSQL's client programs, or back up at its server")
    parameters = connection.get_connection_params()
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "options": "PGOPTIONS"}
    environment = {names[key]: str(value) for key, value in parameters.items() if key in names and value}
    environment["PGDATABASE"] = _database()
    outcome = subprocess.run(  # noqa: S603 -- the program and its arguments are our own
        [found, *arguments], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    if outcome.returncode:
        raise DumpProblem(f"`{program}` refused: {outcome.stderr.strip()}")
