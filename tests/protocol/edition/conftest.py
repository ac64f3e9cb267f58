"""A copy of the shipped edition that a test may break, and how it breaks it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from keyzer.protocol.load import SHIPPED, EditionError, current, load_edition

Break = Callable[[str, str, str], tuple[str, ...]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the edition in force, in a folder of the same name."""
    copy = tmp_path / current().id
    shutil.copytree(SHIPPED / current().id, copy)
    return copy


@pytest.fixture
def broken(folder: Path) -> Break:
    """Replaces a text that stands once under a heading and gives the problems of what then is refused."""

    def replace(place: str, old: str, new: str) -> tuple[str, ...]:
        file, _, heading = place.partition(" ")
        path = folder / file
        text = path.read_text(encoding="utf-8")
        start = text.index(f"{heading}\n") if heading else 0
        assert old in text[start:], f"no {old} after {place}"
        path.write_text(text[:start] + text[start:].replace(old, new, 1), encoding="utf-8")
        with pytest.raises(EditionError) as refused:
            load_edition(folder)
        return refused.value.problems

    return replace
