"""To whom a report goes (leerlingen-8, personeel-1): never to somebody who takes part in what is told."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.people import queries as people

from .events import Told


class Route(NamedTuple):
    """Who handles a report, and who never reads it, whatever their office: whom it names, and whom it is about."""

    handler: UUID
    shut_out: frozenset[UUID]


def layer_of(reporter: protocol.Viewer, told: Told, on: date) -> int | None:
    """The year of study that a report belongs to: that of the guardian's child, else of the reporter."""
    return people.layer_of(told.child or UUID(reporter.id), on)


def route(reporter: protocol.Viewer, told: Told, layer: int | None, on: date) -> Route:
    """Who handles it: for a pupil or guardian the year's coordinator, for staff their manager.

    When it is about that very person it goes to the next. Raises people.queries.NobodyLeft.
    """
    own = UUID(reporter.id)
    shut_out = {named.person for named in told.persons} - {own}
    handler = _first(reporter, layer, on, shut_out | {own})
    if told.about_coordinator:
        shut_out.add(handler)
        handler = _first(reporter, layer, on, shut_out | {own})
    return Route(handler, frozenset(shut_out))


def route_without_name(told: Told, layer: int | None, on: date) -> Route:
    """Who handles what somebody told without a name: the coordinator of the year that was said, else another.

    Raises people.queries.NobodyLeft.
    """
    handler = people.coordinator_for(layer, on)
    if not told.about_coordinator:
        return Route(handler, frozenset())
    return Route(people.coordinator_for(layer, on, without={handler}), frozenset({handler}))


def board(told: Told, on: date) -> list[UUID]:
    """Who of the board gets what is the board's alone: nobody who is named. Raises people.queries.NobodyLeft."""
    return people.board_for(on, without=named(told))


def named(told: Told) -> frozenset[UUID]:
    """Everybody who was named."""
    return frozenset(one.person for one in told.persons)


def another_handler(layer: int | None, on: date, without: set[UUID]) -> UUID:
    """Who takes it over from somebody who turns out to take part in it. Raises people.queries.NobodyLeft."""
    return people.coordinator_for(layer, on, without=without)


def _first(reporter: protocol.Viewer, layer: int | None, on: date, without: set[UUID]) -> UUID:
    if layer is None and reporter.holds(*people.STAFF):
        return people.manager_of(UUID(reporter.id), on, without=without)
    return people.coordinator_for(layer, on, without=without)
