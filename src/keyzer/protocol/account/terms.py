"""By when an account is looked at, mended or woken: the terms stand in the edition."""

from datetime import date, datetime

from keyzer.protocol.edition import Edition
from keyzer.protocol.rule import implements
from keyzer.protocol.terms import SchoolCalendar, add_months, due_after

PROCEDURE, ASLEEP = "werkaccount", "wekken"


@implements("personeel-7")
def account_step_due(edition: Edition, step: str, since: datetime, calendar: SchoolCalendar) -> datetime:
    """That an account stays free of what is personal is looked at in time: `nakijken`, `herstellen`, `nepaccount`.

    At once where the edition names no term. Raises KeyError for a step that it does not hold.
    """
    known = edition.step(PROCEDURE, step)
    return since if known.term is None else due_after(since, known.term, known.counted_in, calendar)


def account_sleeps_before(edition: Edition, on: date, months: int | None) -> date:
    """An account without a sign since before this day sleeps; `months` are the school's own, else the edition's."""
    return add_months(on, -_months(edition, months))


def account_wakes_by(edition: Edition, active_on: date, months: int | None) -> date:
    """By when somebody gives a sign of an account that gave its last one on a day, so that it does not sleep."""
    return add_months(active_on, _months(edition, months))


def _months(edition: Edition, own: int | None) -> int:
    term = edition.step(PROCEDURE, ASLEEP).term
    return own or (term.amount if term else 0)
