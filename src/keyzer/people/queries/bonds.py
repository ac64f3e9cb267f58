"""Who is tied to the school as what, and on which days: pupils, guardians, staff, volunteers, interns, others."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from keyzer.kit.prepared import prepared
from keyzer.people.models import Employment, Enrolment, Guardianship, RoleHeld
from keyzer.protocol import Audience, Bond, Role

from .persons import holds, is_adult
from .roles import AT_WORK

BOUND_AS = {
    Role.VRIJWILLIGER: Audience.VRIJWILLIGER,
    Role.STAGIAIR: Audience.STAGIAIR,
    Role.ANDER: Audience.ANDER,
}
"""The paper's audience of a role at work; every other one is that of staff."""

_Seat = tuple[UUID, date | None, date, date | None, UUID, str, int, str]
_TieRow = tuple[UUID, UUID, bool, date, date | None]
_Held = tuple[UUID, str, date, date | None]
_Worked = tuple[UUID, date, date | None]


class SeatBrief(NamedTuple):
    """A class as a heading needs it."""

    id: UUID
    name: str
    layer: int
    location: str


class BondLine(NamedTuple):
    """Somebody's tie, with the classes it is about: the pupil's own, or for a guardian those of the children."""

    bond: Bond
    seats: tuple[SeatBrief, ...] = ()


class _Seated(NamedTuple):
    pupil: UUID
    born: date | None
    since: date
    until: date | None
    seat: SeatBrief


class _Tie(NamedTuple):
    guardian: UUID
    child: UUID
    authority: bool
    since: date
    until: date | None


def bonds_of(person: UUID, on: date) -> list[Bond]:
    """Every tie of one person, those that ended or still must begin too; guardians as of `on`."""
    return _bonds_of(person, {person}, _around(person), on)


def bonds_around(person: UUID, on: date) -> list[Bond]:
    """As `bonds_of`, with the ties of the children whom this person is a guardian of on that day."""
    ties = _around(person)
    children = {tie.child for tie in ties if tie.guardian == person and _covers(tie.since, tie.until, on)}
    return _bonds_of(person, {person, *children}, _around(person, *sorted(children)) if children else ties, on)


def _around(person: UUID, *children: UUID) -> list[_Tie]:
    """This person's own ties, and those of these children."""
    return [_Tie(*row) for row in _ties_around(person, (person, *children))]


def _bonds_of(person: UUID, pupils: set[UUID], ties: list[_Tie], on: date) -> list[Bond]:
    seated, own = _seated(_seats_around(person)), [tie for tie in ties if tie.guardian == person]
    lines = [*_pupils([one for one in seated if one.pupil in pupils], ties, on), *_guardians(seated, own)]
    return [line.bond for line in (*lines, *_at_work(_roles_of(person), _work_of(person)))]


def bonds_on(on: date) -> list[BondLine]:
    """Every tie that holds on a day, in four queries whatever the size of the school."""
    seated, ties = _seated(_seats(holds(on))), _ties(holds(on))
    lines = [*_pupils(seated, ties, on), *_guardians(seated, ties), *_at_work(_roles(holds(on)), _work(holds(on)))]
    return [line for line in lines if line.bond.holds(on)]


def bonds_after(on: date) -> list[BondLine]:
    """Every tie that still must begin after a day."""
    pupils = set(Enrolment.objects.filter(since__gt=on).values_list("pupil_id", flat=True))
    seated = _seated(_seats(Q(pupil_id__in=pupils)))
    later = Q(since__gt=on)
    ties = _ties(Q(child_id__in=pupils) | later)
    lines = [*_pupils(seated, ties, on), *_guardians(seated, ties), *_at_work(_roles(later), _work(later))]
    return [line for line in lines if line.bond.since > on]


def buildings_at_work(on: date) -> dict[UUID, frozenset[str]]:
    """In which buildings people at work have a task for a class; who has none for any is absent."""
    rows = RoleHeld.objects.filter(holds(on), role__in=AT_WORK).exclude(school_class=None)
    found: dict[UUID, set[str]] = defaultdict(set)
    for person, building in rows.exclude(school_class__location="").values_list("person_id", "school_class__location"):
        found[person].add(building)
    return {person: frozenset(several) for person, several in found.items()}


def bonds_in_class(school_class: UUID, on: date) -> list[BondLine]:
    """The ties of the pupils of a class on a day, and of the adults tied to them."""
    seated = _seated(_seats(holds(on) & Q(school_class_id=school_class)))
    ties = _ties(holds(on) & Q(child_id__in={one.pupil for one in seated}))
    return [line for line in (*_pupils(seated, ties, on), *_guardians(seated, ties)) if line.bond.holds(on)]


