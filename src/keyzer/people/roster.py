"""What can be entered about people, as plain records: an import, a demo and a test speak the same language."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from keyzer.protocol import Role


class NewPerson(NamedTuple):
    """`number` is the school's own, never a citizen number; `language` is the one to write to this person in."""

    id: UUID
    given_name: str
    family_name: str
    prefix: str = ""
    number: str | None = None
    born: date | None = None
    email: str = ""
    phone: str = ""
    address: str = ""
    language: str = "nl"


class NewAccount(NamedTuple):
    """A way in. Without a password nobody can sign in with one."""

    person: UUID
    username: str
    password: str | None = None
    email: str = ""


class NewClass(NamedTuple):
    """`layer` is the year of study, 1 to 6; school year 2026 begins in August 2026; `location` is the building."""

    id: UUID
    name: str
    layer: int
    school_year: int
    location: str = ""


class NewEnrolment(NamedTuple):
    """A pupil's place in a class, from `since` up to and including `until`."""

    pupil: UUID
    school_class: UUID
    since: date
    until: date | None = None


class NewRole(NamedTuple):
    """A role for a layer, for a class, or for the whole school. Pupils and guardians need none: their ties say it."""

    person: UUID
    role: Role
    since: date
    until: date | None = None
    layer: int | None = None
    school_class: UUID | None = None


class NewEmployment(NamedTuple):
    """Work at the school, and to whom the person answers."""

    person: UUID
    function: str
    since: date
    until: date | None = None
    manager: UUID | None = None


class NewGuardianship(NamedTuple):
    """An adult's tie to a child; `authority` is gezag."""

    guardian: UUID
    child: UUID
    since: date
    until: date | None = None
    authority: bool = True
    lives_with: bool = True


class Roster(NamedTuple):
    """Everything that is entered in one act; parts may refer to each other and to what is already there."""

    people: tuple[NewPerson, ...] = ()
    accounts: tuple[NewAccount, ...] = ()
    classes: tuple[NewClass, ...] = ()
    enrolments: tuple[NewEnrolment, ...] = ()
    roles: tuple[NewRole, ...] = ()
    employments: tuple[NewEmployment, ...] = ()
    guardianships: tuple[NewGuardianship, ...] = ()
