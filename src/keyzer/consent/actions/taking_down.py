"""What follows a withdrawal: each picture that was approved for that purpose is to be taken down, by a day."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from keyzer import protocol
from keyzer.consent.events import TakeDownAsked, entries
from keyzer.consent.models import PublishedPicture, TakeDown
from keyzer.kit.clock import local
from keyzer.ledger import actions as ledger
from keyzer.ledger import queries as history
from keyzer.people import queries as people
from keyzer.post import actions as post
from keyzer.post.hours import school_hours
from keyzer.protocol import ImagePurpose

PAGE = "/beeld/gepubliceerd/"


def ask_for_take_down(person: UUID, ended: Collection[ImagePurpose], *, by: UUID | None, at: datetime) -> None:
    """Give who published a task for every picture of this person that still stands for these purposes."""
    standing = PublishedPicture.objects.filter(shown__person_id=person, purpose__in=ended, taken_down_at=None)
    fresh = standing.exclude(take_downs__in=TakeDown.objects.filter(person_id=person, done_at=None))
    pictures = list(fresh.order_by("published_on", "id")) if ended else []
    owing = {picture: _who_sees_to(picture.by_id, local(at).date()) for picture in pictures}
    edition, calendar = protocol.in_force(local(at).date()), school_hours().calendar
    due = local(protocol.take_down_due(edition, at, calendar)).date()
    for picture, owed_by in owing.items():
        TakeDown.objects.create(picture=picture, person_id=person, owed_by_id=owed_by, asked_at=at, due_on=due)
        event = TakeDownAsked(person=person, owed_by=owed_by, due_on=due)
        ledger.append(picture.stream, entries([event]), seen=history.version(picture.stream), by=by, at=at)
    for owed_by in sorted(set(owing.values())):
        post.queue(to=owed_by, kind="waiting", path=PAGE, by=by, at=at)


def _who_sees_to(publisher: UUID, on: date) -> UUID:
    """Who published it, or who that person answered to when the work here has ended. Raises people.NobodyLeft."""
    return publisher if people.last_days([publisher], on) else people.manager_of(publisher, on)
