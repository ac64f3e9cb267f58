"""A link to sign opened without an account: where a date of birth is known, it is asked, and few tries are given."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase
from django.core.cache import cache

from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.ledger.actions import note_refused
from keyzer.people import queries as people

from .queries import asked_of
from .queries.links import Link

TRIES = 5
SHUT_FOR = timedelta(hours=1)
OPEN_FOR = timedelta(minutes=30)
OPEN = "signing-links-open"
"""Under this name the session keeps which links lie open, each with until when."""


def is_open(session: SessionBase, link: Link, now: datetime) -> bool:
    """Whether this browser gave the date a short while ago, or there is none to ask."""
    until = session.get(OPEN, {}).get(str(link.id))
    return (until is not None and now < datetime.fromisoformat(until)) or not birthdays(link.person, now)


def is_shut(link: UUID) -> bool:
    """Whether too many wrong dates were tried lately."""
    return len(cache.get_many(_tries(link))) >= TRIES


def knock(link: Link, born: date, session: SessionBase, at: datetime) -> bool:
    """Open the link for this browser when the date is right; a wrong one is counted and leaves a trace.

    A try takes its place before the date is looked at, so that many tries at once are no more than few in a row.
    """
    with writing():
        if not any(cache.add(place, 1, SHUT_FOR.total_seconds()) for place in _tries(link.id)):
            return False
        if born not in birthdays(link.person, at):
            note_refused(by=None, at=at, object_kind="signing-link", object_id=str(link.id))
            return False
        cache.delete_many(_tries(link.id))
    session.cycle_key()
    session[OPEN] = {**session.get(OPEN, {}), str(link.id): (at + OPEN_FOR).isoformat()}
    return True


def birthdays(person: UUID, now: datetime) -> set[date]:
    """The dates that open this person's link: of each child that is signed for, else one's own; of those known."""
    behalf = {line.asked.on_behalf_of for line in asked_of(person, clock.local(now).date())}
    for whose in (behalf - {person}, {person}):
        if known := {one.born for one in people.brief(whose).values() if one.born}:
            return known
    return set()


def _tries(link: UUID) -> list[str]:
    return [f"signing-link:{link}:{number}" for number in range(TRIES)]