@prepared
def _seats_around(person: UUID) -> QuerySet[Enrolment, _Seat]:
    """Of this person, and of all whose guardian this person is or was."""
    children = Guardianship.objects.filter(guardian_id=person).values("child_id")
    return _seats(Q(pupil_id=person) | Q(pupil_id__in=children))


@prepared
def _ties_around(person: UUID, pupils: tuple[UUID, ...]) -> QuerySet[Guardianship, _TieRow]:
    return _tied(Q(guardian_id=person) | Q(child_id__in=pupils))


@prepared
def _roles_of(person: UUID) -> QuerySet[RoleHeld, _Held]:
    return _roles(Q(person_id=person))


@prepared
def _work_of(person: UUID) -> QuerySet[Employment, _Worked]:
    return _work(Q(person_id=person))


def _seats(where: Q) -> QuerySet[Enrolment, _Seat]:
    rows = Enrolment.objects.filter(where).order_by("school_class__layer", "school_class__name", "pupil__family_name")
    parts = ("school_class_id", "school_class__name", "school_class__layer", "school_class__location")
    return rows.values_list("pupil_id", "pupil__born", "since", "until", *parts)


def _seated(rows: Iterable[_Seat]) -> list[_Seated]:
    return [
        _Seated(pupil, born, since, until, SeatBrief(seat, name, layer, location))
        for pupil, born, since, until, seat, name, layer, location in rows
    ]


def _tied(where: Q) -> QuerySet[Guardianship, _TieRow]:
    rows = Guardianship.objects.filter(where).order_by("guardian_id", "child_id")
    return rows.values_list("guardian_id", "child_id", "authority", "since", "until")


def _ties(where: Q) -> list[_Tie]:
    return [_Tie(*row) for row in _tied(where)]


def _roles(where: Q) -> QuerySet[RoleHeld, _Held]:
    held = RoleHeld.objects.filter(where, role__in=AT_WORK).order_by("person_id", "since", "id")
    return held.values_list("person_id", "role", "since", "until")


def _work(where: Q) -> QuerySet[Employment, _Worked]:
    work = Employment.objects.filter(where).order_by("person_id", "since", "id")
    return work.values_list("person_id", "since", "until")


def _pupils(seated: Iterable[_Seated], ties: Iterable[_Tie], on: date) -> Iterator[BondLine]:
    with_authority = defaultdict(list)
    for tie in ties:
        if tie.authority and _covers(tie.since, tie.until, on):
            with_authority[tie.child].append(str(tie.guardian))
    for one in seated:
        guardians = () if is_adult(one.born, on) else tuple(with_authority[one.pupil])
        bond = _bond(one.pupil, Audience.LEERLING, one.since, one.until, one.born, guardians)
        yield BondLine(bond, (one.seat,))


def _guardians(seated: Iterable[_Seated], ties: Iterable[_Tie]) -> Iterator[BondLine]:
    """Adults are tied to the school while both their tie to a child and the child's place in a class last."""
    places = defaultdict(list)
    for one in seated:
        places[one.pupil].append(one)
    found: dict[tuple[UUID, date, date | None], list[SeatBrief]] = defaultdict(list)
    for tie in ties:
        for one in places[tie.child]:
            since, until = max(tie.since, one.since), _earliest(tie.until, one.until)
            if until is None or since <= until:
                found[tie.guardian, since, until].append(one.seat)
    for (guardian, since, until), seats in found.items():
        yield BondLine(_bond(guardian, Audience.OUDER, since, until), tuple(dict.fromkeys(seats)))


def _at_work(held: Iterable[_Held], work: Iterable[_Worked]) -> Iterator[BondLine]:
    """Roles tell as what somebody is tied; work without any role is that of staff."""
    spans: dict[UUID, set[tuple[Audience, date, date | None]]] = defaultdict(set)
    for person, role, since, until in held:
        spans[person].add((BOUND_AS.get(Role(role), Audience.PERSONEEL), since, until))
    for person, since, until in work:
        if _is_staff(audience for audience, *_ in spans[person]):
            spans[person].add((Audience.PERSONEEL, since, until))
    for person, ties in spans.items():
        for audience, since, until in sorted(ties, key=str):
            yield BondLine(_bond(person, audience, since, until))


def _is_staff(audiences: Iterable[Audience]) -> bool:
    known = set(audiences)
    return not known or Audience.PERSONEEL in known


def _bond(
    person: UUID,
    audience: Audience,
    since: date,
    until: date | None,
    born: date | None = None,
    guardians: Collection[str] = (),
) -> Bond:
    return Bond(person=str(person), audience=audience, since=since, until=until, born=born, guardians=tuple(guardians))


def _covers(since: date, until: date | None, on: date) -> bool:
    return since <= on and (until is None or on <= until)


def _earliest(one: date | None, other: date | None) -> date | None:
    return min(filter(None, (one, other)), default=None)
