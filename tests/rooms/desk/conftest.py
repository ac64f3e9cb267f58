"""What the tests of the desk share: reports that were told."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest

from keyzer.intake import actions as intake
from keyzer.intake.events import About, IntakeLane, Told
from keyzer.kit.ids import new_id
from tests.cast import Cast

Telling = Callable[[UUID], UUID]


@pytest.fixture
def tell(cast: Cast, school_morning: datetime) -> Telling:
    """Let somebody report that a photo is passed on."""

    def told(reporter: UUID) -> UUID:
        words = Told(words="Mijn foto gaat rond", about=About.MIJZELF, conduct=("foto-doorsturen",))
        viewer = cast.viewer(reporter)
        return intake.tell(IntakeLane.MELDING, words, reporter=viewer, sending=new_id(), evidence=(), at=school_morning)

    return told
