"""To which incident and case a device at the door belongs: the pupil's open one about devices, else a light new one."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer.cases import actions as cases
from keyzer.cases import queries as case_queries
from keyzer.incidents import actions as incidents
from keyzer.incidents import queries as incident_queries
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.people import queries as people
from keyzer.protocol import Part

ABOUT_DEVICES = ("toestel-in-les-zonder-toestemming", "toestel-niet-afgeven")
"""Conduct for which one open case holds all that happens; other conduct has a case of its own."""
AT_SCHOOL = "school"


class Joined(NamedTuple):
    """Where it belongs; without a case while nobody can open one, for instance as no guardian is known."""

    incident: UUID
    case: UUID | None


def joined_at_the_door(
    pupil: UUID, conduct: str, layer: int | None, told: str, *, by: UUID, at: datetime
) -> Joined | None:
    """Join the open case, or open a light one that the pupil's coordinator weighs; None when nobody can handle it."""
    kinds = ABOUT_DEVICES if conduct in ABOUT_DEVICES else (conduct,)
    for incident, case in case_queries.open_about(pupil, kinds):
        incidents.add_fact(incident, told, seen=incident_queries.version(incident), by=by, at=at)
        incidents.cite(incident, [conduct], seen=incident_queries.version(incident), by=by, at=at)
        return Joined(incident, case)
    try:
        with writing():
            incident = _incident(pupil, conduct, layer, told, by=by, at=at)
    except people.NobodyLeft:
        return None
    return Joined(incident, _case(incident, pupil, by=by, at=at))


def _incident(pupil: UUID, conduct: str, layer: int | None, told: str, *, by: UUID, at: datetime) -> UUID:
    on = clock.local(at).date()
    return incidents.open_incident(
        by=by,
        at=at,
        told=told,
        happened_on=on,
        place=AT_SCHOOL,
        persons=[(pupil, Part.ONDERWERP), (by, Part.MELDER)],
        conduct=[conduct],
        layer=layer,
        report=None,
        handler=people.coordinator_for(layer, on, without={pupil}),
    )


def _case(incident: UUID, pupil: UUID, *, by: UUID, at: datetime) -> UUID | None:
    try:
        with writing():
            return cases.open_by_rule(incident, pupil, by=by, at=at)
    except (cases.Refused, people.NobodyLeft):
        return None
