"""A real school made by the command, and a way to run the command as people do."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engine import ENGINE

Run = Callable[..., subprocess.CompletedProcess[str]]

PASSWORD_LINE = "een lang geheim van niemand\n"

# These start processes that choose their own engine: running them once is enough.
ON_SQLITE = ["test_backup.py", "test_protocol_commands.py", "test_school_commands.py"]
ON_POSTGRESQL = ["test_on_postgresql.py"]
collect_ignore = ON_SQLITE if ENGINE == "postgresql" else ON_POSTGRESQL


def keyzer(*arguments: str | Path, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `keyzer` in a process of its own, with nothing of the tests' own settings."""
    return subprocess.run(
        [sys.executable, "-m", "keyzer.config", *map(str, arguments)],
        input=given,
        env={"PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="session")
def fresh_school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school as `keyzer init` leaves it. Copy it before changing anything."""
    folder = tmp_path_factory.mktemp("schools") / "fresh"
    made = keyzer("init", "--data", folder, "--name", "De Keyzer", "--admin", "beheer", given=PASSWORD_LINE)
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def a_school(fresh_school: Path, tmp_path: Path) -> Path:
    """A school to do with as you like."""
    return Path(shutil.copytree(fresh_school, tmp_path / "school"))
