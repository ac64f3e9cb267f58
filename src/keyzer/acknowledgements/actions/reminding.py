"""Reminders that a signature is still asked: one mail a person, for all of them, and not more than once a week."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from keyzer.acknowledgements.models import Reminder
from keyzer.acknowledgements.queries.reminding import resting
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.people import queries as people
from keyzer.post import actions as post
from keyzer.post.hours import school_hours

from .answering import make_link
from .recalling import KIND
from .rows import parts

SIGN_HERE = "/tekenen/"
TOLD = "waiting"
"""The kind of mail that no answer takes back."""
AT_MOST_EVERY = timedelta(days=7)


class Resting(Exception):
    """The director lets nobody be reminded now."""


class Reminded(NamedTuple):
    """How many mails will go out, how many people had one this week, and who has no address to mail to."""

    mailed: int = 0
    lately: int = 0
    unreachable: tuple[UUID, ...] = ()


def remind(persons: Collection[UUID], *, by: UUID | None, at: datetime) -> Reminded:
    """Queue a mail for each of these people, to go out in school hours. Raises Resting."""
    with writing():
        if resting(clock.local(at).date()) is not None:
            raise Resting("reminders rest: let the director start them again")
        lately = _lately(persons, clock.local(at).date())
        first = _first(at)
        mailed = {person: _mail(person, by, at, first) for person in sorted(set(persons) - lately)}
        told = [Reminder(person_id=person, at=at) for person, went in mailed.items() if went]
        Reminder.objects.bulk_create(told, update_conflicts=True, unique_fields=["person"], update_fields=["at"])
    unreachable = tuple(person for person, went in mailed.items() if not went)
    return Reminded(len(told), len(lately), unreachable)


def tell(person: UUID, *, by: UUID, at: datetime) -> bool:
    """Queue a mail that there is something to read where this person signs; False for who has no address."""
    return _mail(person, by, at, _first(at), TOLD)


def end_of(day: date) -> datetime:
    """The midnight after a day, at the school."""
    return datetime.combine(day + timedelta(days=1), time(), clock.SCHOOL_ZONE)


def _first(at: datetime) -> datetime:
    """When a mail that can wait may go out: at once in school hours, else when they begin."""
    hours = school_hours()
    return at if hours.is_open(at) else hours.next_opening(at)


def _mail(person: UUID, by: UUID | None, at: datetime, first: datetime, kind: str = KIND) -> bool:
    """Whether a mail could be queued; who has no account gets a link of their own."""
    if people.mailbox_of(person) is None:
        return False
    path = SIGN_HERE if people.account_of(person) else make_link(person, at=at)
    return post.queue(to=person, kind=kind, path=path, by=by, at=at, not_before=first)


def _lately(persons: Collection[UUID], on: date) -> set[UUID]:
    """Who was reminded in the seven days that end today."""
    since = end_of(on - AT_MOST_EVERY)
    return {
        person
        for part in parts(sorted(persons))
        for person in Reminder.objects.filter(person_id__in=part, at__gte=since).values_list("person_id", flat=True)
    }
