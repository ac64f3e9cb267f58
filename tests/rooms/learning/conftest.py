"""A lesson to bend: sound as it is, and a folder of the school's own to put it in."""

from pathlib import Path

import pytest
from pytest_django import Settings

from keyzer.learning.shelf import SHIPPED

SOUND = (SHIPPED / "omstander.toml").read_text(encoding="utf-8")


@pytest.fixture
def own_folder(settings: Settings, tmp_path: Path) -> Path:
    """The folder for lessons in the data folder of a school."""
    settings.KEYZER_DATA = tmp_path
    folder = tmp_path / "lessons"
    (folder / "pictures").mkdir(parents=True)
    return folder
