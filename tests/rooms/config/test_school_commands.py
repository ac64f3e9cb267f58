"""Making, checking, verifying and serving a school from the command line."""

import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from uuid import uuid4

import pytest

from tests.rooms.config.conftest import PASSWORD_LINE, keyzer
from tests.rooms.post.conftest import Server, server

__all__ = ["server"]


def test_init_makes_keys_for_their_owner_alone(a_school: Path) -> None:
    for name in ("school.key", "django.key"):
        assert stat.S_IMODE((a_school / "keys" / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(a_school.stat().st_mode) & 0o077 == 0


def test_what_is_made_in_a_folder_that_was_there_is_for_its_owner_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert keyzer("init", "--data", tmp_path, "--name", "X", "--admin", "x", given=PASSWORD_LINE).returncode == 0
    made = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert tmp_path / "school.sqlite3" in made
    assert [file.name for file in made if stat.S_IMODE(file.stat().st_mode) & 0o077] == []


def test_init_never_makes_a_second_school_nor_a_demo(a_school: Path) -> None:
    again = keyzer("init", "--data", a_school, "--name", "X", "--admin", "x", given=PASSWORD_LINE, KEYZER_DEMO="1")
    assert again.returncode == 1
    assert "already serves a school" in again.stderr
    with sqlite3.connect(a_school / "school.sqlite3") as database:
        assert database.execute("SELECT name, demo FROM people_school").fetchall() == [("De Keyzer", 0)]


def test_init_refuses_a_weak_password_and_makes_no_school(tmp_path: Path) -> None:
    made = keyzer("init", "--data", tmp_path / "s", "--name", "X", "--admin", "x", given="geheim\n")
    assert made.returncode == 1
    assert "too weak" in made.stderr
    assert "no school" in keyzer("check", "--data", tmp_path / "s").stderr


def test_wrong_use_is_2(a_school: Path) -> None:
    for arguments in ([], ["fly"], ["init", "--data", a_school], ["serve", "--port", "many"]):
        assert keyzer(*arguments).returncode == 2


def test_check_names_what_is_missing(a_school: Path, tmp_path: Path, server: Server) -> None:
    well = {"KEYZER_HTTPS": "1", **server.way_out()}
    assert keyzer("check", "--data", a_school, **well).stdout == "nothing is missing\n"
    (a_school / "keys" / "school.key").unlink()
    (a_school / "keys" / "django.key").chmod(0o644)
    found = keyzer("check", "--data", a_school, KEYZER_DEMO="1")
    assert found.returncode == 1
    for word in ("school.key", "chmod 600", "https", "KEYZER_DEMO", "KEYZER_MAIL_URL"):
        assert word in found.stderr
    assert "there is no folder" in keyzer("check", "--data", tmp_path / "nowhere").stderr


def test_verify_holds_and_names_an_altered_row(a_school: Path) -> None:
    sound = keyzer("verify", "--data", a_school)
    assert (sound.returncode, sound.stdout) == (0, "the ledger is whole: 1 streams, 2 events\n")
    with sqlite3.connect(a_school / "school.sqlite3") as database:
        database.execute("DROP TRIGGER ledger_event_no_update")
        database.execute("UPDATE ledger_event SET body = X'00' WHERE seq = 2")
        (stream,) = database.execute("SELECT stream FROM people_school").fetchone()
    altered = keyzer("verify", "--data", a_school)
    assert (altered.returncode, altered.stdout) == (1, "")
    assert "event 2: its content, time, kind or author was altered" in altered.stderr
    assert stream in altered.stderr.replace("-", "")


def test_verify_names_a_signature_that_no_history_tells_of(a_school: Path) -> None:
    signature = uuid4().hex
    with sqlite3.connect(a_school / "school.sqlite3") as database:
        (person,) = database.execute("SELECT id FROM people_person").fetchone()
        row = {
            "id": signature, "signer_id": person, "on_behalf_of_id": person, "audience": "personeel", "edition": "x",
            "edition_digest": "", "document_digest": "", "language": "nl", "at": "2026-11-20 09:00:00", "how": "import",
            "state": "signed", "stream": uuid4().hex,
        }  # fmt: skip
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        insert = f"INSERT INTO acknowledgements_signature ({names}) VALUES ({marks})"  # noqa: S608 -- names of ours
        database.execute(insert, list(row.values()))
    found = keyzer("verify", "--data", a_school)
    assert (found.returncode, found.stdout) == (1, "")
    assert signature in found.stderr.replace("-", "")
    assert "is not what its history tells" in found.stderr


def test_verify_with_another_schools_key(a_school: Path) -> None:
    (a_school / "keys" / "school.key").write_text("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n")
    other = keyzer("verify", "--data", a_school)
    assert other.returncode == 1
    assert "not made with this school's key" in other.stderr


def test_verify_without_tables_says_what_to_do(tmp_path: Path, a_school: Path) -> None:
    (a_school / "school.sqlite3").unlink()
    assert "run `keyzer check`" in keyzer("verify", "--data", a_school).stderr


def test_migrate_makes_the_tables(tmp_path: Path) -> None:
    made = keyzer("migrate", "--data", tmp_path / "new")
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "new" / "school.sqlite3").exists()
    assert keyzer("migrate", "--data", tmp_path / "new").returncode == 0


@pytest.fixture
def port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_serve_answers_and_stops_when_told(a_school: Path, port: int) -> None:
    command = [
        sys.executable,
        "-m",
        "keyzer.config",
        "serve",
        "--data",
        str(a_school),
        "--port",
        str(port),
        "--workers",
        "1",
    ]
    server = subprocess.Popen(
        command, env={"PATH": "/usr/bin:/bin"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        page = _page(f"http://127.0.0.1:{port}/aanmelden/", server)
        assert "De Keyzer" in page
        taken = keyzer("serve", "--data", a_school, "--port", str(port))
        assert taken.returncode == 1
        assert f"port {port} is taken" in taken.stderr
    finally:
        server.send_signal(signal.SIGTERM)
        out, errors = server.communicate(timeout=30)
    assert server.returncode == 0, errors
    assert f"De Keyzer: http://127.0.0.1:{port}/" in out
    assert "GET" not in out + errors


def _page(url: str, server: subprocess.Popen[str]) -> str:
    for _ in range(100):
        assert server.poll() is None, server.communicate()[1]
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 -- our own address
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server did not answer in 20 seconds")


def test_serve_wants_a_school_that_is_up_to_date(tmp_path: Path) -> None:
    empty = keyzer("serve", "--data", tmp_path, "--port", "1")
    assert empty.returncode == 1
    assert "run `keyzer migrate`" in empty.stderr
    keyzer("migrate", "--data", tmp_path)
    assert "run `keyzer init`" in keyzer("serve", "--data", tmp_path, "--port", "1").stderr


def test_the_demo_leaves_a_real_school_alone(a_school: Path, tmp_path: Path) -> None:
    refused = keyzer("demo", "--no-serve", "--data", a_school)
    assert refused.returncode == 1
    assert "is no demo" in refused.stderr
    assert (a_school / "school.sqlite3").exists()
    elsewhere = keyzer("demo", "--no-serve", "--data", tmp_path / "d", KEYZER_DATABASE_URL="postgresql://x/y")
    assert (elsewhere.returncode, (tmp_path / "d").exists()) == (1, False)


def test_a_database_address_that_is_none_is_refused(a_school: Path) -> None:
    wrong = keyzer("check", "--data", a_school, KEYZER_DATABASE_URL="mysql://x")
    assert wrong.returncode == 1
    assert "begins with `mysql`" in wrong.stderr
