"""A link to choose opened without an account: a date of birth is asked wherever the school knows one to ask."""

from datetime import date
from uuid import UUID

from keyzer.people import queries as people
from keyzer.people.date_locks import DateLock


def lock_of(link: UUID) -> DateLock:
    """What keeps a link to choose shut until a date of birth was given."""
    return DateLock("consent-link", link)


def birthdays(person: UUID, on: date) -> set[date]:
    """The dates that open this person's link: of each child with authority, else one's own."""
    children = {UUID(one) for one in people.viewer_of(person, on).guardian_of}
    for whose in (children, {person}):
        if known := {one.born for one in people.brief(whose).values() if one.born}:
            return known
    return set()
