"""Put a school back from a backup, where there is none yet."""

import os
import shutil
import tempfile
from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path

from keyzer.config.archive import SCHOOLS_OWN
from keyzer.kit import environment

from . import folder, verify
from .outcome import Refused

CONTENT = ("school.sqlite3", "evidence", *SCHOOLS_OWN)
PARTS = (*CONTENT, "keys")


def declare(parser: ArgumentParser) -> None:
    """Where to, and from which file."""
    folder.declare(parser)
    parser.add_argument("file", metavar="FILE", type=Path, help="a backup made by `keyzer backup`")


def run(arguments: Namespace) -> None:
    """Unpack aside, check every sum and every chain, and only then put it in its place. Raises Refused."""
    data = arguments.data or Path(environment.text("KEYZER_DATA", "var/school"))
    data = data.resolve()
    if not arguments.file.is_file():
        raise Refused(f"there is no file `{arguments.file}`")
    _require_empty(data)
    folder.make(data)
    with tempfile.TemporaryDirectory(dir=data, prefix=".restoring-") as place:
        found = _check(arguments.file, Path(place), data)
        for part in filter(Path.exists, (Path(place) / name for name in PARTS)):
            _move(part, data / part.name)
    print(f"{data}: restored; {found}")


def _require_empty(data: Path) -> None:
    """A school is never written over: what is there must be moved away by a person first."""
    for name in CONTENT:
        place = data / name
        if place.is_file() or (place.is_dir() and any(place.iterdir())):
            raise Refused(f"`{data}` holds a school already (`{name}`): restore into an empty folder")


def _check(file: Path, aside: Path, data: Path) -> str:
    """Unpack the backup in `aside`, fill PostgreSQL where that is used, and walk all chains."""
    from keyzer.config import archive

    try:
        manifest = archive.unpack(file, aside)
    except archive.ArchiveProblem as problem:
        raise Refused(str(problem)) from problem
    _choose_keys(aside, data)
    folder.use(aside)
    from django.db import connections

    try:
        _fill(aside, manifest["sha256"])
        erased = 0 if manifest["with_keys"] else _put_keys_back(manifest["made_at"])
        return f"{verify.walk()}; {erased} erased since the backup" if erased else verify.walk()
    finally:
        connections.close_all()


def _choose_keys(aside: Path, data: Path) -> None:
    """The keys of the backup, else those that lie ready in the data folder."""
    ready = Path(environment.text("KEYZER_KEY_FILE", str(data / "keys" / "school.key")))
    if (aside / "keys" / "school.key").exists():
        if ready.exists():
            raise Refused(f"there is a key `{ready}` already, and another in the backup: move one of them away")
        os.environ.pop("KEYZER_KEY_FILE", None)
    elif ready.exists():
        os.environ["KEYZER_KEY_FILE"] = str(ready)
    else:
        raise Refused(f"the backup holds no keys: put the school's key at `{ready}` first")


def _put_keys_back(backup_made_at: str) -> int:
    from django.conf import settings

    from keyzer.config import keyring
    from keyzer.kit import clock

    try:
        return keyring.put_back(Path(settings.KEYZER_KEY_FILE), datetime.fromisoformat(backup_made_at), clock.now())
    except keyring.KeyringProblem as problem:
        raise Refused(str(problem)) from problem


def _fill(aside: Path, members: dict[str, str]) -> None:
    """Give a dump to PostgreSQL; a SQLite file is already where it is wanted."""
    from django.db import connection

    from keyzer.config import dump

    if dump.name() not in members:
        raise Refused(f"the backup was made on another engine: this one needs `{dump.name()}`, see KEYZER_DATABASE_URL")
    if connection.vendor == "postgresql":
        if connection.introspection.table_names():
            raise Refused("the database is not empty: restore into a new one")
        try:
            dump.load(aside / dump.POSTGRESQL)
        except dump.DumpProblem as problem:
            raise Refused(str(problem)) from problem
        (aside / dump.POSTGRESQL).unlink()


def _move(part: Path, target: Path) -> None:
    if part.is_dir():
        folder.make(target)
        for inner in part.iterdir():
            _move(inner, target / inner.name)
    elif not target.exists():
        shutil.move(part, target)
