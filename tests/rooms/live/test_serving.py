"""`keyzer serve` holds open pages on the next port, tells its pages so, and ends both together."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.rooms.config.conftest import fresh_school
from tests.streaming import free_port, wait_for

__all__ = ["fresh_school"]


@contextmanager
def serving(school: Path, port: int, complaints: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "keyzer.config", "serve", f"--data={school}", f"--port={port}", "--workers=1"]
    with complaints.open("wb") as told:
        process = subprocess.Popen(command, env={"PATH": "/usr/bin:/bin"}, stdout=subprocess.DEVNULL, stderr=told)
    try:
        wait_for(port, process)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


def policy(port: int) -> str:
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", "/mag-dit/")
        return connection.getresponse().headers["Content-Security-Policy"] or ""


def test_a_school_is_served_with_the_process_that_holds_open_pages(fresh_school: Path, tmp_path: Path) -> None:
    port = free_port()
    with serving(fresh_school, port, tmp_path / "complaints") as process:
        wait_for(port + 1, process)
        assert f"connect-src 'self' http://127.0.0.1:{port + 1};" in f"{policy(port)};"
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port + 1))


def test_a_next_port_that_is_taken_is_told_and_stops_nothing(fresh_school: Path, tmp_path: Path) -> None:
    port, complaints = free_port(), tmp_path / "complaints"
    with socket.socket() as another:
        another.bind(("127.0.0.1", port + 1))
        another.listen()
        with serving(fresh_school, port, complaints):
            assert "connect-src" not in policy(port)
    assert "pages ask again every few seconds instead" in complaints.read_text(encoding="utf-8")
