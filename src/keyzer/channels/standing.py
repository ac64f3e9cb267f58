"""By when something is to be done about an account: the terms of the edition, on the school's days."""

from datetime import date, datetime, timedelta

from keyzer import protocol
from keyzer.kit.clock import local
from keyzer.people import queries as people
from keyzer.post.hours import school_hours
from keyzer.protocol import ACCOUNT_KEEPERS

KEEPERS = ACCOUNT_KEEPERS
REVIEW, MEND, FAKE = "nakijken", "herstellen", "nepaccount"
"""Steps of the edition."""
SOON = timedelta(days=14)
"""So long before its day a review is shown to who owes it."""
LEAVES_SOON = timedelta(days=30)


def due(step: str, since: datetime) -> date:
    """The day by which a step is done that begins at `since`."""
    edition = protocol.in_force(local(since).date())
    return local(protocol.account_step_due(edition, step, since, school_hours().calendar)).date()


def asleep_before(on: date) -> date:
    """An account without a sign since before this day sleeps; the school sets after how many months."""
    return protocol.account_sleeps_before(protocol.in_force(on), on, _months())


def wakes_by(active_on: date, on: date) -> date:
    """By when somebody gives a sign of an account that gave its last one on a day."""
    return protocol.account_wakes_by(protocol.in_force(on), active_on, _months())


def _months() -> int | None:
    months: int | None = people.school().settings.get("account_sleeps_after")
    return months
