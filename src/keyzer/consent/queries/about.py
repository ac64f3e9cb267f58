"""Whom consent is asked of: pupils and everybody at work, each with who decides."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from keyzer.people import queries as people
from keyzer.people.queries import BondLine
from keyzer.protocol import AboutImage, Audience


def about(person: UUID, on: date) -> AboutImage | None:
    """Who is in the picture; None for who is neither a pupil nor at work on that day."""
    known = people.brief([person], on).get(person)
    if known is None:
        return None
    if known.layer is None:
        is_at_work = people.viewer_of(person, on).holds(*people.AT_WORK)
        return AboutImage(person=str(person), is_pupil=False) if is_at_work else None
    guardians = frozenset(str(one.id) for one in people.guardians_of(person, on) if one.authority)
    return AboutImage(person=str(person), is_pupil=True, born=known.born, guardians=guardians)


def among(persons: Collection[UUID], on: date) -> dict[UUID, AboutImage]:
    """Of these people who are asked for consent; a few queries for each class that they sit in."""
    seats = people.seats(tuple(persons), on)
    pupils = {one: known for place in {seat[3] for seat in seats} for one, known in in_class(place, on).items()}
    others = {person: about(person, on) for person in persons if person not in pupils}
    found = pupils | {person: known for person, known in others.items() if known}
    return {person: found[person] for person in persons if person in found}


def in_class(school_class: UUID, on: date) -> dict[UUID, AboutImage]:
    """The pupils of a class, in two queries."""
    return _pupils(people.bonds_in_class(school_class, on))


def everybody(on: date) -> dict[UUID, AboutImage]:
    """All pupils and everybody at work, in four queries whatever the size of the school."""
    lines = people.bonds_on(on)
    working = {line.bond.person for line in lines if line.bond.audience not in {Audience.LEERLING, Audience.OUDER}}
    at_work = {UUID(person): AboutImage(person=person, is_pupil=False) for person in working}
    return at_work | _pupils(lines)


def _pupils(lines: Iterable[BondLine]) -> dict[UUID, AboutImage]:
    bonds = [line.bond for line in lines if line.bond.audience is Audience.LEERLING]
    return {
        UUID(one.person): AboutImage(
            person=one.person, is_pupil=True, born=one.born, guardians=frozenset(one.guardians)
        )
        for one in bonds
    }
