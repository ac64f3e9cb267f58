"""As what somebody acts in a case: the person and the roles that reach as far as the case's year."""

from datetime import datetime
from uuid import UUID

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people import queries as people


def actor(person: UUID, layer: int | None, handler: str | None, at: datetime) -> protocol.Actor:
    """The person as who acts in a case of this year of study that `handler` handles, on that day."""
    return acting(people.viewer_of(person, clock.local(at).date()), layer, handler)


def acting(viewer: protocol.Viewer, layer: int | None, handler: str | None) -> protocol.Actor:
    """The viewer with the roles that reach this year; who handles a pupil of another year does so in the own role."""
    handles = viewer.id == handler
    return protocol.Actor(
        id=viewer.id, roles=frozenset(held.role for held in viewer.roles if handles or held.layer in {None, layer})
    )


def by_rule(person: UUID) -> protocol.Actor:
    """For what follows from a fact in every case of an incident, also in those that this person does not handle."""
    return protocol.Actor(id=str(person), roles=frozenset({protocol.Role.DIRECTEUR, protocol.Role.BESTUUR}))
