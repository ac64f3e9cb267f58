"""The round of reminders that goes by itself: on school days, in the hours of school, and never too often."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q

from keyzer.acknowledgements.editions import shelf
from keyzer.acknowledgements.models import Reminder, Reminding
from keyzer.acknowledgements.pace import pace_of, school_days_before
from keyzer.acknowledgements.queries.reminding import owed_by, resting
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.people import queries as people
from keyzer.post.hours import Hours, school_hours

from .reminding import end_of, remind
from .resting import held
from .rows import ROWS_A_STATEMENT, parts

MOST = 100
"""Mails that one round queues, so that nobody else waits long to write; the next round goes on where it ended."""


def remind_in_time(now: datetime) -> int:
    """Queue a mail for whom it is time to be reminded; answers how many. Nothing once the day is done."""
    hours, on = school_hours(), clock.local(now).date()
    if not hours.is_open(now) or resting(on) is not None or Reminding.objects.filter(done_on=on).exists():
        return 0
    owed = owed_by(on)
    with writing():
        whole = held(now)
        if whole.done_on == on or resting(on) is not None:
            return 0
        _keep_up(owed, on)
        due = _due(hours, on)
        mailed = remind(due, by=None, at=now).mailed
        Reminder.objects.filter(person_id__in=due).update(tried_on=on)
        Reminder.objects.filter(person_id__in=due, at=now).update(times=F("times") + 1)
        if len(due) < MOST:
            whole.done_on = on
            whole.save(update_fields=["done_on"])
    return mailed


def _keep_up(owed: Mapping[UUID, int], on: date) -> None:
    """Know since when each is asked: from today on for who is new here, or is asked more than before."""
    held_now = shelf(on)
    known = {row.person_id: row for row in Reminder.objects.all()}
    over = [person for person in known if person not in owed]
    for part in parts(over, ROWS_A_STATEMENT):
        Reminder.objects.filter(person_id__in=part).delete()
    fresh = []
    for person, many in owed.items():
        row = known.get(person) or Reminder(person_id=person)
        if row.edition not in held_now.counting or row.owed < many:
            row.asked_on, row.edition, row.times = on, held_now.in_force.id, 0
        elif row.owed == many:
            continue
        row.owed = many
        fresh.append(row)
    told = ["asked_on", "edition", "times", "owed"]
    Reminder.objects.bulk_create(
        fresh, ROWS_A_STATEMENT, update_conflicts=True, unique_fields=["person"], update_fields=told
    )


def _due(hours: Hours, on: date) -> list[UUID]:
    """Whose time has come, who waits longest first."""
    pace = pace_of(people.school().settings)
    long_enough = Q(asked_on__lte=school_days_before(on, pace.first, hours.calendar))
    not_lately = Q(at=None) | Q(at__lt=end_of(school_days_before(on, pace.every, hours.calendar)))
    rows = Reminder.objects.filter(long_enough, not_lately, times__lt=pace.most).exclude(tried_on=on)
    return list(rows.order_by("asked_on", "person_id").values_list("person_id", flat=True)[:MOST])
