"""Every read of custody. Whoever keeps devices sees them all; why one was taken is for few; families see their own."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from keyzer import protocol
from keyzer.kit import clock
from keyzer.kit.prepared import prepared
from keyzer.people import queries as people
from keyzer.protocol import CustodyPhase, Role

from . import standing, stream
from .models import Custody, StoragePlace

SHOWN_AFTERWARDS = timedelta(days=30)
FEWEST_TO_COUNT = 5
"""A count of fewer than this is not told exactly: it could point at a pupil."""
OVERSEES = (Role.DIRECTEUR, Role.TEAMLEIDER, Role.COORDINATOR)


class Place(NamedTuple):
    """Where devices are kept."""

    id: UUID
    name: str


class Line(NamedTuple):
    """One device in a list; `whereabouts` is the name of the place or of who has it."""

    id: UUID
    pupil: UUID
    name: str
    class_name: str
    number: int | None
    devices: tuple[str, ...]
    phase: CustodyPhase
    place: UUID | None
    holder: UUID | None
    whereabouts: str
    due: datetime | None
    missing_since: datetime | None
    untold: int
    open_claim: bool
    asked_at: datetime


class Record(NamedTuple):
    """One device whole. `reads_why` is whether the viewer may read for what it was taken."""

    line: Line
    version: int
    secret: str
    asked_by: UUID
    case: UUID | None
    decision: str
    incident: UUID | None
    replayed: stream.Replayed
    reads_why: bool

    @property
    def state(self) -> protocol.CustodyState:
        """Where it stands."""
        return self.replayed.state


class Tally(NamedTuple):
    """How often it happened in a class and a lesson hour; None stands for a few, which is not told exactly."""

    class_name: str
    period: int | None
    taken: int | None
    refused: int | None


class _Asking(NamedTuple):
    """What tells of whom a device asks something."""

    id: UUID
    phase: str
    layer: int | None
    holder_id: UUID | None
    asked_by_id: UUID
    open_claim: bool
    claim_handler_id: UUID | None


def in_custody(pupils: Collection[UUID]) -> set[UUID]:
    """Those of these pupils of whom the school keeps a device now, in one query."""
    held = Custody.objects.filter(phase=CustodyPhase.HELD.value, pupil_id__in=pupils)
    return set(held.values_list("pupil_id", flat=True))


def places() -> list[Place]:
    """The places in use, by name."""
    return [Place(*row) for row in StoragePlace.objects.filter(in_use=True).order_by("name").values_list("id", "name")]


def place(place_id: UUID) -> Place | None:
    """One place, in use or not."""
    return next((Place(*row) for row in StoragePlace.objects.filter(id=place_id).values_list("id", "name")), None)


def held(viewer: protocol.Viewer) -> list[Line]:
    """Everything that the school keeps, what is due first first; nothing for who does not keep devices."""
    if not standing.keeps(viewer):
        return []
    return lines(Custody.objects.filter(phase=CustodyPhase.HELD.value).order_by("due_at", "number"))


def lying_in(place_id: UUID) -> list[Line]:
    """What should lie in a place, by number."""
    return lines(Custody.objects.filter(place_id=place_id).order_by("number"))


def picked(ids: Iterable[UUID]) -> list[Line]:
    """These devices, by number."""
    return lines(Custody.objects.filter(id__in=list(ids)).order_by("number"))


def waiting_for(viewer: protocol.Viewer, now: datetime) -> list[Line]:
    """What asks something of this viewer: due back soon, missing, parents not told, or a claim of theirs."""
    if not standing.keeps(viewer):
        return []
    asking = [one.id for one in map(_Asking._make, _that_ask(now)) if _asks(one, viewer)]
    return lines(Custody.objects.filter(id__in=asking).order_by("due_at", "number")) if asking else []


def record_for(viewer: protocol.Viewer, custody: UUID) -> Record | None:
    """The record of one device for who keeps devices; None for others, and when there is none."""
    row = Custody.objects.filter(id=custody).first() if standing.keeps(viewer) else None
    return _record(row, _reads_why(viewer, row)) if row else None


def own_record(viewer: protocol.Viewer, custody: UUID) -> Record | None:
    """The record of the viewer's own device, or of a child's."""
    row = Custody.objects.filter(id=custody, pupil_id__in=_own(viewer)).first()
    return _record(row, reads_why=True) if row else None


def own_lines(viewer: protocol.Viewer, now: datetime) -> list[Line]:
    """The viewer's own devices and those of a child: what is kept now, and what was until lately."""
    if not viewer.holds(Role.LEERLING, Role.OUDER):
        return []
    lately = Q(phase=CustodyPhase.HELD.value) | Q(open_claim=True) | Q(asked_at__gte=now - SHOWN_AFTERWARDS)
    return lines(Custody.objects.filter(lately, pupil_id__in=_own(viewer)).order_by("-asked_at"))


