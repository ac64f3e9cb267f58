"""Every read of reports. Who may see one is decided here: the one who told it, and the one who handles it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from keyzer import protocol
from keyzer.incidents import queries as incidents
from keyzer.kit.prepared import prepared
from keyzer.ledger import files
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people

from . import events
from .events import EvidenceAdded, IntakeLane, State, Told
from .models import Party, Report

PAGE = 50


class WaitingRow(NamedTuple):
    """A report to which somebody owes an answer."""

    id: UUID
    lane: IntakeLane
    layer: int | None
    reporter: str
    received_at: datetime
    due_at: datetime
    answered: bool
    opened: bool


class ReportRow(NamedTuple):
    """A report in a list."""

    id: UUID
    lane: IntakeLane
    state: State
    received_at: datetime
    due_at: datetime | None
    reporter: str
    handler: str


class Message(NamedTuple):
    """One turn in the conversation."""

    by_reporter: bool
    writer: str
    words: str
    at: datetime


class ReceivedFile(NamedTuple):
    """A file that came with a report."""

    report: UUID
    file: EvidenceAdded
    received_at: datetime


class ReportPage(NamedTuple):
    """All of one report."""

    id: UUID
    lane: IntakeLane
    state: State
    version: int
    reporter: people.PersonBrief
    handler: people.PersonBrief
    layer: int | None
    received_at: datetime
    due_at: datetime | None
    incident: UUID | None
    told: Told
    messages: list[Message]
    evidence: list[EvidenceAdded]
    read_at: datetime | None
    by_reporter: bool
    by_handler: bool


def visible_to(viewer: protocol.Viewer) -> QuerySet[Report]:
    """The reports that this person may open."""
    person = UUID(viewer.id)
    is_party = Q(Exists(Party.objects.filter(report=OuterRef("pk"), person=person)))
    is_party |= Q(Exists(incidents.party_to(person).filter(incident_id=OuterRef("incident"))))
    if not viewer.holds(protocol.Role.BESTUUR):
        is_party |= Q(Exists(incidents.sealed().filter(id=OuterRef("incident"))))
    reports = _fits(protocol.report_visibility(viewer), is_party) & Q(lane=IntakeLane.MELDING)
    doubts = _fits(protocol.doubt_visibility(viewer), is_party) & Q(lane=IntakeLane.TWIJFEL)
    return Report.objects.filter(reports | doubts)


def page(viewer: protocol.Viewer, report: UUID) -> ReportPage | None:
    """All of a report, for who may see it; None for others and when it was erased."""
    row = visible_to(viewer).filter(id=report).first()
    recorded = ledger.read(report) if row else []
    if row is None or not recorded:
        return None
    history = [(each, events.read(each.content)) for each in recorded]
    persons = people.brief({row.reporter_id, row.handler_id, *(each.by for each in recorded if each.by)})
    return ReportPage(
        id=row.id,
        lane=IntakeLane(row.lane),
        state=_state(row.id, row.state, _settled([(row.id, row.incident)])),
        version=row.version,
        reporter=persons[row.reporter_id],
        handler=persons[row.handler_id],
        layer=row.layer,
        received_at=row.received_at,
        due_at=row.due_at,
        incident=row.incident,
        told=next(event for _each, event in history if isinstance(event, Told)),
        messages=list(_messages(history, persons)),
        evidence=[event for _each, event in history if isinstance(event, EvidenceAdded)],
        read_at=next((each.at for each, event in history if isinstance(event, events.Read)), None),
        by_reporter=str(row.reporter_id) == viewer.id,
        by_handler=str(row.handler_id) == viewer.id,
    )


def has_moved(report: UUID) -> bool:
    """True when the incident that came of it went to another person than who handles the report."""
    row = Report.objects.filter(id=report).exclude(incident=None).values_list("incident", "handler_id").first()
    return row is not None and row[0] is not None and incidents.handler_of(row[0]) != row[1]


def concerns(viewer: protocol.Viewer, report: UUID) -> bool:
    """True for who may see a report, or the incident that came of it."""
    own = visible_to(viewer).filter(id=report).exists()
    return own or incidents.visible_to(viewer).filter(report=report).exists()


def handler_of(report: UUID) -> UUID | None:
    """Who handles a report; None when there is no such report."""
    return Report.objects.filter(id=report).values_list("handler_id", flat=True).first()


def waiting_for(viewer: protocol.Viewer, limit: int) -> list[WaitingRow]:
    """The reports to which this person owes an answer, first due first, in three queries.

    A report goes with its incident: it waits for who handles that by now.
    """
    who = UUID(viewer.id), viewer.roles, limit
    found = sorted([*_waiting(*who), *_taken_over(*who)], key=itemgetter(_WAITING.index("due_at")))[:limit]
    names = people.names(reporter for _, _, _, reporter, *_ in found)
    return [
        WaitingRow(
            id=report,
            lane=IntakeLane(lane),
            layer=layer,
            reporter=names.get(reporter, ""),
            received_at=received_at,
            due_at=due_at,
            answered=state not in {State.RECEIVED, State.READ},
            opened=state != State.RECEIVED,
        )
        for report, lane, layer, reporter, received_at, due_at, state in found
    ]


_WAITING = ("id", "lane", "layer", "reporter_id", "received_at", "due_at", "state")


@prepared
def _waiting(person: UUID, roles: tuple[protocol.RoleHeld, ...], limit: int) -> QuerySet[Report, Any]:
    seen = visible_to(protocol.Viewer(id=str(person), roles=roles))
    rows = seen.filter(due_at__isnull=False, handler_id=person).order_by("due_at")
    return rows.values_list(*_WAITING)[:limit]


@prepared
def _taken_over(person: UUID, roles: tuple[protocol.RoleHeld, ...], limit: int) -> QuerySet[Report, Any]:
    seen = incidents.visible_to(protocol.Viewer(id=str(person), roles=roles))
    is_mine = Exists(seen.filter(id=OuterRef("incident"), handler_id=person))
    rows = Report.objects.filter(is_mine, due_at__isnull=False, incident__isnull=False).exclude(handler_id=person)
    return rows.order_by("due_at").values_list(*_WAITING)[:limit]


def own_reports(viewer: protocol.Viewer, *, before: UUID | None = None) -> list[ReportRow]:
    """What this person told, newest first, a page at a time."""
    return _listed(_told_by(UUID(viewer.id), before))


def handled_by(viewer: protocol.Viewer, *, before: UUID | None = None) -> list[ReportRow]:
    """What this person handles or handled, newest first, a page at a time."""
    return _listed(_handled_by(UUID(viewer.id), viewer.roles, before))


def evidence(viewer: protocol.Viewer, report: UUID, file: UUID) -> EvidenceAdded | None:
    """One file of a report, for who may see the report."""
    found = page(viewer, report)
    return next((each for each in found.evidence if each.file == file), None) if found else None


def evidence_content(report: UUID, file: UUID) -> Iterator[bytes]:
    """The bytes of a file. Raises ledger.files.FileProblem when it is gone or was altered."""
    return files.content(report, file)


def files_of(incident: UUID) -> list[ReceivedFile]:
    """The files of every report that an incident came of, oldest first; for a room that has asked who may see them."""
    reports = Report.objects.filter(incident=incident).values_list("id", flat=True)
    told = ((report, each) for report, history in ledger.read_many(list(reports)).items() for each in history)
    found = ((report, events.read(each.content), each.at) for report, each in told)
    added = [ReceivedFile(report, event, at) for report, event, at in found if isinstance(event, EvidenceAdded)]
    return sorted(added, key=lambda one: (one.received_at, one.report))


def changes_since(found: ReportPage, seen: int) -> list[Message]:
    """What was written in the conversation since version `seen`."""
    count = sum(each.kind in {"answered", "asked"} for each in ledger.read(found.id, after=seen))
    return found.messages[len(found.messages) - count :]


_LISTED = ("id", "lane", "state", "received_at", "due_at", "reporter_id", "handler_id", "incident")


@prepared
def _told_by(person: UUID, before: UUID | None) -> QuerySet[Report, Any]:
    return _newest(Report.objects.filter(reporter_id=person), before)


@prepared
def _handled_by(person: UUID, roles: tuple[protocol.RoleHeld, ...], before: UUID | None) -> QuerySet[Report, Any]:
    seen = visible_to(protocol.Viewer(id=str(person), roles=roles))
    return _newest(seen.filter(handler_id=person), before)


def _newest(rows: QuerySet[Report], before: UUID | None) -> QuerySet[Report, Any]:
    rows = rows if before is None else rows.filter(id__lt=before)
    return rows.order_by("-id").values_list(*_LISTED)[:PAGE]


def _listed(found: Sequence[Any]) -> list[ReportRow]:
    names = people.names({person for *_, reporter, handler, _ in found for person in (reporter, handler)})
    settled = _settled((report, incident) for report, *_, incident in found)
    return [
        ReportRow(
            id=report,
            lane=IntakeLane(lane),
            state=_state(report, state, settled),
            received_at=received_at,
            due_at=due_at,
            reporter=names.get(reporter, ""),
            handler=names.get(handler, ""),
        )
        for report, lane, state, received_at, due_at, reporter, handler, _ in found
    ]


def _settled(reports: Iterable[tuple[UUID, UUID | None]]) -> set[UUID]:
    """From which of these reports an incident came that is settled by now; one query, or none."""
    opened = [report for report, incident in reports if incident is not None]
    return {report for report, is_settled in incidents.is_settled(opened).items() if is_settled} if opened else set()


def _state(report: UUID, state: str, settled: set[UUID]) -> State:
    return State.SETTLED if report in settled else State(state)


def _messages(
    history: list[tuple[ledger.Recorded, events.AnyEvent]], persons: Mapping[UUID, people.PersonBrief]
) -> Iterator[Message]:
    for each, event in history:
        if isinstance(event, events.Answered | events.Asked) and each.by:
            yield Message(isinstance(event, events.Asked), persons[each.by].name, event.words, each.at)


def _fits(clauses: Iterable[protocol.Clause], is_party: Q) -> Q:
    """What any of the clauses lets through; the protocol names the columns."""
    fields = {"reporter": "reporter_id", "handler": "handler_id", "layer": "layer"}
    found = Q(pk__in=[])
    for clause in clauses:
        fits = Q(*((fields[name], value) for name, value in clause.columns.items() if name in fields))
        if "is_party" in clause.columns:
            fits &= is_party if clause.columns["is_party"] else ~is_party
        found |= fits
    return found
