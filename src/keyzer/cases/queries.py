"""Every read of cases. Who may see one is the protocol's rule, turned into a filter."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from keyzer import protocol
from keyzer.incidents.reach import as_filter
from keyzer.kit.prepared import prepared
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people

from . import stream
from .models import FAR_OFF, Case, Conduct, DutyRow, Party
from .standing import acting

PAGE = 30
OWING = frozenset(protocol.Role) - {
    protocol.Role.LEERLING,
    protocol.Role.OUDER,
    protocol.Role.FG,
    protocol.Role.BEHEERDER,
}
"""Roles by which a duty can be owed; for the others nothing waits here."""
FEWEST_TO_COUNT = 5
"""A count of fewer cases than this is not shown: it could point at a person."""


class CaseFile(NamedTuple):
    """A case whole, as somebody may see it. `actor` is as what the viewer acts in it."""

    id: UUID
    version: int
    layer: int | None
    replayed: stream.Replayed
    actor: protocol.Actor

    @property
    def state(self) -> protocol.CaseState:
        """Where the case stands."""
        return self.replayed.state

    @property
    def edition(self) -> protocol.Edition:
        """The edition under which it was opened."""
        return self.replayed.edition


class CaseLine(NamedTuple):
    """One case in a list."""

    id: UUID
    subject: UUID
    handler: UUID | None
    lane: str
    phase: str
    opened_at: datetime
    next_due: datetime | None
    measure: str


class WaitingDuty(NamedTuple):
    """A duty that waits for somebody. `label` holds `{person:<id>}` where a name goes."""

    case: UUID
    duty: str
    label: protocol.Text
    subject: UUID
    due: datetime | None
    alarm: datetime | None


class Outline(NamedTuple):
    """In which lane a case runs, whether it is sealed, and of which year it is."""

    lane: protocol.Lane
    sealed: bool
    layer: int | None


class Happened(NamedTuple):
    """One thing that was recorded in a case. `said` holds `{person:<id>}` where a name goes."""

    case: UUID
    at: datetime
    by: UUID
    kind: str
    said: protocol.Text
    words: str
    grounds: tuple[str, ...]


class OwnFile(NamedTuple):
    """A case as its subject or a guardian may read it."""

    id: UUID
    version: int
    told: protocol.OwnCase


def visible_to(viewer: protocol.Viewer) -> QuerySet[Case]:
    """The cases that this viewer may see."""
    return Case.objects.filter(_reach(viewer, ""))


def _reach(viewer: protocol.Viewer, prefix: str) -> Q:
    is_party = Q(Exists(Party.objects.filter(case=OuterRef(f"{prefix}id"), person=UUID(viewer.id))))
    return as_filter(protocol.case_visibility(viewer), is_party, prefix)


def case_for(viewer: protocol.Viewer, case: UUID) -> CaseFile | None:
    """The case, when it exists, was not erased, and is for this viewer."""
    row = visible_to(viewer).filter(id=case).values_list("id", "layer").first()
    recorded = ledger.read(case) if row else []
    if row is None or not recorded:
        return None
    replayed = stream.replayed(stream.opened(recorded))
    return CaseFile(case, replayed.state.version, row[1], replayed, acting(viewer, row[1], replayed.state.handler))


def page_of(
    viewer: protocol.Viewer, *, lane: protocol.Lane, phase: str, older_than: UUID | None = None
) -> list[CaseLine]:
    """At most PAGE cases of one lane in a phase for this viewer, newest first."""
    rows = visible_to(viewer).filter(lane=lane.value, phase=phase).order_by("-id")
    if older_than is not None:
        rows = rows.filter(id__lt=older_than)
    return [CaseLine(*row) for row in rows.values_list(*_LINE)[:PAGE]]


_LINE = ("id", "subject_id", "handler_id", "lane", "phase", "opened_at", "next_due", "measure")


def cases_of(viewer: protocol.Viewer, subject: UUID) -> list[CaseLine]:
    """The cases about one person that this viewer may see, newest first."""
    rows = visible_to(viewer).filter(subject_id=subject).order_by("-id")
    return [CaseLine(*row) for row in rows.values_list(*_LINE)]


def open_about(subject: UUID, kinds: Collection[str]) -> list[tuple[UUID, UUID]]:
    """Open cases about a pupil for such conduct, with their incidents, newest first; for acts that join one."""
    rows = Case.objects.filter(
        subject_id=subject, lane=protocol.Lane.LEERLING.value, phase=protocol.Phase.OPEN.value, sealed=False
    )
    about = rows.filter(id__in=Conduct.objects.filter(kind__in=kinds).values("case_id"))
    return list(about.order_by("-id").values_list("incident_id", "id"))


def like_cases(file: CaseFile) -> dict[str, int]:
    """How often each measure ended closed cases of the same conduct and gravity; small counts are left out."""
    grade = protocol.gravity(file.state)
    if grade is None or not file.state.conduct:
        return {}
    like = Case.objects.filter(
        phase=protocol.Phase.CLOSED.value, lane=file.state.lane.value, gravity=grade.value, sealed=False
    ).exclude(measure="")
    same = like.filter(id__in=Conduct.objects.filter(kind__in=file.state.conduct).values("case_id"))
    counts = same.values_list("measure").annotate(times=Count("id"))
    return {measure: times for measure, times in counts if times >= FEWEST_TO_COUNT}


def duties_for(viewer: protocol.Viewer, limit: int) -> list[WaitingDuty]:
    """What waits for this viewer, soonest first, whatever else there is: for the person, or for a role that is held.

    Each part is read in the order of its own index and no further than `limit`.
    """
    person = UUID(viewer.id)
    found = _owed_by_person(person, viewer.roles, limit)
    for role, layer in dict.fromkeys((held.role, held.layer) for held in viewer.roles if held.role in OWING):
        found += _owed_by_role(person, viewer.roles, role.value, layer, limit)
    ordered = sorted({row[:3]: row for row in found}.values(), key=itemgetter(0, 1))[:limit]
    return [
        WaitingDuty(
            case=case,
            duty=duty,
            label=protocol.Text(nl=nl, en=en),
            subject=subject,
            due=None if due == FAR_OFF else due,
            alarm=alarm,
        )
        for due, duty, case, subject, nl, en, alarm in ordered
    ]


def who_owes_before(moment: datetime, on: date) -> set[UUID]:
    """Everybody to whom a duty falls that is due before `moment`, by name or by a role held on that day."""
    due = DutyRow.objects.filter(due__lt=moment)
    found = set(due.exclude(owed_person=None).values_list("owed_person_id", flat=True))
    for role, layer in due.exclude(owed_role="").values_list("owed_role", "layer").distinct():
        found.update(people.holders(protocol.Role(role), on, layer))
    return found


def outlines(cases: Iterable[UUID]) -> dict[UUID, Outline]:
    """Of each case what it takes to speak of it with care, for who may see it already."""
    rows = Case.objects.filter(id__in=set(cases)).values_list("id", "lane", "sealed", "layer")
    return {case: Outline(protocol.Lane(lane), sealed, layer) for case, lane, sealed, layer in rows}


def chronology(viewer: protocol.Viewer, subject: UUID) -> list[Happened]:
    """Everything that was recorded in the cases about one person that this viewer may see, oldest first."""
    cases = [line.id for line in cases_of(viewer, subject)]
    found = []
    for case, recorded in ledger.read_many(cases).items():
        replayed = stream.replayed(stream.opened(recorded))
        for event in replayed.events:
            said = protocol.summarise(replayed.edition, event)
            found.append(
                Happened(case, event.at, UUID(event.by), event.named(), said, protocol.narrative(event), event.grounds)
            )
    return sorted(found, key=lambda one: one.at)


def own_cases(viewer: protocol.Viewer, at: datetime) -> list[OwnFile]:
    """What a person may read as subject, or as guardian with authority of one, newest first: what was told, no more.

    A case in which the person was told nothing yet is not in the answer.
    """
    return _told([case for (case,) in _about(_concerned(viewer))], viewer, at)


def own_case(viewer: protocol.Viewer, case: UUID, at: datetime) -> OwnFile | None:
    """One of those; None when it is not among them."""
    return next(iter(_told([one for (one,) in _about(_concerned(viewer)) if one == case], viewer, at)), None)


def _concerned(viewer: protocol.Viewer) -> tuple[UUID, ...]:
    return tuple(UUID(person) for person in (viewer.id, *viewer.guardian_of))


def _told(cases: list[UUID], viewer: protocol.Viewer, at: datetime) -> list[OwnFile]:
    streams = ledger.read_many(cases)
    replayed = ((case, stream.replayed(stream.opened(streams[case]))) for case in cases if case in streams)
    read = (
        (case, found.state.version, protocol.own_case(found.edition, found.state, viewer.id, at))
        for case, found in replayed
    )
    return [OwnFile(case, version, told) for case, version, told in read if told is not None]


@prepared
def _about(subjects: tuple[UUID, ...]) -> QuerySet[Case, tuple[UUID]]:
    return Case.objects.filter(subject_id__in=subjects, sealed=False).order_by("-id").values_list("id")


@prepared
def _owed_by_person(person: UUID, roles: tuple[protocol.RoleHeld, ...], limit: int) -> QuerySet[DutyRow, Any]:
    return _soonest(DutyRow.objects.filter(owed_person_id=person), person, roles, limit)


@prepared
def _owed_by_role(
    person: UUID, roles: tuple[protocol.RoleHeld, ...], role: str, layer: int | None, limit: int
) -> QuerySet[DutyRow, Any]:
    rows = DutyRow.objects.filter(owed_role=role)
    return _soonest(rows if layer is None else rows.filter(layer=layer), person, roles, limit)


def _soonest(
    rows: QuerySet[DutyRow], person: UUID, roles: tuple[protocol.RoleHeld, ...], limit: int
) -> QuerySet[DutyRow, Any]:
    fields = ("due", "duty", "case_id", "case__subject_id", "label_nl", "label_en", "alarm")
    seen = rows.filter(_reach(protocol.Viewer(id=str(person), roles=roles), "case__"))
    return seen.order_by("due", "id").values_list(*fields)[:limit]


def version(case: UUID) -> int:
    """How many events it has. Raises Case.DoesNotExist."""
    return Case.objects.values_list("version", flat=True).get(id=case)


def incident_of(case: UUID) -> UUID:
    """The incident that a case is about. Raises Case.DoesNotExist."""
    return Case.objects.values_list("incident_id", flat=True).get(id=case)
