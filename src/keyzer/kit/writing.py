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
    with _turn(), transaction.atomic():
        yield


@contextmanager
def writing_apart() -> Iterator[None]:
    """As `writing`, for what must stay when the page is refused: part of no larger act, else RuntimeError."""
    with _turn(), transaction.atomic(durable=True):
        yield


@contextmanager
def _turn() -> Iterator[None]:
    """Wait for this writer's turn where the database has no row of its own; inside a transaction it is already ours."""
    if connection.in_atomic_block or connection.vendor != "sqlite":
        yield
        return
    with _gate(Path(str(connection.settings_dict["NAME"]))):
        yield


@contextmanager
def _gate(database: Path) -> Iterator[None]:
    """Let one writer through at a time, over all threads and processes that share the file."""
    with _one_thread_at_a_time, database.with_suffix(".gate").open("a") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        yield
