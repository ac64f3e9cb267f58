"""What every test may ask for, and the rule that nothing is skipped where every part is required."""

import os
import shutil
from collections.abc import Generator, Iterator
from typing import TypeVar

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils import translation
from playwright.sync_api import Browser, sync_playwright

from tests.engine import ENGINE, EVERY_PART_IS_REQUIRED

pytest_plugins = ["tests.cast", "tests.protocol.case.seen"]

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# How long an example takes says nothing on a shared machine: figures belong to `make bench`.
hypothesis.settings.register_profile(
    "keyzer",
    hypothesis.settings(),
    deadline=None,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("keyzer")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A running headless Chromium; without one the test is skipped, and says what to install."""
    path = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if path is None:
        pytest.skip("no Chromium found, so the browser tests did not run: install your system's package `chromium`")
    # Playwright keeps an event loop in this thread; the tests themselves speak to the database one at a time.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def static_files_as_they_lie() -> None:
    """Tests read styles from the source tree; gathering and hashing them belongs to serving a school."""
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A SQLite of the tests is a file, as at a school: threads of a live server share it and its write gate."""
    if ENGINE == "sqlite":
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(
            tmp_path_factory.mktemp("database") / "keyzer.sqlite3"
        )


@pytest.fixture(scope="session", autouse=True)
def append_only_tables_can_be_emptied() -> Iterator[None]:
    """Between tests all tables are emptied, which our triggers refuse: lay them aside for that moment."""
    operations = connection.ops.__class__
    empty = operations.execute_sql_flush

    def empty_without_triggers(self: BaseDatabaseOperations, statements: list[str]) -> None:
        if self.connection.vendor == "postgresql":
            return empty(self, ["SET LOCAL session_replication_role = replica", *statements])
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = dict(cursor.fetchall())
        return empty(self, [*(f"DROP TRIGGER {name}" for name in triggers), *statements, *triggers.values()])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operations, "execute_sql_flush", empty_without_triggers)
        yield


@pytest.fixture(autouse=True)
def in_the_schools_own_language() -> None:
    """A request of the test before may have left another language behind."""
    translation.deactivate()


@pytest.fixture(scope="session", autouse=True)
def nobody_holds_on_to_the_database(request: pytest.FixtureRequest) -> Iterator[None]:
    """A thread of a server that stopped may still hold a connection, and PostgreSQL drops no database in use."""
    if ENGINE != "postgresql":
        yield
        return
    request.getfixturevalue("django_db_setup")
    blocker = request.getfixturevalue("django_db_blocker")
    yield
    with blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _failed_if_skipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _failed_if_skipped((yield))


def _failed_if_skipped(report: Report) -> Report:
    if EVERY_PART_IS_REQUIRED and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but every part is required here: {report.longrepr}"
    return report
