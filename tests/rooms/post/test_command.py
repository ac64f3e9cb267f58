"""`keyzer deliver` on its own and beside `keyzer serve`, in processes of their own and with a real mail server."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from keyzer.kit.ids import new_id
from tests.rooms.config.conftest import fresh_school, keyzer
from tests.rooms.post.conftest import Server

__all__ = ["fresh_school"]

QUEUED = (
    "INSERT INTO post_outgoing (id, to_id, kind, count, path, queued_at, not_before, give_up_at, attempts) "
    "SELECT ?, id, 'waiting', 1, '/zaken/', '2026-01-01', '2026-01-01', '2199-01-01', 0 FROM people_person"
)


@pytest.fixture
def a_school(fresh_school: Path, tmp_path: Path) -> Path:
    """A school whose administrator has an address, and one mail to send there."""
    folder = Path(shutil.copytree(fresh_school, tmp_path / "school"))
    with sqlite3.connect(folder / "school.sqlite3") as database:
        database.execute("UPDATE people_person SET email = 'beheer@dekeyzer.example'")
        database.execute(QUEUED, [new_id().hex])
    return folder


def test_one_round_sends_and_tells_how_much(a_school: Path, server: Server) -> None:
    done = keyzer("deliver", "--data", a_school, "--once", **server.way_out())
    assert (done.returncode, done.stdout) == (0, "0 reminders, 1 sent, 0 put off, 0 given up\n"), done.stderr
    assert server.recipients == ["beheer@dekeyzer.example"]
    assert "https://keyzer.dekeyzer.example/zaken/" in server.arrived[0].get_content().splitlines()


def test_without_a_way_out_it_names_what_to_set(a_school: Path, server: Server) -> None:
    refused = keyzer("deliver", "--data", a_school, "--once", KEYZER_MAIL_FROM="a@b.example")
    assert refused.returncode == 1
    assert "no mail can be sent: set `KEYZER_MAIL_URL`, `KEYZER_ADDRESS`" in refused.stderr
    assert "set `KEYZER_MAIL_URL`" in keyzer("check", "--data", a_school).stderr


def test_check_asks_the_mail_server(a_school: Path, server: Server) -> None:
    assert "mail" not in keyzer("check", "--data", a_school, **server.way_out()).stderr
    nowhere = {**server.way_out(), "KEYZER_MAIL_URL": "smtp://127.0.0.1:1"}
    assert "can't be used: ConnectionRefusedError" in keyzer("check", "--data", a_school, **nowhere).stderr


@pytest.mark.parametrize("url", ["http://mail.example", "smtp://", "smtp://host:many"])
def test_an_address_that_is_no_mail_server_is_refused(a_school: Path, url: str) -> None:
    refused = keyzer("check", "--data", a_school, KEYZER_MAIL_URL=url)
    assert refused.returncode == 1
    assert "`KEYZER_MAIL_URL` is no mail server" in refused.stderr


def test_links_lead_to_an_address_with_https(a_school: Path, server: Server) -> None:
    plain = {**server.way_out(), "KEYZER_ADDRESS": "http://keyzer.example"}
    assert "let `KEYZER_ADDRESS` begin with https://" in keyzer("check", "--data", a_school, **plain).stderr
    without = {**server.way_out(), "KEYZER_ADDRESS": "keyzer.example"}
    assert "`KEYZER_ADDRESS` is no address of pages" in keyzer("check", "--data", a_school, **without).stderr


def test_serving_a_school_delivers_beside_it_and_both_stop(a_school: Path, server: Server) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [sys.executable, "-m", "keyzer.config", "serve", f"--data={a_school}", f"--port={port}", "--workers=1"]
    serving = subprocess.Popen(command, env={"PATH": "/usr/bin:/bin", **server.way_out()}, stdout=subprocess.DEVNULL)
    try:
        assert happens(lambda: bool(server.arrived))
        assert deliverers_of(a_school)
    finally:
        serving.send_signal(signal.SIGTERM)
        assert serving.wait(30) == 0
    assert deliverers_of(a_school) == []


def test_who_serves_may_die_and_takes_the_deliverer_along(a_school: Path, server: Server) -> None:
    die = "from keyzer.config.beside import deliverer; import time\nwith deliverer(): time.sleep(60)"
    environment = {"PATH": "/usr/bin:/bin", "KEYZER_DATA": str(a_school), **server.way_out()}
    serving = subprocess.Popen([sys.executable, "-c", die], env=environment)
    assert happens(lambda: bool(server.arrived))
    serving.kill()
    serving.wait(10)
    assert happens(lambda: not deliverers_of(a_school))


def happens(condition: Callable[[], bool]) -> bool:
    """Whether it becomes true within twenty seconds."""
    for _moment in range(100):
        if condition():
            return True
        time.sleep(0.2)
    return False


def deliverers_of(school: Path) -> list[int]:
    """The running processes that deliver the mail of a school."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command, environment = (process / "cmdline").read_bytes(), (process / "environ").read_bytes()
        except OSError:
            continue
        if b"deliver" in command and os.fsencode(school) in environment:
            found.append(int(process.name))
    return found
