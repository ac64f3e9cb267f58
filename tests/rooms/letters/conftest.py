"""What every test of letters may ask for."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.cast import Cast
from tests.rooms.intake.conftest import evidence_folder
from tests.rooms.letters.world import World, suspended

__all__ = ["evidence_folder"]


@pytest.fixture
def world(cast: Cast, school_morning: datetime, evidence_folder: Path) -> World:
    """A suspension of two days, decided; nobody has been told yet."""
    return suspended(cast, school_morning)
