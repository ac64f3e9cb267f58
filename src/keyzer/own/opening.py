"""A letter opened by its link, without an account: a date of birth is asked, and then this letter lies open a while."""

from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase
from django.core.cache import cache

from keyzer.cases.queries import OwnFile, own_case
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.ledger.actions import note_refused
from keyzer.letters import links
from keyzer.letters import queries as letters
from keyzer.letters.actions import note_opened
from keyzer.people import queries as people

TRIES = 5
SHUT_FOR = timedelta(hours=1)
OPEN_FOR = timedelta(minutes=30)
OPEN = "letters-open"
"""Under this name the session keeps which letters lie open, each with until when."""


class Linked(NamedTuple):
    """A letter behind a link, and what its addressee may read of the case. `born` is asked at the door."""

    token: str
    letter: letters.SentLetter
    file: OwnFile
    born: date


def linked(token: str, now: datetime) -> Linked | None:
    """What the link leads to; None when it expired, was never made, or its addressee may not read it any more."""
    known = links.letter_of(token)
    letter = letters.sent_letter(known) if known else None
    if letter is None:
        return None
    file = own_case(people.viewer_of(letter.addressee, clock.local(now).date()), letter.case, now)
    born = people.brief([letter.subject])[letter.subject].born
    return Linked(token, letter, file, born) if file and born else None


def is_open(session: SessionBase, letter: UUID, now: datetime) -> bool:
    """Whether this browser opened this letter a short while ago."""
    until = session.get(OPEN, {}).get(str(letter))
    return until is not None and now < datetime.fromisoformat(until)


def close(session: SessionBase, letter: UUID) -> None:
    """Lay the letter away again, for who reads on a computer that others use too."""
    session[OPEN] = {one: until for one, until in session.get(OPEN, {}).items() if one != str(letter)}


def is_shut(letter: UUID) -> bool:
    """Whether too many wrong dates were tried lately."""
    return len(cache.get_many(_tries(letter))) >= TRIES


def knock(found: Linked, born: date, session: SessionBase, at: datetime) -> bool:
    """Open the letter for this browser when the date is right; a wrong one is counted and leaves a trace.

    A try takes its place before the date is looked at, so that many tries at once are no more than few in a row.
    """
    letter = found.letter.id
    with writing():
        if not any(cache.add(place, 1, SHUT_FOR.total_seconds()) for place in _tries(letter)):
            return False
        if born != found.born:
            note_refused(by=None, at=at, object_kind="letter-link", object_id=str(letter))
            return False
        cache.delete_many(_tries(letter))
        note_opened(letter, "link", by=found.letter.addressee, at=at)
    session.cycle_key()
    session[OPEN] = {**session.get(OPEN, {}), str(letter): (at + OPEN_FOR).isoformat()}
    return True


def _tries(letter: UUID) -> list[str]:
    return [f"letter-link:{letter}:{number}" for number in range(TRIES)]
