"""What is known of a person when a case about that person opens: gathered from people and from the incident."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from keyzer import protocol
from keyzer.incidents import queries as incidents
from keyzer.kit import clock
from keyzer.people import queries as people


def opening(incident: UUID, subject: UUID, at: datetime) -> protocol.Open:
    """The command that opens a case about `subject`. Raises people.queries.NobodyLeft when nobody can handle it."""
    on = clock.local(at).date()
    known = people.brief([subject], on)[subject]
    lane = protocol.Lane.PERSONEEL if known.layer is None else protocol.Lane.LEERLING
    guardians = people.guardians_of(subject, on) if lane is protocol.Lane.LEERLING else []
    parties = parties_of(incident, subject)
    barred = {subject, *(guardian.id for guardian in guardians)}
    barred |= {UUID(party.person) for party in parties if party.part is not protocol.Part.MELDER}
    barred |= incidents.whom_it_keeps_out(incident)
    return protocol.Open(
        subject=str(subject),
        lane=lane,
        incident=str(incident),
        handler=str(_handler(incident, subject, lane, on, barred)),
        settings=settings(people.school().settings),
        born=known.born,
        compulsory_education=lane is protocol.Lane.LEERLING and not people.is_adult(known.born, on),
        guardians=tuple(
            protocol.Guardian(person=str(guardian.id), authority=guardian.authority) for guardian in guardians
        ),
        parties=parties,
        conduct=tuple(incidents.conduct_of(incident)),
        path=_path(incident, lane),
    )


def _path(incident: UUID, lane: protocol.Lane) -> protocol.CasePath:
    """What is the board's alone goes the way of the law, whether or not the works council agreed to anything."""
    if lane is protocol.Lane.PERSONEEL and incidents.is_sealed(incident):
        return protocol.CasePath.TASK_OFFENCE
    return protocol.CasePath.ORDINARY


def parties_of(incident: UUID, subject: UUID) -> tuple[protocol.Party, ...]:
    """Everybody who takes part in the incident but the subject, each with every part."""
    return tuple(
        protocol.Party(person=str(one.person), part=one.part)
        for one in incidents.persons_of(incident)
        if one.person != subject
    )


def settings(known: Mapping[str, Any]) -> protocol.SchoolSettings:
    """What the school filled in, as the protocol reads it; what a case does not need is passed over."""
    fields = {name: known[name] for name in protocol.SchoolSettings.__struct_fields__ if name in known}
    return msgspec.convert(fields, protocol.SchoolSettings)


def _handler(incident: UUID, subject: UUID, lane: protocol.Lane, on: date, barred: set[UUID]) -> UUID:
    """A pupil's case stays with who handles the incident; a case about staff goes to their manager (personeel-8).

    What is sealed stays with the member of the board who has the incident (WVO 2020, 3.39).
    """
    handler = incidents.handler_of(incident)
    if handler not in barred and incidents.is_sealed(incident):
        return handler
    if lane is protocol.Lane.PERSONEEL:
        return people.manager_of(subject, on, without=barred)
    if handler not in barred and incidents.lane_of(incident) is lane:
        return handler
    return people.coordinator_for(people.layer_of(subject, on), on, without=barred)