def behind_tag(secret: str) -> UUID | None:
    """Whose record the address on a tag leads to; None for an address that was never made."""
    return Custody.objects.filter(secret=secret).values_list("id", flat=True).first()


def tag_of(viewer: protocol.Viewer, custody: UUID) -> str:
    """What stands in the address on the tag; empty for who does not keep devices, and without a tag."""
    record = record_for(viewer, custody)
    return record.secret if record else ""


def of_case(case: UUID) -> list[Line]:
    """The devices that belong to a case, oldest first."""
    return lines(Custody.objects.filter(case=case).order_by("asked_at"))


def counting(since: date, until: date) -> list[Tally]:
    """How often devices were taken in, or not handed over, by class and lesson hour, without names."""
    begin, end = (datetime.combine(day, datetime.min.time(), clock.SCHOOL_ZONE) for day in (since, until))
    rows = Custody.objects.filter(asked_at__gte=begin, asked_at__lt=end + timedelta(days=1))
    refused = Count("id", filter=Q(phase=CustodyPhase.REFUSED.value))
    counted = rows.values_list("class_name", "period").annotate(all=Count("id"), refused=refused)
    return [
        Tally(name, period, _told(total - not_given), _told(not_given))
        for name, period, total, not_given in counted.order_by("class_name", "period")
    ]


def lines(rows: QuerySet[Custody]) -> list[Line]:
    """The rows as lists show them, in two queries; in one when there are none."""
    found = list(rows.select_related("place"))
    if not found:
        return []
    names = people.names({person for row in found for person in (row.pupil_id, row.holder_id) if person})
    return [_line(row, names) for row in found]


def _line(row: Custody, names: dict[UUID, str]) -> Line:
    whereabouts = row.place.name if row.place else names.get(row.holder_id, "") if row.holder_id else ""
    return Line(
        id=row.id,
        pupil=row.pupil_id,
        name=names[row.pupil_id],
        class_name=row.class_name,
        number=row.number,
        devices=tuple(row.devices.split()),
        phase=CustodyPhase(row.phase),
        place=row.place_id,
        holder=row.holder_id,
        whereabouts=whereabouts,
        due=row.due_at,
        missing_since=row.missing_since,
        untold=row.untold,
        open_claim=row.open_claim,
        asked_at=row.asked_at,
    )


def _record(row: Custody, reads_why: bool) -> Record | None:  # noqa: FBT001 -- what was found out of the viewer
    replayed = stream.replay(row.id)
    names = people.names({person for person in (row.pupil_id, row.holder_id) if person})
    return Record(
        line=_line(row, names),
        version=row.version,
        secret=row.secret or "",
        asked_by=row.asked_by_id,
        case=row.case,
        decision=row.decision,
        incident=row.incident,
        replayed=replayed,
        reads_why=reads_why,
    )


def _reads_why(viewer: protocol.Viewer, row: Custody) -> bool:
    """Whoever took it in, and whoever may read the pupil's file."""
    filed = protocol.Filed(person=str(row.pupil_id), lane=protocol.Lane.LEERLING, layer=row.layer)
    return viewer.id == str(row.asked_by_id) or protocol.may_see_dossier(viewer, filed)


@prepared
def _that_ask(now: datetime) -> QuerySet[Custody, Any]:
    """The few that ask something of somebody now: every front page of who keeps devices looks for them."""
    return Custody.objects.filter(asks_at__lte=now).values_list(*_Asking._fields)


def _asks(one: _Asking, viewer: protocol.Viewer) -> bool:
    """Of who has it, or took it in and put it away; of who leads the year or the school; and of who settles a claim."""
    own, layers = UUID(viewer.id), {held.layer for held in viewer.roles if held.role in OVERSEES and not held.class_id}
    looked_after = own == (one.holder_id or one.asked_by_id) or None in layers or one.layer in layers
    is_held = one.phase == CustodyPhase.HELD.value
    return (is_held and looked_after) or (one.open_claim and one.claim_handler_id == own)


def _own(viewer: protocol.Viewer) -> list[UUID]:
    return [UUID(person) for person in (viewer.id, *viewer.guardian_of)]


def _told(count: int) -> int | None:
    return None if 0 < count < FEWEST_TO_COUNT else count
