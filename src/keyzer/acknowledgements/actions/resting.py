"""The school lets reminders rest, and starts them again; who did and when is kept in their history."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from keyzer.acknowledgements.events import REMINDERS, AnyEvent, Rested, Resumed, entries
from keyzer.acknowledgements.models import Reminder, ReminderRest, Reminding
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import queries as history

from .recalling import recall_all
from .rows import parts


def rest(*, until: date | None, by: UUID, at: datetime) -> None:
    """Remind nobody before the day `until`; without a day, until somebody starts it again. What waits is not sent."""
    with writing():
        whole = held(at)
        ReminderRest.objects.update_or_create(id=1, defaults={"until": until, "by_id": by, "at": at})
        _forget_what_was_not_sent(recall_all())
        _record(whole, Rested(until=until), by, at)


def start_again(*, by: UUID, at: datetime) -> None:
    """From now on people are reminded again."""
    with writing():
        whole = held(at)
        if ReminderRest.objects.all().delete()[0]:
            _record(whole, Resumed(), by, at)


def held(at: datetime) -> Reminding:
    """The reminders as a whole, out of reach of others until the transaction ends."""
    found = Reminding.objects.select_for_update().first()
    return found or Reminding.objects.create(stream=ledger.open_stream(REMINDERS, at=at))


def _forget_what_was_not_sent(persons: set[UUID]) -> None:
    for part in parts(sorted(persons)):
        rows = Reminder.objects.filter(person_id__in=part)
        rows.filter(times__gt=0).update(times=F("times") - 1)
        rows.update(at=None)


def _record(whole: Reminding, event: AnyEvent, by: UUID, at: datetime) -> None:
    ledger.append(whole.stream, entries([event]), seen=history.version(whole.stream), by=by, at=at)
