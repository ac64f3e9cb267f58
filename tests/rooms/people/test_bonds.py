"""Who is tied to the school as what, and on which days."""

from datetime import date, timedelta

import pytest

from keyzer.people import queries
from keyzer.people.models import Employment, Enrolment, Guardianship, Person, RoleHeld
from keyzer.protocol import Audience, Role
from tests.cast import SINCE, TODAY, Cast


def audiences(person: object, cast: Cast) -> set[Audience]:
    return {line.bond.audience for line in queries.bonds_on(TODAY) if line.bond.person == str(person)}


@pytest.mark.article("reikwijdte-1")
def test_everybody_in_the_cast_is_tied_as_one_expects(cast: Cast) -> None:
    assert audiences(cast.subject, cast) == {Audience.LEERLING}
    assert audiences(cast.guardian_without_authority, cast) == {Audience.OUDER}
    assert audiences(cast.mentor, cast) == audiences(cast.fg, cast) == {Audience.PERSONEEL}
    assert audiences(cast.stranger, cast) == set()


@pytest.mark.article("reikwijdte-1")
@pytest.mark.parametrize(
    ("role", "audience"),
    [(Role.VRIJWILLIGER, Audience.VRIJWILLIGER), (Role.STAGIAIR, Audience.STAGIAIR), (Role.ANDER, Audience.ANDER)],
)
def test_a_role_tells_as_what_also_when_there_is_work(cast: Cast, role: Role, audience: Audience) -> None:
    RoleHeld.objects.create(person_id=cast.stranger, role=role, since=SINCE)
    Employment.objects.create(person_id=cast.stranger, function="helpt mee", since=SINCE, manager_id=cast.director)
    assert audiences(cast.stranger, cast) == {audience}
    RoleHeld.objects.create(person_id=cast.stranger, role=Role.DOCENT, since=SINCE)
    assert audiences(cast.stranger, cast) == {audience, Audience.PERSONEEL}


def test_work_without_a_role_is_that_of_staff_on_its_days(cast: Cast) -> None:
    Employment.objects.create(person_id=cast.stranger, function="invaller", since=TODAY, until=TODAY)
    [bond] = queries.bonds_of(cast.stranger, TODAY)
    assert (bond.audience, bond.since, bond.until) == (Audience.PERSONEEL, TODAY, TODAY)
    assert audiences(cast.stranger, cast) == {Audience.PERSONEEL}
    Employment.objects.filter(person_id=cast.stranger).update(since=SINCE, until=TODAY - timedelta(days=1))
    assert audiences(cast.stranger, cast) == set()


@pytest.mark.article("reikwijdte-1")
def test_a_guardian_is_tied_while_tie_and_place_last(cast: Cast) -> None:
    Enrolment.objects.filter(pupil_id=cast.subject).update(since=date(2025, 8, 1), until=date(2027, 7, 31))
    Guardianship.objects.filter(guardian_id=cast.guardian).update(since=date(2024, 1, 1), until=date(2027, 1, 1))
    [bond] = queries.bonds_of(cast.guardian, TODAY)
    assert (bond.since, bond.until) == (date(2025, 8, 1), date(2027, 1, 1))
    Guardianship.objects.filter(guardian_id=cast.guardian).update(until=date(2025, 1, 1))
    assert queries.bonds_of(cast.guardian, TODAY) == []


@pytest.mark.article("reikwijdte-1")
def test_only_guardians_with_authority_over_a_minor_go_with_a_pupil(cast: Cast) -> None:
    [bond] = queries.bonds_of(cast.subject, TODAY)
    assert set(bond.guardians) == {str(cast.guardian), str(cast.second_guardian)}
    [grown_up] = queries.bonds_of(cast.grown_up, TODAY)
    assert grown_up.guardians == ()
    Person.objects.filter(id=cast.subject).update(born=date(2008, 11, 23))
    assert queries.bonds_of(cast.subject, TODAY)[0].guardians == ()
    assert len(queries.bonds_of(cast.subject, TODAY - timedelta(days=1))[0].guardians) == 2


def test_what_is_told_of_one_is_what_is_told_of_all(cast: Cast) -> None:
    told = [line.bond for line in queries.bonds_on(TODAY)]
    for _name, person in cast.people():
        own = [bond for bond in queries.bonds_of(person, TODAY) if bond.holds(TODAY)]
        assert own == [bond for bond in told if bond.person == str(person)]
        assert all(bond in queries.bonds_around(person, TODAY) for bond in own)


def test_a_class_is_its_pupils_and_the_adults_tied_to_them(cast: Cast) -> None:
    people = {line.bond.person for line in queries.bonds_in_class(cast.class_2a, TODAY)}
    pupils = {cast.reporter, cast.subject, cast.affected}
    adults = {cast.guardian, cast.second_guardian, cast.guardian_without_authority, cast.reporters_guardian}
    assert people == {str(person) for person in pupils | adults}
    assert queries.bonds_in_class(cast.class_2a, SINCE - timedelta(days=1)) == []


def test_what_begins_later_is_told_apart(cast: Cast) -> None:
    assert queries.bonds_after(TODAY) == []
    RoleHeld.objects.create(person_id=cast.stranger, role=Role.VRIJWILLIGER, since=TODAY + timedelta(days=7))
    [line] = queries.bonds_after(TODAY)
    assert (line.bond.person, line.bond.audience) == (str(cast.stranger), Audience.VRIJWILLIGER)
