"""How far the school is: counted by audience, class and location, whatever its size in a handful of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.acknowledgements.checks import Asked, from_protocol
from keyzer.acknowledgements.editions import Shelf, shelf
from keyzer.acknowledgements.models import RefusalDecision, Signature
from keyzer.acknowledgements.words import State
from keyzer.people import queries as people
from keyzer.people.queries import BondLine, SeatBrief
from keyzer.protocol import AskedSignature, Audience, Edition, Role, Viewer
from keyzer.timetable import queries as timetable

Bound = tuple[str, Audience]
"""Who is bound, as what."""
Key = tuple[str, str, str]
"""Signer, on behalf of whom, as what: as text, for each of a hundred thousand costs."""
STATE = {state.value: state for state in State}
SEE_ALL = (Role.DIRECTEUR, Role.BESTUUR, Role.VEILIGHEIDSCOORDINATOR)


class _Said(NamedTuple):
    """What stands of each signature, and about which refusals the school decided."""

    states: Mapping[Key, State]
    decided: Collection[Key]


class Count(NamedTuple):
    """Signatures that are asked, and what became of them. `people` is on behalf of how many, `complete` all signed.

    `decided` is about how many of the refusals the school decided what follows.
    """

    asked: int
    signed: int
    refused: int
    people: int
    complete: int
    decided: int = 0

    @property
    def missing(self) -> int:
        """How many are neither signed nor refused."""
        return self.asked - self.signed - self.refused


class ClassLine(NamedTuple):
    """A class: what its pupils and the adults tied to them are asked."""

    seat: SeatBrief
    signatures: Count


class Coverage(NamedTuple):
    """How far the school is with an edition. A parent's own signature counts in the class of each child.

    Staff count in the building of a class that they have a task for; who is tied to none stands under an empty name.
    """

    edition: str
    total: Count
    audiences: dict[Audience, Count]
    classes: list[ClassLine]
    locations: dict[str, Count]
    audiences_in: dict[str, dict[Audience, Count]]


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
    """How far the school is on a day, in eight queries whatever its size."""
    held = on_shelf or shelf(on)
    said, outcomes = _Said(_said(held), _decided(held)), dict[Bound, Count]()
    audiences: dict[Audience, set[Bound]] = defaultdict(set)
    classes: dict[SeatBrief, set[Bound]] = defaultdict(set)
    locations: dict[str, dict[Audience, set[Bound]]] = defaultdict(lambda: defaultdict(set))
    at_work, teaching = people.buildings_at_work(on), timetable.buildings_of_teachers(on)
    for line in people.bonds_on(on):
        bound = (line.bond.person, line.bond.audience)
        if bound not in outcomes:
            outcomes[bound] = _outcome(held.in_force, line, on, said)
        audiences[line.bond.audience].add(bound)
        for seat in line.seats:
            classes[seat].add(bound)
        for building in _buildings(line, at_work, teaching):
            locations[building][line.bond.audience].add(bound)
    places = sorted(locations, key=lambda name: (not name, name))
    return Coverage(
        edition=held.in_force.id,
        total=_sum(outcomes.values()),
        audiences=_by_audience(audiences, outcomes),
        classes=[ClassLine(seat, _sum_of(classes[seat], outcomes)) for seat in sorted(classes, key=_by_seat)],
        locations={name: _sum_of(set().union(*locations[name].values()), outcomes) for name in places},
        audiences_in={name: _by_audience(locations[name], outcomes) for name in places},
    )


def _buildings(line: BondLine, *known: Mapping[UUID, frozenset[str]]) -> Iterable[str]:
    """Where somebody learns; at work, where the tasks and the lessons are, or under no name where neither tells."""
    if line.seats:
        return {seat.location for seat in line.seats}
    found = (one.get(UUID(line.bond.person), frozenset()) for one in known)
    return frozenset().union(*found) or {""}


def _by_audience(bound: Mapping[Audience, set[Bound]], outcomes: Mapping[Bound, Count]) -> dict[Audience, Count]:
    return {one: _sum_of(bound[one], outcomes) for one in Audience if one in bound}


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
    asked = dict.fromkeys(one for line in lines for one in protocol.signatures_asked(held.in_force, line.bond, on))
    left = {from_protocol(one): said.get(_key(one)) for one in asked if said.get(_key(one)) is not State.SIGNED}
    names = people.names({person for one in left for person in (one.signer, one.on_behalf_of)})
    return [MissingLine(one, names[one.signer], names[one.on_behalf_of], state) for one, state in left.items()]


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
    asked = {one for line in people.bonds_on(on) for one in protocol.signatures_asked(edition, line.bond, on)}
    new = [one for one in asked if said.get(_key(one)) is not State.SIGNED]
    by_audience = {audience: sum(one.audience is audience for one in new) for audience in Audience}
    return Forecast(len(asked), len(asked) - len(new), {one: many for one, many in by_audience.items() if many})


def _outcome(edition: Edition, line: BondLine, on: date, said: _Said) -> Count:
    """What is asked on behalf of one person as one audience, and what became of it."""
    keys = [_key(asked) for asked in protocol.signatures_asked(edition, line.bond, on)]
    states = [said.states.get(key) for key in keys]
    signed = states.count(State.SIGNED)
    decided = sum(key in said.decided for key in keys) if said.decided else 0
    complete = int(0 < signed == len(keys))
    return Count(len(keys), signed, states.count(State.REFUSED), int(bool(keys)), complete, decided)


def _sum_of(bound: Iterable[Bound], outcomes: Mapping[Bound, Count]) -> Count:
    return _sum(outcomes[one] for one in bound)


def _sum(counts: Iterable[Count]) -> Count:
    return Count(*map(sum, zip(*counts, strict=True))) if (counts := list(counts)) else Count(0, 0, 0, 0, 0)


def _said(on_shelf: Shelf, persons: set[UUID] | None = None) -> dict[Key, State]:
    """What stands of editions that count."""
    rows = Signature.objects.filter(edition__in=on_shelf.counting, ended_at=None)
    if persons is not None:
        rows = rows.filter(on_behalf_of_id__in=persons)
    found = rows.values_list("signer_id", "on_behalf_of_id", "audience", "state")
    return {(str(signer), str(child), audience): STATE[state] for signer, child, audience, state in found.iterator()}


def _decided(on_shelf: Shelf) -> set[Key]:
    """Which refusals the school has decided about."""
    rows = RefusalDecision.objects.filter(signature__edition__in=on_shelf.counting, signature__ended_at=None)
    found = rows.values_list("signature__signer_id", "signature__on_behalf_of_id", "signature__audience")
    return {(str(signer), str(child), audience) for signer, child, audience in found}


def _key(asked: AskedSignature) -> Key:
    return (asked.signer, asked.on_behalf_of, asked.audience.value)


def _by_seat(seat: SeatBrief) -> tuple[int, str]:
    return (seat.layer, seat.name)
