"""A demo school in a folder that is thrown away, and a server for it that is stopped again."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path

from .visitor import over_http

COMMAND = (sys.executable, "-m", "keyzer.config")
WAIT, PAUSE = 30.0, 0.1


@contextmanager
def built() -> Iterator[Path]:
    """A freshly built demo school; the folder and what was put beside it are gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="keyzer-bench-"))
    try:
        school = folder / "school"
        subprocess.run(
            (*COMMAND, "demo", "--no-serve", "--data", str(school)),
            check=True,
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        yield school
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def copied(school: Path, name: str) -> Path:
    """The same school beside it, so that one measurement does not weigh on the next."""
    return Path(shutil.copytree(school, school.with_name(name)))


@contextmanager
def served(school: Path) -> Iterator[int]:
    """The port on which `keyzer serve` answers for `school`, with the workers that a school gets."""
    port = _free_port()
    environment = os.environ | {"KEYZER_DEMO": "1"}
    command = (*COMMAND, "serve", "--data", str(school), "--port", str(port))
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(server, port)
        yield port
    finally:
        server.terminate()
        server.wait(WAIT)


def _wait_for(server: subprocess.Popen[bytes], port: int) -> None:
    ends = time.monotonic() + WAIT
    while time.monotonic() < ends and server.poll() is None:
        try:
            over_http(port)("GET", "/", {}, b"")
        except (OSError, HTTPException):
            time.sleep(PAUSE)
        else:
            return
    message = "the server did not come up: see what `keyzer serve` says"
    raise RuntimeError(message)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
