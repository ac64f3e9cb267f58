"""Builds the demo school into an empty database."""

from collections.abc import Callable
from datetime import timedelta

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people.actions import enter, found_school

from .history import tell
from .roster import demo_roster

NAME, PLACE = "De Keyzer", "Zuiderveen"
FOUNDED_BEFORE = timedelta(days=90)


def build(progress: Callable[[str], None]) -> None:
    """Found the school, enter its people and let its history happen. Raises people.actions.SchoolExists."""
    now = clock.now()
    founded = now - FOUNDED_BEFORE
    found_school(
        name=NAME,
        place=PLACE,
        edition=protocol.current().id,
        demo=True,
        settings={"objection_address": "Postbus 1, Zuiderveen"},
        by=None,
        at=founded,
    )
    roster = demo_roster(clock.today())
    enter(roster, by=None, at=founded)
    progress(f"{len(roster.enrolments):,} pupils, {len(roster.employments)} staff and their families are there")
    tell(roster, now, progress)
