"""Who may see which report, as a filter: the protocol says it, in columns."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from keyzer import protocol
from keyzer.incidents import queries as incidents
from keyzer.intake.events import IntakeLane
from keyzer.intake.models import Party, Report

from .sealing import reported_by


def visible_to(viewer: protocol.Viewer) -> QuerySet[Report]:
    """The reports that this person may open."""
    return visible(viewer, reported_by(UUID(viewer.id)))


def visible(viewer: protocol.Viewer, sealed: frozenset[UUID]) -> QuerySet[Report]:
    """As `visible_to`; `sealed` are those that the person reported in confidence."""
    person = UUID(viewer.id)
    is_party = Q(Exists(Party.objects.filter(report=OuterRef("pk"), person=person)))
    is_party |= Q(Exists(incidents.party_to(person).filter(incident_id=OuterRef("incident"))))
    if not viewer.holds(protocol.Role.BESTUUR):
        is_party |= Q(Exists(incidents.sealed().filter(id=OuterRef("incident"))))
    reports = _fits(protocol.report_visibility(viewer), is_party) & Q(lane=IntakeLane.MELDING)
    doubts = _fits(protocol.doubt_visibility(viewer), is_party) & Q(lane=IntakeLane.TWIJFEL)
    return Report.objects.filter(reports | doubts | Q(id__in=sealed))


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
