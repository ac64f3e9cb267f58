"""Builds the demo school into an empty database."""

from collections.abc import Callable
from datetime import timedelta

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people.actions import enter, found_school

from .history import leading_roles, tell
from .roster import demo_roster

NAME, PLACE = "De Keyzer", "Zuiderveen"
FOUNDED_BEFORE = timedelta(days=90)


def build(progress: Callable[[str], None]) -> None:
    """Found the school, enter its people and let its history happen. Raises people.actions.SchoolExists."""
    now = clock.now()
    founded = now - FOUNDED_BEFORE
    roster = demo_roster(clock.today())
    featured = [str(person) for person in leading_roles(roster, now)]
    found_school(
        name=NAME,
        place=PLACE,
        edition=protocol.current().id,
        demo=True,
        settings={"objection_address": "Postbus 1, Zuiderveen", "featured": featured},
        by=None,
        at=founded,
    )
    enter(roster, by=None, at=founded)
    progress(f"{len(roster.enrolments):,} pupils, {len(roster.employments)} staff and their families are there")
    tell(roster, now, progress)
