"""The process that holds open pages, started for the database of a test as a school starts it."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import connection

START = (
    "import sys, time_machine; from datetime import datetime; from keyzer.config.command import main; "
    "time_machine.travel(datetime.fromisoformat(sys.argv.pop(1)), tick=True).start(); sys.exit(main(sys.argv[1:]))"
)
"""With the clock of the test, so that what the school grants until tomorrow has not ended by then."""


@contextmanager
def stream_process(folder: Path, at: datetime) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """The port on which `keyzer live` streams what the test commits, and the process; it is gone afterwards."""
    port = free_port()
    command = [sys.executable, "-c", START, at.isoformat(), "live", f"--data={_school(folder)}", f"--port={port}"]
    process = subprocess.Popen(command, env={"PATH": "/usr/bin:/bin", **_database(), "KEYZER_SECRET_KEY": _secret()})
    try:
        wait_for(port, process)
        yield port, process
    finally:
        process.terminate()
        process.wait(20)


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _school(folder: Path) -> Path:
    school = folder / "stream"
    school.mkdir()
    if connection.vendor == "sqlite":
        (school / "school.sqlite3").symlink_to(str(connection.settings_dict["NAME"]))
    return school


def _database() -> dict[str, str]:
    if connection.vendor == "sqlite":
        return {}
    known = connection.settings_dict
    where = urlencode({"host": known["HOST"]} | ({"port": known["PORT"]} if known["PORT"] else {}))
    return {"KEYZER_DATABASE_URL": f"postgresql://{quote(known['USER'])}@/{quote(known['NAME'])}?{where}"}


def _secret() -> str:
    return str(settings.SECRET_KEY)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until it can be spoken to. Raises RuntimeError."""
    ends = time.monotonic() + 30
    while time.monotonic() < ends and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("`keyzer live` did not come up")
