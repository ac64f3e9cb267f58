"""Every read of incidents. Who may see one is the protocol's rule, turned into a filter."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from keyzer import protocol
from keyzer.evidence import queries as evidence
from keyzer.evidence.queries import ItemView
from keyzer.kit import clock
from keyzer.ledger import queries as ledger

from . import events
from .models import Citation, Incident, Involvement, Party
from .reach import as_filter

PAGE = 30


class InvolvedPerson(NamedTuple):
    """A person's part, and the case about that person when there is one."""

    person: UUID
    part: protocol.Part
    case: UUID | None


class IncidentLine(NamedTuple):
    """One incident in a list."""

    id: UUID
    opened_at: datetime
    state: str
    layer: int | None
    conduct: tuple[str, ...]
    handler: UUID


Line = tuple[datetime, UUID | None, events.AnyEvent]
"""When, by whom, and what."""


class IncidentFile(NamedTuple):
    """One incident whole. `history` holds what was recorded, oldest first."""

    id: UUID
    version: int
    state: str
    lane: protocol.Lane
    layer: int | None
    handler: UUID
    happened_on: date | None
    place: str
    report: UUID | None
    can_work: bool
    told: str
    persons: tuple[InvolvedPerson, ...]
    conduct: tuple[str, ...]
    history: tuple[Line, ...]
    reports: tuple[UUID, ...]


def visible_to(viewer: protocol.Viewer) -> QuerySet[Incident]:
    """The incidents that this viewer may see."""
    is_party = Q(Exists(Party.objects.filter(incident=OuterRef("id"), person=UUID(viewer.id))))
    return Incident.objects.filter(as_filter(protocol.incident_visibility(viewer), is_party))


def incident_for(viewer: protocol.Viewer, incident: UUID) -> IncidentFile | None:
    """The incident, when it exists and is for this viewer."""
    row = visible_to(viewer).filter(id=incident).first()
    if row is None:
        return None
    history = tuple((one.at, one.by, events.read(one.content)) for one in ledger.read(incident))
    return IncidentFile(
        id=row.id,
        version=row.version,
        state=row.state,
        lane=protocol.Lane(row.lane),
        layer=row.layer,
        handler=row.handler_id,
        happened_on=row.happened_on,
        place=row.place,
        report=row.report,
        can_work=_may_handle(viewer, row),
        told=next((event.told for _at, _by, event in history if isinstance(event, events.Told)), ""),
        persons=tuple(persons_of(incident)),
        conduct=tuple(conduct_of(incident)),
        history=history,
        reports=_reports_in(event for _at, _by, event in history),
    )


def evidence_of(file: IncidentFile) -> list[ItemView]:
    """What came with its reports, oldest first; for who may see the incident."""
    return evidence.items_of(file.reports)


def evidence_item(file: IncidentFile, item: UUID) -> ItemView | None:
    """One piece of what came with its reports; None when there is no such one."""
    return next((one for one in evidence_of(file) if one.id == item), None)


def reports_of(incident: UUID) -> tuple[UUID, ...]:
    """The reports that it came of, the first one first."""
    return _reports_in(events.read(one.content) for one in ledger.read(incident))


def is_about_images(conduct: Iterable[str]) -> bool:
    """Whether one of these kinds of conduct leads to the path on which no picture is looked at."""
    known = protocol.in_force(clock.today()).conduct
    return any(known[kind].sexual_image_path for kind in conduct if kind in known)


def _reports_in(history: Iterable[events.AnyEvent]) -> tuple[UUID, ...]:
    found: dict[UUID, None] = {}
    for event in history:
        if isinstance(event, events.Told | events.ReportAdded):
            found |= {event.report: None} if event.report else {}
        elif isinstance(event, events.ReportTakenOut):
            found.pop(event.report, None)
    return tuple(found)


