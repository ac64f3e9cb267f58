"""Writers in many threads and processes on one SQLite file: each waits its turn, nothing is lost, nothing half-done."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection, transaction

from keyzer.kit.writing import writing, writing_apart
from keyzer.people import actions
from keyzer.people.actions import SchoolExists
from keyzer.people.models import School
from tests.cast import NOW

WRITERS = 3
THREADS = 4
APPENDS = 5

PROGRAM = f"""
import os, sys, threading
os.environ["DJANGO_SETTINGS_MODULE"] = "keyzer.config.settings"
import django
django.setup()
from uuid import UUID
from django.db import connections
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.ledger import actions, queries

def write():
    for _ in range({APPENDS}):
        with writing():
            seen = queries.version(stream)
            actions.append(stream, [actions.Entry("turn", b"")], seen=seen, by=None, at=clock.now())
    connections.close_all()

stream = UUID(sys.argv[1]) if len(sys.argv) > 1 else actions.open_stream("test", at=clock.now())
if len(sys.argv) == 1:
    print(stream)
else:
    threads = [threading.Thread(target=write) for _ in range({THREADS})]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    print(queries.version(stream))
"""


@pytest.fixture
def school_folder(tmp_path: Path) -> dict[str, str]:
    """A real school in a folder of its own, and the environment to work in it."""
    command = [sys.executable, "-m", "keyzer.config", "init", "--name", "X", "--admin", "beheer"]
    environment = {"KEYZER_DATA": str(tmp_path), "PATH": "/usr/bin:/bin"}
    subprocess.run(command, env=environment, input="een lang geheim\n", text=True, check=True, capture_output=True)
    return environment


def run(*arguments: str, environment: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments], env=environment, stdout=subprocess.PIPE, text=True
    )


def test_many_writers_on_one_file_lose_nothing(school_folder: dict[str, str]) -> None:
    stream = run(environment=school_folder).communicate(timeout=60)[0].strip()
    writers = [run(stream, environment=school_folder) for _ in range(WRITERS)]
    counts = [int(writer.communicate(timeout=60)[0]) for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * WRITERS
    assert max(counts) == WRITERS * THREADS * APPENDS
    verified = subprocess.run(
        [sys.executable, "-m", "keyzer.config", "verify"],
        env=school_folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert verified.returncode == 0, verified.stderr


@pytest.mark.django_db
def test_what_raises_leaves_nothing_behind() -> None:
    with pytest.raises(SchoolExists), writing():
        _found_twice()
    assert not School.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_trace_apart_refuses_to_be_part_of_what_may_be_undone() -> None:
    with pytest.raises(RuntimeError), transaction.atomic(), writing_apart():
        pass
    with writing_apart():
        assert connection.in_atomic_block


def _found_twice() -> None:
    for name in ("X", "Y"):
        actions.found_school(name=name, place="", edition="e", demo=False, settings={}, by=None, at=NOW)
