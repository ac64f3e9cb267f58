"""Reminders that a signature is still asked: one mail a person, for all of them, and not more than once a week."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from keyzer.acknowledgements.models import Reminder, ReminderRest
from keyzer.acknowledgements.queries.reminding import resting
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.people import queries as people
from keyzer.post import actions as post
from keyzer.post.hours import school_hours

from .answering import make_link

SIGN_HERE = "/tekenen/"
AT_MOST_EVERY = timedelta(days=7)
KIND = "waiting"
ROWS_A_STATEMENT = 500


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


def rest(*, until: date | None, by: UUID, at: datetime) -> None:
    """Remind nobody before the day `until`; without a day, until somebody starts it again."""
    with writing():
        ReminderRest.objects.update_or_create(id=1, defaults={"until": until, "by_id": by, "at": at})


def start_again() -> None:
    """From now on people are reminded again."""
    with writing():
        ReminderRest.objects.all().delete()


def _first(at: datetime) -> datetime:
    """When a mail that can wait may go out: at once in school hours, else when they begin."""
    hours = school_hours()
    return at if hours.is_open(at) else hours.next_opening(at)


def _mail(person: UUID, by: UUID | None, at: datetime, first: datetime) -> bool:
    """Whether a mail could be queued; who has no account gets a link of their own."""
    if people.mailbox_of(person) is None:
        return False
    path = SIGN_HERE if people.account_of(person) else make_link(person, at=at)
    return post.queue(to=person, kind=KIND, path=path, by=by, at=at, not_before=first)


def _lately(persons: Collection[UUID], on: date) -> set[UUID]:
    """Who was reminded in the seven days that end today."""
    since = datetime.combine(on - AT_MOST_EVERY + timedelta(days=1), time(), clock.SCHOOL_ZONE)
    return {
        person
        for part in _parts(sorted(persons))
        for person in Reminder.objects.filter(person_id__in=part, at__gte=since).values_list("person_id", flat=True)
    }


def _parts(whole: list[UUID]) -> Iterator[list[UUID]]:
    return (whole[start : start + ROWS_A_STATEMENT] for start in range(0, len(whole), ROWS_A_STATEMENT))
