"""Reports in lists: what waits, what somebody told, what somebody handles; newest first or first due first."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from keyzer import protocol
from keyzer.incidents import queries as incidents
from keyzer.intake import choices
from keyzer.intake.events import IntakeLane, State, Way
from keyzer.intake.models import Report
from keyzer.kit.prepared import prepared
from keyzer.people import queries as people

from .sealing import reported_by
from .sight import visible

PAGE = 50


class WaitingRow(NamedTuple):
    """A report to which somebody owes an answer; `unnamed` is what to say of who is not known by name."""

    id: UUID
    lane: IntakeLane
    layer: int | None
    reporter: UUID | None
    unnamed: str
    due_at: datetime


class ReportRow(NamedTuple):
    """A report in a list."""

    id: UUID
    lane: IntakeLane
    state: State
    received_at: datetime
    due_at: datetime | None
    reporter: str
    handler: str


def waiting_for(viewer: protocol.Viewer, limit: int) -> list[WaitingRow]:
    """The reports to which this person owes an answer, first due first, in two queries.

    A report goes with its incident: it waits for who handles that by now.
    """
    who = UUID(viewer.id), viewer.roles, limit
    found = sorted([*_waiting(*who), *_taken_over(*who)], key=itemgetter(_WAITING.index("due_at")))[:limit]
    return [
        WaitingRow(
            id=report,
            lane=IntakeLane(lane),
            layer=layer,
            reporter=reporter,
            unnamed="" if reporter else choices.unnamed(Way(way)),
            due_at=due_at,
        )
        for report, lane, way, layer, reporter, due_at in found
    ]


_WAITING = ("id", "lane", "way", "layer", "reporter_id", "due_at")


@prepared
def _waiting(person: UUID, roles: tuple[protocol.RoleHeld, ...], limit: int) -> QuerySet[Report, Any]:
    seen = visible(protocol.Viewer(id=str(person), roles=roles), frozenset())
    rows = seen.filter(due_at__isnull=False, handler_id=person).order_by("due_at")
    return rows.values_list(*_WAITING)[:limit]


@prepared
def _taken_over(person: UUID, roles: tuple[protocol.RoleHeld, ...], limit: int) -> QuerySet[Report, Any]:
    seen = incidents.visible_to(protocol.Viewer(id=str(person), roles=roles))
    is_mine = Exists(seen.filter(id=OuterRef("incident"), handler_id=person))
    rows = Report.objects.filter(is_mine, due_at__isnull=False, incident__isnull=False).exclude(handler_id=person)
    return rows.order_by("due_at").values_list(*_WAITING)[:limit]


def own_reports(viewer: protocol.Viewer, *, before: UUID | None = None) -> list[ReportRow]:
    """What this person told, in confidence too, newest first, a page at a time."""
    person = UUID(viewer.id)
    return _listed(_told_by(person, before, tuple(reported_by(person))))


def handled_by(viewer: protocol.Viewer, *, before: UUID | None = None) -> list[ReportRow]:
    """What this person handles or handled, newest first, a page at a time."""
    return _listed(_handled_by(UUID(viewer.id), viewer.roles, before))


_LISTED = ("id", "lane", "way", "state", "received_at", "due_at", "reporter_id", "handler_id", "incident")


@prepared
def _told_by(person: UUID, before: UUID | None, sealed: tuple[UUID, ...]) -> QuerySet[Report, Any]:
    return _newest(Report.objects.filter(Q(reporter_id=person) | Q(id__in=sealed)), before)


@prepared
def _handled_by(person: UUID, roles: tuple[protocol.RoleHeld, ...], before: UUID | None) -> QuerySet[Report, Any]:
    seen = visible(protocol.Viewer(id=str(person), roles=roles), frozenset())
    return _newest(seen.filter(handler_id=person), before)


def _newest(rows: QuerySet[Report], before: UUID | None) -> QuerySet[Report, Any]:
    rows = rows if before is None else rows.filter(id__lt=before)
    return rows.order_by("-id").values_list(*_LISTED)[:PAGE]


def _listed(found: Sequence[Any]) -> list[ReportRow]:
    names = people.names({person for *_, reporter, handler, _ in found for person in (reporter, handler) if person})
    settled = settled_among((report, incident) for report, *_, incident in found)
    return [
        ReportRow(
            id=report,
            lane=IntakeLane(lane),
            state=state_of(report, state, settled),
            received_at=received_at,
            due_at=due_at,
            reporter=names.get(reporter, "") if reporter else choices.unnamed(Way(way)),
            handler=names.get(handler, ""),
        )
        for report, lane, way, state, received_at, due_at, reporter, handler, _ in found
    ]


def settled_among(reports: Iterable[tuple[UUID, UUID | None]]) -> set[UUID]:
    """From which of these reports an incident came that is settled by now; one query, or none."""
    opened = [report for report, incident in reports if incident is not None]
    return {report for report, is_settled in incidents.is_settled(opened).items() if is_settled} if opened else set()


def state_of(report: UUID, state: str, settled: set[UUID]) -> State:
    return State.SETTLED if report in settled else State(state)
