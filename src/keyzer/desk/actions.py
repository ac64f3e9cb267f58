"""Every write of the desk: reminders by mail, and the address of somebody's calendar."""

import secrets
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.post import actions as post
from keyzer.post.hours import Hours, school_hours

from . import debtors, owing, queries
from .models import Calendar, Day, Told
from .owing import Owed, Stage

KEPT = timedelta(days=400)
"""How long it is remembered of what somebody was told."""
REMINDER = "reminder"


class Mail(NamedTuple):
    """What a mail is about: of which kind it is, and what is kept as told."""

    stage: Stage
    kind: str
    owed: Sequence[Owed]


def remind(now: datetime) -> int:
    """Queue a mail for everybody who owes something soon or too late; answers how many.

    Each duty is told once a stage: before it is due, when its alarm has passed, and a day later to who can help.
    """
    hours, on = school_hours(), clock.local(now).date()
    owed = {person: debtors.owed_by(person, on) for person in sorted(debtors.debtors(hours.end_of_next_day(now), on))}
    queued = sum(_remind(person, things, hours, now) for person, things in owed.items())
    queued += sum(_help(helper, calls, now) for helper, calls in _calls_for_help(owed, hours, now).items())
    _forget(on)
    return queued


def make_calendar(person: UUID, *, at: datetime) -> str:
    """A new secret for the address of a person's calendar; a former one stops. Only its digest is kept."""
    secret = secrets.token_urlsafe(32)
    with writing():
        Calendar.objects.update_or_create(person_id=person, defaults={"digest": queries.digest(secret), "made_at": at})
    return secret


def stop_calendar(person: UUID) -> None:
    """No address leads to this person's calendar any more."""
    with writing():
        Calendar.objects.filter(person_id=person).delete()


def _remind(person: UUID, owed: Sequence[Owed], hours: Hours, now: datetime) -> int:
    """What to tell this person now. It is looked at again once nobody else can be at it."""
    if not _mails(person, owed, hours, now):
        return 0
    with _held(person, now) as day:
        mails = _mails(person, owed, hours, now)
        day.reminded = day.reminded or any(mail.kind == REMINDER for mail in mails)
        return sum(_tell(person, mail, now) for mail in mails)


def _mails(person: UUID, owed: Sequence[Owed], hours: Hours, now: datetime) -> list[Mail]:
    """The reminder of the morning, once a day; what can't wait for the next one; and what is late."""
    told = queries.told_to(person, {one.about for one in owed})
    reminded = queries.was_reminded(person, clock.local(now).date())
    soon = [] if reminded else owing.soon(owed, told, hours, now)
    pressing = [one for one in owing.pressing(owed, told, hours, now) if one not in soon]
    late = owing.late(owed, told, hours, now)
    mails = (Mail(Stage.AHEAD, REMINDER, soon), Mail(Stage.AHEAD, "pressing", pressing), Mail(Stage.LATE, "late", late))
    return [mail for mail in mails if mail.owed]


def _help(helper: UUID, calls: Mapping[owing.Mark, Owed], now: datetime) -> int:
    """Ask for help with what this person was not asked before."""
    if not _untold(helper, calls):
        return 0
    with _held(helper, now):
        things = _untold(helper, calls)
        return _tell(helper, Mail(Stage.HELP, "late-at-colleague", things), now) if things else 0


def _calls_for_help(
    owed: Mapping[UUID, Sequence[Owed]], hours: Hours, now: datetime
) -> Mapping[UUID, Mapping[owing.Mark, Owed]]:
    """What stayed late, for each who can help."""
    on = clock.local(now).date()
    owers: defaultdict[tuple[UUID, str], set[UUID]] = defaultdict(set)
    for person, things in owed.items():
        for one in things:
            owers[one.about, one.duty].add(person)
    calls: defaultdict[UUID, dict[owing.Mark, Owed]] = defaultdict(dict)
    for person, things in owed.items():
        told = queries.told_to(person, {one.about for one in things})
        for one in owing.in_need_of_help(things, told, hours, now):
            for helper in debtors.helpers(one, owers[one.about, one.duty], on):
                calls[helper][one.mark(Stage.HELP)] = one
    return calls


def _untold(helper: UUID, calls: Mapping[owing.Mark, Owed]) -> list[Owed]:
    told = queries.told_to(helper, {mark.about for mark in calls})
    return [one for mark, one in calls.items() if mark not in told]


@contextmanager
def _held(person: UUID, now: datetime) -> Iterator[Day]:
    """One transaction in which nobody else writes to this person."""
    with writing():
        day, _is_new = Day.objects.select_for_update().get_or_create(person_id=person, day=clock.local(now).date())
        yield day
        day.save()


def _tell(person: UUID, mail: Mail, now: datetime) -> int:
    """One mail about all of these, and kept as told; 0 for who has no address."""
    Told.objects.bulk_create(Told(person_id=person, at=now, **one.mark(mail.stage)._asdict()) for one in mail.owed)
    path = debtors.page_of(mail.owed) if mail.stage is Stage.HELP else "/"
    return int(post.queue(to=person, kind=mail.kind, path=path, by=None, at=now, count=len(mail.owed)))


def _forget(on: date) -> None:
    with writing():
        Told.objects.filter(due_on__lt=on - KEPT).delete()
        Day.objects.filter(day__lt=on - KEPT).delete()
