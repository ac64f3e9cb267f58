"""A school of 1,200 pupils in 48 classes with two guardians each, and a hundred members of staff."""

from datetime import date, timedelta
from uuid import UUID, uuid5

from keyzer.people import actions
from keyzer.people.roster import NewClass, NewEnrolment, NewGuardianship, NewPerson, NewRole, Roster
from keyzer.protocol import Role
from tests.cast import NOW, SINCE

FAMILY = UUID("2d1f6d1c-5b68-4a3c-8a55-4b9f3a5f7c11")
PUPILS = 1200
STAFF = 100
CLASSES = [(layer, letter) for layer in range(1, 7) for letter in "abcdefgh"]
ELEVEN_ON = date(2026, 8, 1)


def big_id(kind: str, number: int) -> UUID:
    """The same id in every run."""
    return uuid5(FAMILY, f"{kind} {number}")


def class_of(pupil: int) -> int:
    """The number of the class that a pupil sits in."""
    return pupil % len(CLASSES)


def enter_big_school() -> None:
    """Enter everybody; pupils of year 1 are about twelve, those of year 6 about seventeen."""
    pupils = range(PUPILS)
    actions.enter(
        Roster(
            people=(*_pupils(), *_adults()),
            classes=tuple(
                NewClass(big_id("class", n), f"{layer}{letter}", layer, 2026, ("Hoofdgebouw", "Dependance")[layer > 3])
                for n, (layer, letter) in enumerate(CLASSES)
            ),
            enrolments=tuple(NewEnrolment(big_id("pupil", n), big_id("class", class_of(n)), SINCE) for n in pupils),
            guardianships=tuple(
                NewGuardianship(big_id("guardian", 2 * n + one), big_id("pupil", n), SINCE)
                for n in pupils
                for one in (0, 1)
            ),
            roles=tuple(NewRole(big_id("staff", n), Role.DOCENT, SINCE) for n in range(STAFF)),
        ),
        by=None,
        at=NOW,
    )


def _pupils() -> list[NewPerson]:
    return [
        NewPerson(big_id("pupil", n), "Kind", f"van {n}", number=f"K{n}", born=_born(CLASSES[class_of(n)][0], n))
        for n in range(PUPILS)
    ]


def _adults() -> list[NewPerson]:
    guardians = [NewPerson(big_id("guardian", n), "Ouder", f"van {n}") for n in range(2 * PUPILS)]
    return guardians + [NewPerson(big_id("staff", n), "Docent", f"nummer {n}") for n in range(STAFF)]


def _born(layer: int, number: int) -> date:
    return ELEVEN_ON.replace(year=ELEVEN_ON.year - 11 - layer) + timedelta(days=number % 300)
