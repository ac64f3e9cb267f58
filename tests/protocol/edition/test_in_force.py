"""Which edition holds on a day, with a second one beside the first."""

from datetime import date

from keyzer.protocol.load import current, in_force
from tests.rooms.handbook.editions import FIRST, SECOND, Add, add_edition

__all__ = ["add_edition"]


def test_each_edition_holds_from_its_day_until_the_next(add_edition: Add) -> None:
    add_edition(SECOND)
    assert in_force(date(2026, 10, 31)).id == FIRST
    assert in_force(date(2026, 11, 1)).id == SECOND


def test_before_the_first_day_the_edition_holds_that_will_be_the_first(add_edition: Add) -> None:
    add_edition(SECOND)
    assert in_force(date(2026, 1, 1)).id == FIRST
    assert current().id == SECOND
