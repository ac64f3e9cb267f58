"""Families: pupils and those who have, share or lack authority over them."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from keyzer.people.roster import NewClass, NewEnrolment, NewGuardianship, NewPerson

from .draft import Draft, class_of
from .identity import invented_id
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
    school_class: NewClass
    age: int


class Tie(NamedTuple):
    """A guardian as the children of the family have him."""

    guardian: UUID
    authority: bool
    lives_with: bool


class Family(NamedTuple):
    """Who belongs together."""

    name: tuple[str, str]
    home: str
    ties: list[Tie]


def add_families(draft: Draft, draw: Draw) -> None:
    """Fill 48 classes with pupils and give each a family. Exactly one pupil is eighteen."""
    names = (f"{layer}{letter}" for layer in LAYERS for letter in CLASS_LETTERS)
    draft.classes.extend(class_of(name, draft.since.year) for name in names)
    seats = iter(_seats(draft.classes, draw))
    pupils = len(draft.classes) * PUPILS_PER_CLASS
    for number in range(FAMILIES):
        family = _family(draft, draw, number)
        for _child in range(2 if number < pupils - FAMILIES else 1):
            _add_pupil(draft, draw, family, next(seats))


def _seats(classes: list[NewClass], draw: Draw) -> Iterator[Seat]:
    """All places in an order drawn by lot, so that brothers and sisters land in different classes."""
    places = [school_class for school_class in classes for _ in range(PUPILS_PER_CLASS)]
    draw.lot.shuffle(places)
    eighteen = next(number for number, place in enumerate(places) if place.layer == LAYERS[-1])
    for number, place in enumerate(places):
        yield Seat(number, place, OF_AGE if number == eighteen else AGE_BEFORE_FIRST_LAYER + place.layer)


def _family(draft: Draft, draw: Draw, number: int) -> Family:
    """One or two guardians: together, apart with shared custody, or one of them without authority."""
    name, home = draw.family_name(), draw.address()
    ties = []
    for position in range(1 if number >= FAMILIES - WITH_ONE_GUARDIAN else 2):
        place = 2 * number + position
        guardian = invented_id("guardian", place)
        apart = position == 1 and number % SHARED_CUSTODY_EVERY == 0
        authority = not (position == 1 and number % WITHOUT_AUTHORITY_EVERY == 0)
        adult = draw.adult(name if position == 0 else None)
        draft.admit(
            NewPerson(
                guardian,
                adult.given,
                adult.family,
                adult.prefix,
                email=f"ouder{place}@demo.example",
                phone=draw.phone(),
                address=draw.address() if apart else home,
                language=draw.language(),
            ),
            f"ouder{place}",
        )
        ties.append(Tie(guardian, authority, not apart))
    return Family(name, home, ties)


def _add_pupil(draft: Draft, draw: Draw, family: Family, seat: Seat) -> None:
    pupil = invented_id("pupil", seat.number)
    name = draw.child(family.name)
    number = f"{100_000 + seat.number}"
    born = draw.birthday(seat.age, draft.since)
    draft.admit(
        NewPerson(
            pupil,
            name.given,
            name.family,
            name.prefix,
            number,
            born,
            phone=draw.phone(),
            address=family.home,
        ),
        number,
    )
    draft.enrolments.append(NewEnrolment(pupil, seat.school_class.id, draft.since))
    for tie in family.ties:
        draft.guardianships.append(
            NewGuardianship(tie.guardian, pupil, draft.since, authority=tie.authority, lives_with=tie.lives_with)
        )
