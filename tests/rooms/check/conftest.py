"""What the tests of the photo check share: where photos pass through is a folder that is thrown away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from keyzer.check import budgets


@pytest.fixture(autouse=True)
def passing_folder(tmp_path: Path) -> Iterator[Path]:
    before = settings.KEYZER_DATA
    settings.KEYZER_DATA = tmp_path
    yield tmp_path / "passing"
    settings.KEYZER_DATA = before


@pytest.fixture(autouse=True)
def fresh_budgets() -> None:
    """What another test had looked at counts no more."""
    budgets.TEXTS.forget()
    budgets.PHOTOS.forget()
