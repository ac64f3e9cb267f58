"""Reminders that an answer about pictures is still asked: with the pace and the rest of those about signatures."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from keyzer.acknowledgements.pace import Pace, pace_of, school_days_before
from keyzer.acknowledgements.queries.reminding import resting
from keyzer.consent.models import ConsentReminder, ConsentRound
from keyzer.consent.queries.owing import asked_of, who_owe
from keyzer.consent.words import school_year
from keyzer.kit.clock import local
from keyzer.kit.writing import writing
from keyzer.people import queries as people
from keyzer.post import actions as post
from keyzer.post import queries as mails
from keyzer.post.hours import school_hours
from keyzer.protocol import SchoolCalendar

from .linking import tell

KIND = "image-consent"
MOST = 100
"""Mails of one round, so that nobody else waits long to write."""
ROWS_A_STATEMENT = 500


def remind_in_time(now: datetime) -> int:
    """Queue a mail for whom it is time to be reminded; answers how many. Nothing once the day is done."""
    hours, on = school_hours(), local(now).date()
    if not hours.is_open(now) or resting(on) is not None or ConsentRound.objects.filter(done_on=on).exists():
        return 0
    owing = who_owe(on)
    with writing():
        _keep_up(owing, on)
        due = _due(pace_of(people.school().settings), hours.calendar, on)
        for row in due:
            row.times, row.at = row.times + 1, now
        mailed = sum(tell(row.person_id, KIND, by=None, at=now) for row in due)
        ConsentReminder.objects.bulk_update(due, ["times", "at"])
        if len(due) < MOST:
            ConsentRound.objects.update_or_create(id=1, defaults={"done_on": on})
    return mailed


def recall_answered(signers: Collection[UUID], at: datetime) -> None:
    """Send no reminder to those of these signers who have answered everything."""
    on = local(at).date()
    waiting = mails.queued_to(KIND, among=signers) if signers else set()
    done = {one for one in waiting if not any(asked.lacking for asked in asked_of(people.viewer_of(one, on), on))}
    if done:
        post.recall(KIND, done)


def _keep_up(owing: Mapping[UUID, int], on: date) -> None:
    """Know since when each is asked, this school year."""
    year = school_year(on)
    known = dict(ConsentReminder.objects.values_list("person_id", "school_year"))
    over = [person for person, of in known.items() if person not in owing or of != year]
    if over:
        post.recall(KIND, set(over))
    for start in range(0, len(over), ROWS_A_STATEMENT):
        ConsentReminder.objects.filter(person_id__in=over[start : start + ROWS_A_STATEMENT]).delete()
    new = [person for person in owing if known.get(person) != year]
    rows = [ConsentReminder(person_id=person, school_year=year, asked_on=on) for person in sorted(new)]
    ConsentReminder.objects.bulk_create(rows, ROWS_A_STATEMENT)


def _due(pace: Pace, calendar: SchoolCalendar, on: date) -> list[ConsentReminder]:
    """Whose time has come, who waits longest first."""
    asked = school_days_before(on, pace.first, calendar)
    last = school_days_before(on, pace.every, calendar)
    rows = ConsentReminder.objects.filter(asked_on__lte=asked, times__lt=pace.most).order_by("asked_on", "person_id")
    return [row for row in rows if row.at is None or local(row.at).date() <= last][:MOST]
