"""A second edition beside the shipped one, for tests of what changed."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from keyzer.protocol import load

FIRST = "de-keyzer-2026-08-01"
SECOND = "de-keyzer-2026-11-01"
Add = Callable[[str], None]


@pytest.fixture
def add_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Add]:
    """Lay an edition beside the first, in force from the day in its name: one word differs, one article went."""
    shelf = tmp_path / "editions"
    shutil.copytree(load.SHIPPED, shelf)

    def forget() -> None:
        load.current.cache_clear()
        load.in_force.cache_clear()
        load.shipped.cache_clear()

    def add(edition_id: str) -> None:
        shutil.copytree(shelf / FIRST, shelf / edition_id)
        change(shelf / edition_id / "edition.toml", FIRST, edition_id)
        change(shelf / edition_id / "edition.toml", "in_force_from = 2026-08-01", f"in_force_from = {edition_id[-10:]}")
        change(shelf / edition_id / "edition.toml", "chapters", f'replaces = "{FIRST}"\nchapters')
        change(shelf / edition_id / "leerlingen.toml", "Kijk de instellingen na", "Kijk de knoppen na")
        forget()

    forget()
    with monkeypatch.context() as patch:
        patch.setattr(load, "SHIPPED", shelf)
        yield add
    forget()


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, (file.name, old)
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
