"""A link to sign opened without an account: a date of birth is asked wherever the school knows one to ask."""

from datetime import date, datetime
from uuid import UUID

from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.people.date_locks import DateLock

from .queries import asked_of


def lock_of(link: UUID) -> DateLock:
    """What keeps a link to sign shut until a date of birth was given."""
    return DateLock("signing-link", link)


def birthdays(person: UUID, now: datetime) -> set[date]:
    """The dates that open this person's link: of each child that is signed for, else one's own, else of any child."""
    day = clock.local(now).date()
    behalf = {line.asked.on_behalf_of for line in asked_of(person, day)}
    for whose in (behalf - {person}, {person}, people.children_of(person, day)):
        if known := {one.born for one in people.brief(whose).values() if one.born}:
            return known
    return set()


def stays_shut(person: UUID, now: datetime) -> bool:
    """Whether a parent's link asks for a date that the school does not know: one signs in then, or asks the school."""
    return bool(people.children_of(person, clock.local(now).date())) and not birthdays(person, now)
