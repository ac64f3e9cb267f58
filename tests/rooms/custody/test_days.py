"""When a device is due: by the bells of that day, on the wall clock, also around a change of the clock."""

from datetime import datetime

import pytest

from keyzer.custody.models import Custody
from keyzer.kit.clock import SCHOOL_ZONE, local
from keyzer.people.models import School
from tests.cast import Cast
from tests.rooms.custody.world import take

BELLS = {
    "bells_normal": [["08:30", "09:20"], ["14:40", "15:30"]],
    "bells_other": [["Kort", [["08:30", "09:10"], ["12:30", "13:10"]]]],
    "bells_days": [["2026-11-24", "Kort"]],
}


def due(cast: Cast, moment: str) -> str:
    """When a phone that is taken at this moment of the wall clock goes back, as the wall clock tells it."""
    at = datetime.fromisoformat(moment).replace(tzinfo=SCHOOL_ZONE)
    found = Custody.objects.get(id=take(cast, at)).due_at
    assert found
    return f"{local(found):%d-%m %H:%M}"


@pytest.fixture
def bells(cast: Cast) -> None:
    """A school with bell times, and a day of short lessons."""
    school = School.objects.get()
    School.objects.update(settings={**school.settings, **BELLS})


@pytest.mark.article("leerlingen-9")
def test_a_day_with_other_bells_ends_earlier(cast: Cast, bells: None) -> None:
    assert due(cast, "2026-11-23 09:00") == "23-11 15:30"
    assert due(cast, "2026-11-24 09:00") == "24-11 13:10"
    assert due(cast, "2026-11-24 14:00") == "24-11 14:30"


def test_on_a_day_without_lessons_it_goes_back_that_same_day(cast: Cast, bells: None) -> None:
    assert due(cast, "2026-11-28 11:00") == "28-11 16:30"
    assert due(cast, "2026-11-28 17:00") == "28-11 17:30"


def test_without_bells_the_day_of_the_settings_counts(cast: Cast) -> None:
    School.objects.update(settings={"day_ends": "14:00:00", "works_council_consent": "2026-09-01"})
    assert due(cast, "2026-11-23 09:00") == "23-11 14:00"


def test_a_change_of_the_clock_at_night_moves_nothing(cast: Cast, bells: None) -> None:
    assert due(cast, "2027-03-25 09:00") == "25-03 15:30"
    assert due(cast, "2027-03-30 09:00") == "30-03 15:30"
    assert due(cast, "2026-10-23 09:00") == "23-10 15:30"
    assert due(cast, "2026-10-26 09:00") == "26-10 15:30"
