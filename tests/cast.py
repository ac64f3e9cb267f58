"""The standing cast of the tests: a small school in which everybody has one clear part, and Charlie has none.

The cast is told by ids: `cast.subject`. `sign_in(cast.coordinator)` gives a browser of theirs.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID, uuid5

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from keyzer import protocol
from keyzer.ledger.keys import create_school_key
from keyzer.people import actions, queries
from keyzer.people.models import User
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
from keyzer.protocol import Role

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
SINCE = date(2020, 8, 1)
PASSWORD = "een lang geheim van niemand"
_FAMILY = UUID("7f3f3a3e-6c1d-4e0e-9d3c-0d5b1a0c9a11")


def _id(name: str) -> UUID:
    """The same id in every run, and none that tells anything."""
    return uuid5(_FAMILY, name)


class Cast:
    """Who there is. All pupils are minors but `grown_up`; all adults are as their field says."""

    class_2a = _id("2A")
    class_2b = _id("2B")
    class_3a = _id("3A")
    class_6a = _id("6A")

    reporter = _id("reporter")
    """A pupil of 2A who reports."""
    subject = _id("subject")
    """A pupil of 2A whose conduct is examined."""
    affected = _id("affected")
    """A pupil of 2A to whom it was done."""
    bystander = _id("bystander")
    """A pupil of 2B who saw it."""
    third_year = _id("third_year")
    """A pupil of 3A."""
    grown_up = _id("grown_up")
    """A pupil of 6A who is 18."""

    guardian = _id("guardian")
    """Has authority over the subject, who lives there."""
    second_guardian = _id("second_guardian")
    """Has authority over the subject, in a household of their own."""
    guardian_without_authority = _id("guardian_without_authority")
    """Lives with the subject and has no authority."""
    reporters_guardian = _id("reporters_guardian")
    grown_ups_parent = _id("grown_ups_parent")

    coordinator = _id("coordinator")
    """Of year 2."""
    other_coordinator = _id("other_coordinator")
    """Of year 3."""
    mentor = _id("mentor")
    """Of 2A; also teaches."""
    teacher = _id("teacher")
    """Answers to the team leader."""
    teamleider = _id("teamleider")
    """Answers to the director."""
    zorgcoordinator = _id("zorgcoordinator")
    safety = _id("safety")
    """Veiligheidscoördinator."""
    director = _id("director")
    board = _id("board")
    hr = _id("hr")
    fg = _id("fg")
    beheerder = _id("beheerder")
    vertrouwenspersoon = _id("vertrouwenspersoon")
    charlie = _id("charlie")
    """A teacher who has nothing to do with anything: what Charlie sees, everybody sees."""
    stranger = _id("stranger")
    """An account that is tied to the school by nothing."""

    def viewer(self, person: UUID, on: date = TODAY) -> protocol.Viewer:
        """The person as the access rules see them."""
        return queries.viewer_of(person, on)

    def people(self) -> list[tuple[str, UUID]]:
        """Everybody, by the name of their part."""
        parts = [(name, value) for name, value in vars(Cast).items() if isinstance(value, UUID)]
        return [(name, person) for name, person in parts if not name.startswith("class_")]


_BORN = {
    "reporter": date(2013, 3, 4),
    "subject": date(2013, 1, 20),
    "affected": date(2013, 6, 9),
    "bystander": date(2013, 9, 30),
    "third_year": date(2012, 5, 5),
    "grown_up": date(2008, 10, 1),
}
_NAMES = {
    "reporter": ("Lena", "Visser"),
    "subject": ("Daan", "Bakker"),
    "affected": ("Noor", "Jansen"),
    "bystander": ("Sem", "Smit"),
    "third_year": ("Fleur", "Mulder"),
    "grown_up": ("Jip", "Bos"),
    "coordinator": ("Karin", "Dekker"),
    "other_coordinator": ("Peter", "Vos"),
    "guardian": ("Marja", "Bakker"),
    "second_guardian": ("Henk", "Bakker"),
    "charlie": ("Charlie", "Buiten"),
}


def _roster(cast: Cast) -> Roster:
    everybody = cast.people()
    return Roster(
        people=tuple(_person(name, person) for name, person in everybody),
        accounts=tuple(NewAccount(person, name, None, f"{name}@dekeyzer.example") for name, person in everybody),
        classes=(
            NewClass(cast.class_2a, "2A", 2, 2026),
            NewClass(cast.class_2b, "2B", 2, 2026),
            NewClass(cast.class_3a, "3A", 3, 2026),
            NewClass(cast.class_6a, "6A", 6, 2026),
        ),
        enrolments=(
            NewEnrolment(cast.reporter, cast.class_2a, SINCE),
            NewEnrolment(cast.subject, cast.class_2a, SINCE),
            NewEnrolment(cast.affected, cast.class_2a, SINCE),
            NewEnrolment(cast.bystander, cast.class_2b, SINCE),
            NewEnrolment(cast.third_year, cast.class_3a, SINCE),
            NewEnrolment(cast.grown_up, cast.class_6a, SINCE),
        ),
        roles=_roles(cast),
        employments=(
            NewEmployment(cast.teacher, "docent Nederlands", SINCE, manager=cast.teamleider),
            NewEmployment(cast.charlie, "docent gymnastiek", SINCE, manager=cast.teamleider),
            NewEmployment(cast.mentor, "docent wiskunde", SINCE, manager=cast.teamleider),
            NewEmployment(cast.coordinator, "coördinator", SINCE, manager=cast.teamleider),
            NewEmployment(cast.other_coordinator, "coördinator", SINCE, manager=cast.teamleider),
            NewEmployment(cast.teamleider, "teamleider", SINCE, manager=cast.director),
            NewEmployment(cast.director, "directeur", SINCE, manager=cast.board),
        ),
        guardianships=(
            NewGuardianship(cast.guardian, cast.subject, SINCE),
            NewGuardianship(cast.second_guardian, cast.subject, SINCE, lives_with=False),
            NewGuardianship(cast.guardian_without_authority, cast.subject, SINCE, authority=False),
            NewGuardianship(cast.reporters_guardian, cast.reporter, SINCE),
            NewGuardianship(cast.grown_ups_parent, cast.grown_up, SINCE),
        ),
    )


def _person(name: str, person: UUID) -> NewPerson:
    given, family = _NAMES.get(name, (name.replace("_", " ").capitalize(), "de Vries"))
    number = f"L{list(_BORN).index(name) + 1:04}" if name in _BORN else None
    return NewPerson(person, given, family, number=number, born=_BORN.get(name), phone="06-00000000")


def _roles(cast: Cast) -> tuple[NewRole, ...]:
    return (
        NewRole(cast.coordinator, Role.COORDINATOR, SINCE, layer=2),
        NewRole(cast.other_coordinator, Role.COORDINATOR, SINCE, layer=3),
        NewRole(cast.mentor, Role.DOCENT, SINCE),
        NewRole(cast.mentor, Role.MENTOR, SINCE, school_class=cast.class_2a),
        NewRole(cast.teacher, Role.DOCENT, SINCE),
        NewRole(cast.charlie, Role.DOCENT, SINCE),
        NewRole(cast.teamleider, Role.TEAMLEIDER, SINCE),
        NewRole(cast.zorgcoordinator, Role.ZORGCOORDINATOR, SINCE),
        NewRole(cast.safety, Role.VEILIGHEIDSCOORDINATOR, SINCE),
        NewRole(cast.director, Role.DIRECTEUR, SINCE),
        NewRole(cast.board, Role.BESTUUR, SINCE),
        NewRole(cast.hr, Role.HR, SINCE),
        NewRole(cast.fg, Role.FG, SINCE),
        NewRole(cast.beheerder, Role.BEHEERDER, SINCE),
        NewRole(cast.vertrouwenspersoon, Role.VERTROUWENSPERSOON, SINCE),
    )


@pytest.fixture(scope="session", autouse=True)
def school_key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school's key of this run alone."""
    file = tmp_path_factory.mktemp("keys") / "school.key"
    create_school_key(file)
    settings.KEYZER_KEY_FILE = file
    return file


@pytest.fixture
def school(db: None) -> None:
    """A real school (no demo), still empty of people."""
    actions.found_school(
        name="De Keyzer",
        place="Teststad",
        edition="de-keyzer-2026-08-01",
        demo=False,
        settings={"works_council_consent": "2026-09-01"},
        by=None,
        at=NOW,
    )


@pytest.fixture
def cast(school: None) -> Cast:
    """The school with everybody in it."""
    everybody = Cast()
    actions.enter(_roster(everybody), by=None, at=NOW)
    return everybody


@pytest.fixture
def sign_in(cast: Cast) -> Callable[[UUID], Client]:
    """A browser in which this person has signed in."""
    return browser_of


def browser_of(person: UUID) -> Client:
    """A browser in which this person has signed in; for tests that bring their own people."""
    client = Client()
    client.force_login(User.objects.get(person_id=person))
    return client


@pytest.fixture
def school_morning() -> Iterator[datetime]:
    """The clock stands still at NOW, a Monday on which there are lessons."""
    with time_machine.travel(NOW, tick=False):
        yield NOW
