"""What a roster says, as plain records: who is there, in which class, with which role, and who is whose guardian."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol


class PersonRecord(NamedTuple):
    """A person as the roster knows him. `number` is the school's own."""

    id: UUID
    number: str | None
    given_name: str
    prefix: str
    family_name: str
    born: date | None
    email: str
    phone: str
    address: str
    language: str


class ClassRecord(NamedTuple):
    """A class of the school year."""

    name: str
    layer: int


class EnrolmentRecord(NamedTuple):
    """A pupil in a class, by the class's name."""

    pupil: UUID
    class_name: str


class RoleRecord(NamedTuple):
    """A role for a layer, for a class, or for the whole school."""

    person: UUID
    role: protocol.Role
    layer: int | None = None
    class_name: str | None = None


class EmploymentRecord(NamedTuple):
    """A function at the school and to whom it answers."""

    person: UUID
    function: str
    manager: UUID | None


class GuardianshipRecord(NamedTuple):
    """A guardian of a child."""

    guardian: UUID
    child: UUID
    authority: bool
    lives_with: bool


@dataclass(frozen=True)
class Roster:
    """A whole roster for the school year `school_year`, holding from `since`."""

    school_year: int
    since: date
    persons: list[PersonRecord] = field(default_factory=list)
    classes: list[ClassRecord] = field(default_factory=list)
    enrolments: list[EnrolmentRecord] = field(default_factory=list)
    roles: list[RoleRecord] = field(default_factory=list)
    employments: list[EmploymentRecord] = field(default_factory=list)
    guardianships: list[GuardianshipRecord] = field(default_factory=list)
