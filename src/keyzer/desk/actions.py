"""Every write of the desk: reminders by mail, and the address of somebody's calendar."""

import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError

from keyzer.cases.opening import settings
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.people import queries as people
from keyzer.post import actions as post

from . import debtors, owing, queries
from .hours import Hours
from .models import Calendar, Morning, Told
from .owing import Owed, Stage

KEPT = timedelta(days=400)
"""How long it is remembered of what somebody was told."""
AT_ONCE = (
    (Stage.AHEAD, "pressing", owing.pressing),
    (Stage.LATE, "late", owing.late),
)


def remind(now: datetime) -> int:
    """Queue a mail for everybody who owes something soon or too late; answers how many.

    Each duty is told once a stage: before it is due, when its alarm has passed, and a day later to who can help.
    """
    hours, on = Hours(settings(people.school().settings).calendar()), clock.local(now).date()
    owed = {person: debtors.owed_by(person, on) for person in sorted(debtors.debtors(hours.end_of_next_day(now), on))}
    queued = sum(_remind(person, things, hours, now) for person, things in owed.items())
    for helper, things in _calls_for_help(owed, hours, now).items():
        queued += _tell(helper, things, Stage.HELP, "late-at-colleague", now)
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
    """The reminder of the morning, once a day; then what can't wait for the next one, and what is late."""
    queued = 0
    told = queries.told_to(person, {one.about for one in owed})
    if (soon := owing.soon(owed, told, hours, now)) and _begin_morning(person, clock.local(now).date()):
        queued += _tell(person, soon, Stage.AHEAD, "reminder", now)
        told = queries.told_to(person, {one.about for one in owed})
    for stage, kind, which in AT_ONCE:
        queued += _tell(person, which(owed, told, hours, now), stage, kind, now)
    return queued


def _calls_for_help(owed: Mapping[UUID, Sequence[Owed]], hours: Hours, now: datetime) -> Mapping[UUID, Sequence[Owed]]:
    """What stayed late, for each who can help and was not told yet."""
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
    return {helper: _untold(helper, marks) for helper, marks in calls.items()}


def _untold(helper: UUID, calls: Mapping[owing.Mark, Owed]) -> Sequence[Owed]:
    told = queries.told_to(helper, {mark.about for mark in calls})
    return [one for mark, one in calls.items() if mark not in told]


def _begin_morning(person: UUID, day: date) -> bool:
    """True for the first of a day."""
    with writing():
        _row, is_first = Morning.objects.get_or_create(person_id=person, day=day)
    return is_first


def _tell(person: UUID, owed: Sequence[Owed], stage: Stage, kind: str, now: datetime) -> int:
    """One mail about all of these, kept as told. Another deliverer who was first makes this one do nothing."""
    if not owed:
        return 0
    rows = [Told(person_id=person, at=now, **one.mark(stage)._asdict()) for one in owed]
    path = debtors.page_of(owed) if stage is Stage.HELP else "/"
    try:
        with writing():
            Told.objects.bulk_create(rows)
            return int(post.queue(to=person, kind=kind, path=path, by=None, at=now, count=len(owed)))
    except IntegrityError:
        return 0


def _forget(on: date) -> None:
    with writing():
        Told.objects.filter(due_on__lt=on - KEPT).delete()
        Morning.objects.filter(day__lt=on - KEPT).delete()
