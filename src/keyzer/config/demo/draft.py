"""A roster while it is being written."""

from dataclasses import dataclass, field
from datetime import date

from keyzer.people.roster import (
    NewAccount,
    NewClass,
    NewEmployment,
    NewEnrolment,
    NewGuardianship,
    NewPerson,
    NewRole,
    Roster,
)

from .identity import invented_id


@dataclass(frozen=True)
class Draft:
    """The lists that become a roster; all of it holds from `since`, the first day of the school year."""

    since: date
    people: list[NewPerson] = field(default_factory=list)
    accounts: list[NewAccount] = field(default_factory=list)
    classes: list[NewClass] = field(default_factory=list)
    enrolments: list[NewEnrolment] = field(default_factory=list)
    roles: list[NewRole] = field(default_factory=list)
    employments: list[NewEmployment] = field(default_factory=list)
    guardianships: list[NewGuardianship] = field(default_factory=list)

    def admit(self, person: NewPerson, username: str) -> None:
        """A person with an account; in the demo nobody has a password."""
        self.people.append(person)
        self.accounts.append(NewAccount(person.id, username, email=person.email))

    def roster(self) -> Roster:
        """The roster as it will be entered."""
        return Roster(
            tuple(self.people),
            tuple(self.accounts),
            tuple(self.classes),
            tuple(self.enrolments),
            tuple(self.roles),
            tuple(self.employments),
            tuple(self.guardianships),
        )


def class_of(name: str, school_year: int) -> NewClass:
    """The class with this name (`2B`) in the demo school."""
    return NewClass(invented_id("class", name), name, int(name[0]), school_year)
