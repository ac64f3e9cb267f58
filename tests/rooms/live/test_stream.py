"""`keyzer live` as a process of its own: what a browser gets from it, and how it ends."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import datetime
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import NamedTuple

import pytest

from keyzer.live.actions import tell
from keyzer.live.tokens import token
from tests.cast import NOW
from tests.streaming import free_port, stream_process, wait_for

TOPICS = ["class:2a", "pupil:1"]


class Running(NamedTuple):
    """The process and its door; what was opened is closed at the end of the test."""

    port: int
    process: subprocess.Popen[bytes]
    opened: ExitStack

    def asks(self, path: str, **headers: str) -> HTTPResponse:
        connection = self.opened.enter_context(closing(HTTPConnection("127.0.0.1", self.port, timeout=10)))
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        return self.opened.enter_context(connection.getresponse())


@pytest.fixture
def running(transactional_db: None, school_morning: datetime, tmp_path: Path) -> Iterator[Running]:
    """A stream process on the database of this test."""
    with stream_process(tmp_path, NOW) as (port, process), ExitStack() as opened:
        yield Running(port, process, opened)


def event(stream: HTTPResponse) -> dict[str, str]:
    """The fields of the next event."""
    lines: list[str] = []
    while (line := stream.readline().decode().rstrip("\n")) or not lines:
        lines += [line] if line and not line.startswith(":") else []
    return dict(one.split(": ", 1) for one in lines)


def test_a_page_hears_that_something_changed_and_not_what(running: Running) -> None:
    tell("class:2a", at=NOW)
    stream = running.asks(f"/live/{token(TOPICS, NOW)}", Origin=f"http://127.0.0.1:{running.port - 1}")
    assert stream.headers["Content-Type"] == "text/event-stream"
    assert stream.headers["Access-Control-Allow-Origin"] == f"http://127.0.0.1:{running.port - 1}"
    assert set(event(stream)) == {"retry"}
    while (now := event(stream))["id"] != "1":
        assert now["id"] == "0"
    tell("class:3b", at=NOW)
    tell("pupil:1", at=NOW)
    assert event(stream) == {"event": "changed", "id": "2", "data": '{"number": 2, "within": 2}'}
    again = running.asks(f"/{token(TOPICS, NOW)}", Last_Event_ID="2", Origin="http://elsewhere.example")
    assert "Access-Control-Allow-Origin" not in again.headers
    assert set(event(again)) == {"retry"}
    tell("class:2a", at=NOW)
    assert event(again)["id"] == event(stream)["id"] == "3"
    _ends_at_once(running, stream)


def _ends_at_once(running: Running, stream: HTTPResponse) -> None:
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(4) == 0
    assert stream.read() == b""


def test_without_the_right_nothing_is_heard(running: Running) -> None:
    for path in ("/", "/x", f"/{token(TOPICS, NOW)}x", f"/{token(TOPICS, NOW.replace(day=20))}"):
        assert running.asks(path).status == 403, path
    stream = running.asks(f"/{token(TOPICS, NOW)}", Last_Event_ID="x" * 5000)
    assert stream.status == 200
    assert event(stream)["retry"]


def test_it_ends_with_the_process_that_started_it(tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "keyzer.config", "live", f"--data={tmp_path}", f"--port={port}", "--while-input"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, env={"PATH": "/usr/bin:/bin"}, stderr=subprocess.DEVNULL)
    wait_for(port, process)
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(20) == 0
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port))
