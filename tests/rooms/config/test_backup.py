"""A backup comes back whole or not at all."""

import json
import shutil
import sqlite3
import stat
import tarfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.rooms.config.conftest import keyzer


@pytest.fixture
def backup(a_school: Path, tmp_path: Path) -> Path:
    """A backup without keys, of a school with a file of evidence."""
    (a_school / "evidence").mkdir()
    (a_school / "evidence" / "one").write_bytes(b"sealed evidence")
    (a_school / "evidence" / "two.part").write_bytes(b"on its way in")
    made = keyzer("backup", "--data", a_school, tmp_path / "b.tar")
    assert made.returncode == 0, made.stderr
    assert "the keys are not in it" in made.stdout
    return tmp_path / "b.tar"


def restored(folder: Path, backup: Path, keys: Path | None = None) -> tuple[int, str]:
    """Restore into `folder`, with `keys` laid ready; the status and what it said."""
    if keys is not None:
        shutil.copytree(keys, folder / "keys")
    outcome = keyzer("restore", "--data", folder, backup)
    return outcome.returncode, outcome.stdout + outcome.stderr


def test_there_and_back(a_school: Path, backup: Path, tmp_path: Path) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with tarfile.open(backup) as tar:
        assert tar.getnames() == ["manifest.json", "evidence/one", "school.sqlite3"]
    status, words = restored(tmp_path / "new", backup, a_school / "keys")
    assert status == 0, words
    assert "the ledger is whole: 1 streams, 2 events" in words
    assert (tmp_path / "new" / "evidence" / "one").read_bytes() == b"sealed evidence"
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["evidence", "keys", "school.sqlite3"]
    assert keyzer("verify", "--data", tmp_path / "new").returncode == 0


def test_what_the_school_wrote_itself_comes_along(a_school: Path, tmp_path: Path) -> None:
    own = {
        "lessons/etiquette.toml": "order = 1",
        "lessons/pictures/hand.svg": "<svg/>",
        "platforms/schoolapp.toml": "x",
    }
    for name, words in own.items():
        (a_school / name).parent.mkdir(parents=True, exist_ok=True)
        (a_school / name).write_text(words)
    keyzer("backup", "--with-keys", "--data", a_school, tmp_path / "o.tar")
    status, words = restored(tmp_path / "new", tmp_path / "o.tar")
    assert status == 0, words
    assert {name: (tmp_path / "new" / name).read_text() for name in own} == own


def test_a_text_that_lies_there_already_is_not_written_over(backup: Path, a_school: Path, tmp_path: Path) -> None:
    (tmp_path / "new" / "lessons").mkdir(parents=True)
    (tmp_path / "new" / "lessons" / "etiquette.toml").write_text("order = 2")
    status, words = restored(tmp_path / "new", backup, a_school / "keys")
    assert status == 1
    assert "holds a school already (`lessons`)" in words


def test_with_its_keys_it_comes_back_alone(a_school: Path, tmp_path: Path) -> None:
    made = keyzer("backup", "--with-keys", "--data", a_school, tmp_path / "k.tar")
    assert "can read everything" in made.stdout
    status, words = restored(tmp_path / "new", tmp_path / "k.tar")
    assert status == 0, words
    assert stat.S_IMODE((tmp_path / "new" / "keys" / "school.key").stat().st_mode) == 0o600
    assert keyzer("verify", "--data", tmp_path / "new").returncode == 0


def test_two_keys_are_one_too_many(a_school: Path, tmp_path: Path) -> None:
    keyzer("backup", "--with-keys", "--data", a_school, tmp_path / "k.tar")
    status, words = restored(tmp_path / "new", tmp_path / "k.tar", a_school / "keys")
    assert status == 1
    assert "move one of them away" in words


def test_without_a_key_nothing_is_put_in_place(backup: Path, tmp_path: Path) -> None:
    status, words = restored(tmp_path / "new", backup)
    assert status == 1
    assert "put the school's key at" in words
    assert list((tmp_path / "new").iterdir()) == []


def test_with_another_key_nothing_is_put_in_place(a_school: Path, backup: Path, tmp_path: Path) -> None:
    keys = Path(shutil.copytree(a_school / "keys", tmp_path / "other"))
    (keys / "school.key").write_text("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n")
    status, words = restored(tmp_path / "new", backup, keys)
    assert status == 1
    assert "not made with this school's key" in words
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["keys"]


def test_a_school_is_never_written_over(a_school: Path, backup: Path) -> None:
    before = (a_school / "school.sqlite3").read_bytes()
    status, words = restored(a_school, backup)
    assert status == 1
    assert "holds a school already" in words
    assert (a_school / "school.sqlite3").read_bytes() == before


