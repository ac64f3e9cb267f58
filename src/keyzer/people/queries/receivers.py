"""To whom something goes: the coordinator of a year, the manager of a colleague, and who comes after them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from keyzer.kit.prepared import prepared
from keyzer.people.models import Absence, Employment, RoleHeld
from keyzer.protocol import Role

from .persons import holds
from .roles import holders

_IN_TURN = (Role.COORDINATOR, Role.DIRECTEUR, Role.BESTUUR)


class NobodyLeft(Exception):
    """Everybody who could take this on is party to it, or nobody holds the role on that day."""


def coordinator_for(layer: int | None, on: date, without: Collection[UUID] = ()) -> UUID:
    """Whom a report goes to (leerlingen-8): the layer's own coordinator, else the nearest other, else who is above.

    Who is away is stood in for. Never one of `without`: they are party. Raises NobodyLeft.
    """
    found = sorted(
        (_IN_TURN.index(Role(role)), _distance(layer, own), person)
        for person, role, own in _receivers(on)
        if person not in without
    )
    if not found:
        raise NobodyLeft(
            "every coordinator, director and board member is party: give another person one of these roles"
        )
    return _first_present([person for _rank, _distance, person in found], deputies(on), without)


def manager_of(staff_id: UUID, on: date, without: Collection[UUID] = ()) -> UUID:
    """To whom a member of staff answers (personeel-1); one in `without` is passed by. Raises NobodyLeft."""
    left = [person for person in line_above(staff_id, on) if person not in without]
    if not left:
        raise NobodyLeft("every manager, director and board member is party: give another person one of these roles")
    return _first_present(left, deputies(on), {staff_id, *without})


def line_above(staff_id: UUID, on: date) -> list[UUID]:
    """Everybody whom a member of staff answers to, nearest first: managers, directors, the board; never oneself."""
    current, passed = _direct_manager(staff_id, on), [staff_id]
    while current is not None and current not in passed:
        passed.append(current)
        current = _direct_manager(current, on)
    above = [person for role in (Role.DIRECTEUR, Role.BESTUUR) for person in holders(role, on)]
    return [person for person in dict.fromkeys((*passed, *above)) if person != staff_id]


def board_for(on: date, without: Collection[UUID] = ()) -> list[UUID]:
    """Who of the board can take on what is the board's alone (WVO 2020, 3.39). Raises NobodyLeft when nobody can."""
    left = [person for person in holders(Role.BESTUUR, on) if person not in without]
    if not left:
        raise NobodyLeft("every member of the board is party: give another person this role")
    return left


def deputies(on: date) -> dict[UUID, UUID]:
    """Who is away on that day, with who stands in."""
    return dict(_away(on))


def _first_present(in_turn: Sequence[UUID], away: Mapping[UUID, UUID], without: Collection[UUID]) -> UUID:
    """The first of them, or who stands in, that is there and no party; when nobody is there, the first of all."""
    for person in in_turn:
        present = away.get(person, person)
        if present not in away and present not in without:
            return present
    return in_turn[0]


@prepared
def _away(on: date) -> QuerySet[Absence, tuple[UUID, UUID]]:
    return Absence.objects.filter(holds(on)).order_by("since").values_list("person_id", "deputy_id")


@prepared
def _receivers(on: date) -> QuerySet[RoleHeld, tuple[UUID, str, int | None]]:
    return RoleHeld.objects.filter(holds(on), role__in=_IN_TURN).values_list("person_id", "role", "layer")


def _distance(wanted: int | None, own: int | None) -> float:
    """How far a coordinator stands from the layer: one for the whole school comes right after the layer's own."""
    if own is None or wanted is None:
        return 0.5
    return abs(wanted - own)


def _direct_manager(staff_id: UUID, on: date) -> UUID | None:
    rows = Employment.objects.filter(holds(on), person_id=staff_id).exclude(manager=None)
    return rows.order_by("-since").values_list("manager_id", flat=True).first()
