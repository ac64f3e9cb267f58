"""A letter opened by its link, without an account: a date of birth is asked, and then this letter lies open a while."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase

from keyzer.cases.queries import OwnFile, own_case
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.letters import links
from keyzer.letters import queries as letters
from keyzer.letters.actions import note_opened
from keyzer.people import queries as people
from keyzer.people.date_locks import DateLock


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


def lock_of(letter: UUID) -> DateLock:
    """What keeps a letter behind its link until the date of birth was given."""
    return DateLock("letter-link", letter)


def knock(found: Linked, born: date, session: SessionBase, at: datetime) -> bool:
    """Open the letter for this browser when the date is right, and put on record that it was opened."""
    letter = found.letter.id
    with writing():
        opened = lock_of(letter).knock(born, {found.born}, session, at)
        if opened:
            note_opened(letter, "link", by=found.letter.addressee, at=at)
    return opened
