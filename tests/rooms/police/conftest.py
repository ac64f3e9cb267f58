"""What the tests of this room share."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.cast import Cast
from tests.rooms.intake.conftest import evidence_folder
from tests.rooms.police.world import Stalking, decide_to_report, stalking

__all__ = ["evidence_folder"]


@pytest.fixture
def world(cast: Cast, school_morning: datetime, evidence_folder: Path) -> Stalking:
    """A case in which the director decided to report."""
    built = stalking(cast, school_morning)
    decide_to_report(cast, built.case, school_morning)
    return built
