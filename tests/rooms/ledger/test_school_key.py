"""The key file: made once, for its owner alone, and missed in plain words."""

import stat
from pathlib import Path

import pytest
from pytest_django import Settings

from keyzer.ledger.keys import KeyProblem, create_school_key, school_key


def test_a_new_key_is_for_its_owner_alone_and_never_replaced(tmp_path: Path, settings: Settings) -> None:
    file = tmp_path / "keys" / "school.key"
    create_school_key(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    settings.KEYZER_KEY_FILE = file
    assert len(school_key().id) == 16
    with pytest.raises(FileExistsError):
        create_school_key(file)


def test_a_missing_key_is_named(tmp_path: Path, settings: Settings) -> None:
    settings.KEYZER_KEY_FILE = tmp_path / "gone.key"
    with pytest.raises(KeyProblem, match=r"gone\.key"):
        school_key()


@pytest.mark.parametrize("content", [b"", b"too short", b"not base64 at all !!", b"\xff\xfe"])
def test_a_damaged_key_is_named(tmp_path: Path, settings: Settings, content: bytes) -> None:
    settings.KEYZER_KEY_FILE = tmp_path / "damaged.key"
    settings.KEYZER_KEY_FILE.write_bytes(content)
    with pytest.raises(KeyProblem, match="key"):
        school_key()