def test_a_backup_is_never_written_over(a_school: Path, backup: Path, tmp_path: Path) -> None:
    again = keyzer("backup", "--data", a_school, backup)
    assert again.returncode == 1
    assert "there already" in again.stderr
    nowhere = keyzer("backup", "--data", a_school, tmp_path / "no" / "b.tar")
    assert "there is no folder" in nowhere.stderr


def test_one_changed_byte_is_found(a_school: Path, backup: Path, tmp_path: Path) -> None:
    content = backup.read_bytes()
    assert content.count(b"sealed evidence") == 1
    backup.write_bytes(content.replace(b"sealed evidence", b"sealed evidencE"))
    status, words = restored(tmp_path / "new", backup, a_school / "keys")
    assert status == 1
    assert "`evidence/one` in the backup is not what was written" in words
    assert not (tmp_path / "new" / "school.sqlite3").exists()


@pytest.mark.parametrize("kept", [0, 100, 20_000])
def test_a_cut_off_file_is_no_backup(a_school: Path, backup: Path, tmp_path: Path, kept: int) -> None:
    backup.write_bytes(backup.read_bytes()[:kept])
    status, words = restored(tmp_path / "new", backup, a_school / "keys")
    assert status == 1
    assert "is not a backup" in words or "not what was written" in words


@pytest.mark.parametrize("name", ["../outside", "/outside", "evidence/../../outside"])
def test_a_name_that_leads_out_of_the_folder_is_refused(a_school: Path, tmp_path: Path, name: str) -> None:
    manifest = json.dumps({"format": 1, "sha256": {name: "00"}}).encode()
    evil = tmp_path / "evil.tar"
    with tarfile.open(evil, "w") as tar:
        for member, content in (("manifest.json", manifest), (name, b"x")):
            info = tarfile.TarInfo(member)
            info.size = len(content)
            tar.addfile(info, BytesIO(content))
    status, words = restored(tmp_path / "new", evil, a_school / "keys")
    assert status == 1
    assert "not a plain file" in words
    assert not (tmp_path / "outside").exists()


def test_a_missing_file_and_another_format_are_told(tmp_path: Path) -> None:
    assert "there is no file" in restored(tmp_path / "new", tmp_path / "gone.tar")[1]
    with tarfile.open(tmp_path / "later.tar", "w") as tar:
        info = tarfile.TarInfo("manifest.json")
        info.size = 13
        tar.addfile(info, BytesIO(b'{"format": 9}'))
    assert "the version that made it" in restored(tmp_path / "new", tmp_path / "later.tar")[1]


def streams_of(school: Path) -> tuple[int, int]:
    """How many streams a school has, and how many can be read."""
    with sqlite3.connect(school / "school.sqlite3") as database:
        (streams,) = database.execute("SELECT count(*) FROM ledger_stream").fetchone()
        (keys,) = database.execute("SELECT count(*) FROM ledger_streamkey").fetchone()
    return streams, keys


def test_what_is_erased_goes_dark_in_older_backups_too(a_school: Path, backup: Path, tmp_path: Path) -> None:
    with sqlite3.connect(a_school / "school.sqlite3") as database:
        (wrapped,) = database.execute("SELECT wrapped FROM ledger_streamkey").fetchone()
        assert wrapped not in backup.read_bytes()
        database.execute("DELETE FROM ledger_streamkey")
        database.execute("UPDATE ledger_stream SET erased_at = opened_at")
    assert keyzer("backup", "--data", a_school, tmp_path / "later.tar").returncode == 0
    status, words = restored(tmp_path / "new", backup, a_school / "keys")
    assert status == 0, words
    assert "1 erased since the backup" in words
    assert streams_of(tmp_path / "new") == (1, 0)


def test_a_restored_school_can_be_read(a_school: Path, backup: Path, tmp_path: Path) -> None:
    restored(tmp_path / "new", backup, a_school / "keys")
    assert streams_of(tmp_path / "new") == (1, 1)


def test_an_older_ring_of_keys_is_refused(a_school: Path, backup: Path, tmp_path: Path) -> None:
    keys = Path(shutil.copytree(a_school / "keys", tmp_path / "old keys"))
    keyzer("backup", "--data", a_school, tmp_path / "later.tar")
    status, words = restored(tmp_path / "new", tmp_path / "later.tar", keys)
    assert status == 1
    assert "older than the backup" in words


@pytest.mark.parametrize("content", ["", "{}", '{"made_at": "2099-01-01T00:00:00+00:00", "keys": {"x": 1}}'])
def test_a_damaged_ring_of_keys_is_refused(a_school: Path, backup: Path, tmp_path: Path, content: str) -> None:
    (a_school / "keys" / "stream-keys.json").write_text(content)
    status, words = restored(tmp_path / "new", backup, a_school / "keys")
    assert status == 1
    assert "is damaged" in words