def page_of(viewer: protocol.Viewer, *, lane: protocol.Lane, older_than: UUID | None = None) -> list[IncidentLine]:
    """At most PAGE incidents of one lane for this viewer, newest first."""
    rows = visible_to(viewer).filter(lane=lane.value).order_by("-id")
    if older_than is not None:
        rows = rows.filter(id__lt=older_than)
    found = list(rows.values_list("id", "opened_at", "state", "layer", "handler_id")[:PAGE])
    cited = _conduct_by_incident(row[0] for row in found)
    return [
        IncidentLine(incident, opened_at, state, layer, tuple(cited.get(incident, ())), handler)
        for incident, opened_at, state, layer, handler in found
    ]


def place_in_list(text: str) -> UUID | None:
    """The id after which a list goes on, as an address names it; None for what is no id."""
    try:
        return UUID(text)
    except ValueError:
        return None


def state(incident: UUID) -> str:
    """`open` or `settled`. Raises Incident.DoesNotExist."""
    return Incident.objects.values_list("state", flat=True).get(id=incident)


def version(incident: UUID) -> int:
    """How many events it has. Raises Incident.DoesNotExist."""
    return Incident.objects.values_list("version", flat=True).get(id=incident)


def handler_of(incident: UUID) -> UUID:
    """Who handles it. Raises Incident.DoesNotExist."""
    return Incident.objects.values_list("handler_id", flat=True).get(id=incident)


def persons_of(incident: UUID) -> list[InvolvedPerson]:
    """Everybody who takes part, in the order in which they were named."""
    rows = Involvement.objects.filter(incident_id=incident).order_by("id").values_list("person_id", "part", "case")
    return [InvolvedPerson(person, protocol.Part(part), case) for person, part, case in rows]


def party_to(person: UUID) -> QuerySet[Party, Any]:
    """The incidents that this person can neither see nor handle, for a filter of another room."""
    return Party.objects.filter(person_id=person).values_list("incident_id", flat=True)


def beginning(incident: UUID) -> events.Told:
    """What was told when it was opened. Raises StopIteration when it was erased."""
    recorded = (events.read(one.content) for one in ledger.read(incident))
    return next(event for event in recorded if isinstance(event, events.Told))


def whom_it_keeps_out(incident: UUID) -> frozenset[UUID]:
    """Who could not see the report that it came of, and so sees nothing of it or of its cases."""
    told = (events.read(one.content) for one in ledger.read(incident))
    return frozenset(person for event in told if isinstance(event, events.Told) for person in event.kept_out)


def is_sealed(incident: UUID) -> bool:
    """Whether it is the board's alone (WVO 2020, 3.39)."""
    return Incident.objects.filter(id=incident, sealed=True).exists()


def sealed() -> QuerySet[Incident, Any]:
    """The incidents that are the board's alone, for a filter of another room."""
    return Incident.objects.filter(sealed=True).values_list("id", flat=True)


def conduct_of(incident: UUID) -> list[str]:
    """The kinds of conduct that were cited, in that order."""
    return _conduct_by_incident([incident]).get(incident, [])


def is_settled(reports: Iterable[UUID]) -> dict[UUID, bool]:
    """For each report from which an incident was opened: whether that incident is settled."""
    rows = Incident.objects.filter(report__in=set(reports)).values_list("report", "state")
    return {report: state == "settled" for report, state in rows if report is not None}


def lane_of(incident: UUID) -> protocol.Lane:
    """In which lane it runs. Raises Incident.DoesNotExist."""
    return protocol.Lane(Incident.objects.values_list("lane", flat=True).get(id=incident))


def _may_handle(viewer: protocol.Viewer, row: Incident) -> bool:
    """Whether who may see it may also work on it; a party never sees it."""
    handled = protocol.Handled(
        lane=protocol.Lane(row.lane),
        handler=str(row.handler_id),
        layer=row.layer,
        parties=frozenset(),
        sealed=row.sealed,
    )
    return protocol.may_handle(viewer, handled)


def _conduct_by_incident(incidents: Iterable[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    rows = Citation.objects.filter(incident_id__in=set(incidents)).order_by("id")
    for incident, kind in rows.values_list("incident_id", "conduct"):
        found.setdefault(incident, []).append(kind)
    return found
