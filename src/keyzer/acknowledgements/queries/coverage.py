"""How far the school is: counted by audience, class and location, whatever its size in a handful of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.acknowledgements.checks import Asked, from_protocol
from keyzer.acknowledgements.editions import Shelf, shelf
from keyzer.acknowledgements.models import Signature
from keyzer.acknowledgements.words import State
from keyzer.people import queries as people
from keyzer.people.queries import BondLine, SeatBrief
from keyzer.protocol import Audience, Edition, Role, Viewer

SEE_ALL = (Role.DIRECTEUR, Role.BESTUUR, Role.VEILIGHEIDSCOORDINATOR)


class Count(NamedTuple):
    """Signatures that are asked, and what became of them. `people` is on behalf of how many, `complete` all signed."""

    asked: int
    signed: int
    refused: int
    people: int
    complete: int

    @property
    def missing(self) -> int:
        """How many are neither signed nor refused."""
        return self.asked - self.signed - self.refused


class ClassLine(NamedTuple):
    """A class: what its pupils and the adults tied to them are asked."""

    seat: SeatBrief
    signatures: Count


class Coverage(NamedTuple):
    """How far the school is with an edition. A parent's own signature counts in the class of each child."""

    edition: str
    total: Count
    audiences: dict[Audience, Count]
    classes: list[ClassLine]
    locations: dict[str, Count]


class MissingLine(NamedTuple):
    """A signature that is still asked in a class."""

    asked: Asked
    name: str
    on_behalf_of: str
    state: State | None


class NotYetLine(NamedTuple):
    """Somebody who will be bound from a day on."""

    person: UUID
    name: str
    audience: Audience
    since: date


class Forecast(NamedTuple):
    """How many signatures an edition asks on its first day, and how many of those stand already."""

    asked: int
    standing: int
    by_audience: dict[Audience, int]

    @property
    def new(self) -> int:
        """How many people must still put."""
        return self.asked - self.standing


def coverage(on: date, on_shelf: Shelf | None = None) -> Coverage:
    """How far the school is on a day, in five queries whatever its size."""
    held = on_shelf or shelf(on)
    said = _said(held)
    audiences: dict[Audience, set[Asked]] = defaultdict(set)
    classes: dict[SeatBrief, set[Asked]] = defaultdict(set)
    for line in people.bonds_on(on):
        asked = _asked(held.in_force, line, on)
        audiences[line.bond.audience].update(asked)
        for seat in line.seats:
            classes[seat].update(asked)
    locations: dict[str, set[Asked]] = defaultdict(set)
    for seat, asked_in in classes.items():
        locations[seat.location].update(asked_in)
    return Coverage(
        edition=held.in_force.id,
        total=_count(set().union(*audiences.values()), said),
        audiences={one: _count(audiences[one], said) for one in Audience if one in audiences},
        classes=[ClassLine(seat, _count(asked_in, said)) for seat, asked_in in sorted(classes.items(), key=_by_seat)],
        locations={name: _count(asked_in, said) for name, asked_in in sorted(locations.items()) if name},
    )


def missing(viewer: Viewer, school_class: UUID, on: date) -> list[MissingLine] | None:
    """The signatures that are still asked in a class, by name; None for a class that is not this viewer's.

    Who refused is among them, without the reason.
    """
    lines = people.bonds_in_class(school_class, on)
    seats = {seat for line in lines for seat in line.seats}
    if not may_see_class(viewer, school_class, {seat.layer for seat in seats}):
        return None
    held = shelf(on)
    said = _said(held, {UUID(line.bond.person) for line in lines})
    asked = dict.fromkeys(one for line in lines for one in _asked(held.in_force, line, on))
    left = [one for one in asked if said.get(one) is not State.SIGNED]
    names = people.names({person for one in left for person in (one.signer, one.on_behalf_of)})
    return [MissingLine(one, names[one.signer], names[one.on_behalf_of], said.get(one)) for one in left]


def may_see_class(viewer: Viewer, school_class: UUID, layers: Iterable[int]) -> bool:
    """Whether this viewer looks after the class: its mentor, a coordinator of its year, or who sees all of it."""
    years = {None, *layers}
    return viewer.holds(*SEE_ALL) or any(
        (held.role is Role.MENTOR and held.class_id == str(school_class))
        or (held.role in {Role.COORDINATOR, Role.TEAMLEIDER} and held.class_id is None and held.layer in years)
        for held in viewer.roles
    )


def not_bound_yet(on: date) -> list[NotYetLine]:
    """Who will be bound later and is not now in that way, soonest first."""
    later = people.bonds_after(on)
    bound = {(line.bond.person, line.bond.audience) for line in people.bonds_on(on)} if later else set()
    coming: dict[tuple[str, Audience], date] = {}
    for line in sorted(later, key=lambda one: one.bond.since):
        key = (line.bond.person, line.bond.audience)
        if key not in bound:
            coming.setdefault(key, line.bond.since)
    names = people.names(UUID(person) for person, _ in coming)
    return [NotYetLine(UUID(who), names[UUID(who)], audience, since) for (who, audience), since in coming.items()]


def forecast(edition: Edition, on: date) -> Forecast:
    """What an edition would ask of those who are bound on a day; a minor change leaves what stands as it is."""
    known = shelf(on).editions
    said = _said(Shelf(edition, {**known, edition.id: edition}))
    asked = {one for line in people.bonds_on(on) for one in _asked(edition, line, on)}
    new = [one for one in asked if said.get(one) is not State.SIGNED]
    by_audience = {audience: sum(one.audience is audience for one in new) for audience in Audience}
    return Forecast(len(asked), len(asked) - len(new), {one: many for one, many in by_audience.items() if many})


def _asked(edition: Edition, line: BondLine, on: date) -> list[Asked]:
    return [from_protocol(asked) for asked in protocol.signatures_asked(edition, line.bond, on)]


def _said(on_shelf: Shelf, persons: set[UUID] | None = None) -> dict[Asked, State]:
    """What stands of editions that count."""
    rows = Signature.objects.filter(edition__in=on_shelf.counting, ended_at=None)
    if persons is not None:
        rows = rows.filter(on_behalf_of_id__in=persons)
    found = rows.values_list("signer_id", "on_behalf_of_id", "audience", "state")
    return {Asked(signer, child, Audience(audience)): State(state) for signer, child, audience, state in found}


def _count(asked: set[Asked], said: Mapping[Asked, State]) -> Count:
    states = [said.get(one) for one in asked]
    unsigned = {one.on_behalf_of for one in asked if said.get(one) is not State.SIGNED}
    persons = {one.on_behalf_of for one in asked}
    signed, refused = states.count(State.SIGNED), states.count(State.REFUSED)
    return Count(len(asked), signed, refused, len(persons), len(persons - unsigned))


def _by_seat(one: tuple[SeatBrief, set[Asked]]) -> tuple[int, str]:
    return (one[0].layer, one[0].name)
