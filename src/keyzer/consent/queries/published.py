"""The register of published pictures: what somebody published, what is to be taken down, and where a person is seen."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from keyzer.consent.models import PublishedPicture, Shown, TakeDown
from keyzer.kit.prepared import prepared
from keyzer.protocol import ImagePurpose, Role, Viewer

MOST = 100


class Picture(NamedTuple):
    """Where a picture was published, or by an answer of `consult` may be. `open_tasks` counts who withdrew since."""

    id: UUID
    place: str
    purpose: ImagePurpose
    published_on: date
    taken_down_at: datetime | None
    consult: UUID | None
    open_tasks: int


class Task(NamedTuple):
    """A picture that must be gone by a day, because consent of a person ended; `consult` as of the picture."""

    picture: UUID
    place: str
    purpose: ImagePurpose
    person: UUID
    owed_by: UUID
    due_on: date
    consult: UUID | None


def published_by(viewer: Viewer) -> list[Picture]:
    """What somebody published, newest first; who leads the school sees that of everybody."""
    rows = PublishedPicture.objects.all()
    return _pictures(rows if viewer.holds(Role.DIRECTEUR) else rows.filter(by_id=UUID(viewer.id)))


def approved_in(consult: UUID) -> frozenset[UUID]:
    """Who is written down as shown by what this consult approved. Call it for who asked or was asked."""
    rows = Shown.objects.filter(picture__consult=consult)
    return frozenset(rows.values_list("person_id", flat=True))


def showing(person: UUID) -> list[Picture]:
    """Where pictures of a person were published. Call it for who has a say about them."""
    return _pictures(PublishedPicture.objects.filter(shown__person_id=person))


def tasks_of(person: UUID) -> list[Task]:
    """What somebody must take down, the soonest first."""
    return _read(_owed_by(person))


@prepared
def _owed_by(person: UUID) -> QuerySet[TakeDown, Any]:
    return _tasks(TakeDown.objects.filter(owed_by_id=person, done_at=None))


def late_tasks(viewer: Viewer, on: date) -> list[Task]:
    """What colleagues did not take down in time, for who leads the school."""
    if not viewer.holds(Role.DIRECTEUR):
        return []
    return _read(_tasks(TakeDown.objects.filter(due_on__lt=on, done_at=None).exclude(owed_by_id=UUID(viewer.id))))


def who_take_down_before(day: date) -> set[UUID]:
    """Everybody who must take something down by this day."""
    return set(TakeDown.objects.filter(due_on__lte=day, done_at=None).values_list("owed_by_id", flat=True))


def _tasks(rows: QuerySet[TakeDown]) -> QuerySet[TakeDown, Any]:
    picture = ("picture_id", "picture__place", "picture__purpose")
    columns = (*picture, "person_id", "owed_by_id", "due_on", "picture__consult")
    return rows.order_by("due_on", "id").values_list(*columns)


def _read(found: Iterable[Any]) -> list[Task]:
    return [Task._make((*row[:2], ImagePurpose(row[2]), *row[3:])) for row in found]


def _pictures(rows: QuerySet[PublishedPicture]) -> list[Picture]:
    tasks = Count("take_downs", filter=Q(take_downs__done_at=None), distinct=True)
    listed = rows.annotate(tasks=tasks).order_by(F("published_on").desc(), F("id").desc())[:MOST]
    columns = ("id", "place", "purpose", "published_on", "taken_down_at", "consult", "tasks")
    return [Picture._make((*row[:2], ImagePurpose(row[2]), *row[3:])) for row in listed.values_list(*columns)]
