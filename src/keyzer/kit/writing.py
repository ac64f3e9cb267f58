"""One transaction for one act. On SQLite writers wait in a fair row; its own busy handler lets some wait a second."""

import fcntl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction

_one_thread_at_a_time = threading.Lock()


@contextmanager
def writing() -> Iterator[None]:
    """All or nothing: what is written inside is committed together when the block ends, and undone when it raises."""
    if connection.in_atomic_block or connection.vendor != "sqlite":
        with transaction.atomic():
            yield
        return
    with _gate(Path(str(connection.settings_dict["NAME"]))), transaction.atomic():
        yield


@contextmanager
def _gate(database: Path) -> Iterator[None]:
    """Let one writer through at a time, over all threads and processes that share the file."""
    with _one_thread_at_a_time, database.with_suffix(".gate").open("a") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield
