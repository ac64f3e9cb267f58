"""Families: pupils and those who have, share or lack authority over them."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from keyzer.people.roster import ClassRecord, EnrolmentRecord, GuardianshipRecord, PersonRecord, RoleRecord, Roster
from keyzer.protocol import Role

from .identity import person_id
from .names import Draw

LAYERS = range(1, 7)
CLASS_LETTERS = "ABCDEFGH"
PUPILS_PER_CLASS = 25
FAMILIES = 1040
WITH_ONE_GUARDIAN = 80
SHARED_CUSTODY_EVERY = 5
WITHOUT_AUTHORITY_EVERY = 40
AGE_BEFORE_FIRST_LAYER = 10
OF_AGE = 18


class Seat(NamedTuple):
    """A place in a class, to be taken by the pupil with this number at this age (on the first day of the year)."""

    number: int
    school_class: ClassRecord
    age: int


class Family(NamedTuple):
    """Who belongs together."""

    name: tuple[str, str]
    home: str
    guardians: list[tuple[UUID, bool, bool]]


def add_families(roster: Roster, draw: Draw) -> None:
    """Fill 48 classes with pupils and give each a family. Exactly one pupil is eighteen."""
    roster.classes.extend(ClassRecord(f"{layer}{letter}", layer) for layer in LAYERS for letter in CLASS_LETTERS)
    seats = iter(_seats(roster.classes, draw))
    pupils = len(roster.classes) * PUPILS_PER_CLASS
    for number in range(FAMILIES):
        family = _family(roster, draw, number)
        for _child in range(2 if number < pupils - FAMILIES else 1):
            _add_pupil(roster, draw, family, next(seats))


def _seats(classes: list[ClassRecord], draw: Draw) -> Iterator[Seat]:
    """All places in an order drawn by lot, so that brothers and sisters land in different classes."""
    places = [school_class for school_class in classes for _ in range(PUPILS_PER_CLASS)]
    draw.lot.shuffle(places)
    eighteen = next(number for number, place in enumerate(places) if place.layer == LAYERS[-1])
    for number, place in enumerate(places):
        yield Seat(number, place, OF_AGE if number == eighteen else AGE_BEFORE_FIRST_LAYER + place.layer)


def _family(roster: Roster, draw: Draw, number: int) -> Family:
    """One or two guardians: together, apart with shared custody, or one of them without authority."""
    name, home = draw.family_name(), draw.address()
    guardians = []
    for position in range(1 if number >= FAMILIES - WITH_ONE_GUARDIAN else 2):
        guardian = person_id("guardian", 2 * number + position)
        apart = position == 1 and number % SHARED_CUSTODY_EVERY == 0
        authority = not (position == 1 and number % WITHOUT_AUTHORITY_EVERY == 0)
        full_name = draw.adult(name if position == 0 else None)
        address = draw.address() if apart else home
        email = f"ouder{2 * number + position}@demo.example"
        language = draw.language()
        roster.persons.append(PersonRecord(guardian, None, *full_name, None, email, draw.phone(), address, language))
        roster.roles.append(RoleRecord(guardian, Role.OUDER))
        guardians.append((guardian, authority, not apart))
    return Family(name, home, guardians)


def _add_pupil(roster: Roster, draw: Draw, family: Family, seat: Seat) -> None:
    pupil = person_id("pupil", seat.number)
    born = draw.birthday(seat.age, roster.since)
    number = f"{100_000 + seat.number}"
    roster.persons.append(
        PersonRecord(pupil, number, *draw.child(family.name), born, "", draw.phone(), family.home, "nl")
    )
    roster.roles.append(RoleRecord(pupil, Role.LEERLING))
    roster.enrolments.append(EnrolmentRecord(pupil, seat.school_class.name))
    for guardian, authority, lives_with in family.guardians:
        roster.guardianships.append(GuardianshipRecord(guardian, pupil, authority, lives_with))
