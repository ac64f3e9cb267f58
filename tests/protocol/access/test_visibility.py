"""Who sees what: by role, reach and relation; never as a party."""

import pytest

from keyzer.protocol.access import (
    Filed,
    Handled,
    RoleHeld,
    Told,
    Viewer,
    may_handle,
    may_manage_people,
    may_see_case,
    may_see_dossier,
    may_see_doubt,
    may_see_incident,
    may_see_log,
    may_see_register,
    may_see_report,
)
from keyzer.protocol.vocabulary import Lane, Role


def _viewer(role: Role, layer: int | None = None, person: str = "iemand", class_id: str | None = None) -> Viewer:
    return Viewer(id=person, roles=(RoleHeld(role=role, layer=layer, class_id=class_id),))


PUPIL_CASE = Handled(lane=Lane.LEERLING, handler="cora", layer=2, parties=frozenset({"sem", "mo", "lena"}))
STAFF_CASE = Handled(lane=Lane.PERSONEEL, handler="tess", layer=None, parties=frozenset({"stan"}))
SEALED = Handled(lane=Lane.PERSONEEL, handler="tess", layer=None, parties=frozenset({"stan"}), sealed=True)


@pytest.mark.article("leerlingen-8")
@pytest.mark.parametrize(
    ("viewer", "sees"),
    [
        (_viewer(Role.COORDINATOR, 2, "cora"), True),
        (_viewer(Role.COORDINATOR, 2), True),
        (_viewer(Role.COORDINATOR, 3), False),
        (_viewer(Role.COORDINATOR), True),
        (_viewer(Role.COORDINATOR, None, class_id="2B"), False),
        (_viewer(Role.COORDINATOR, 2, "lena"), False),
        (_viewer(Role.TEAMLEIDER, 2), True),
        (_viewer(Role.VEILIGHEIDSCOORDINATOR), True),
        (_viewer(Role.DIRECTEUR), True),
        (_viewer(Role.BESTUUR), True),
        (_viewer(Role.BESTUUR, None, "mo"), False),
        (_viewer(Role.HR), False),
        (_viewer(Role.DOCENT), False),
        (_viewer(Role.MENTOR, 2), False),
        (_viewer(Role.VERTROUWENSPERSOON), False),
        (_viewer(Role.FG), False),
        (_viewer(Role.BEHEERDER), False),
        (_viewer(Role.LEERLING, 2, "sem"), False),
    ],
)
def test_who_sees_a_case_about_a_pupil(viewer: Viewer, sees: bool) -> None:  # noqa: FBT001
    assert may_see_case(viewer, PUPIL_CASE) is sees
    assert may_see_incident(viewer, PUPIL_CASE) is sees


@pytest.mark.article("personeel-8")
@pytest.mark.parametrize(
    ("viewer", "sees"),
    [
        (_viewer(Role.TEAMLEIDER, None, "tess"), True),
        (_viewer(Role.TEAMLEIDER), False),
        (_viewer(Role.COORDINATOR), False),
        (_viewer(Role.HR), True),
        (_viewer(Role.DIRECTEUR), True),
        (_viewer(Role.BESTUUR), True),
        (_viewer(Role.HR, None, "stan"), False),
        (_viewer(Role.VEILIGHEIDSCOORDINATOR), False),
    ],
)
def test_who_sees_a_case_about_staff(viewer: Viewer, sees: bool) -> None:  # noqa: FBT001
    assert may_see_case(viewer, STAFF_CASE) is sees


@pytest.mark.article("personeel-9")
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.BESTUUR])
def test_a_sealed_case_is_the_boards_alone(role: Role) -> None:
    assert may_see_case(_viewer(Role.BESTUUR), SEALED)
    assert not may_see_case(_viewer(role), SEALED)
    assert not may_see_case(_viewer(role, None, "tess"), SEALED)


@pytest.mark.article("leerlingen-9")
def test_another_coordinator_of_the_year_reads_but_does_not_handle() -> None:
    other, handler = _viewer(Role.COORDINATOR, 2), _viewer(Role.COORDINATOR, 2, "cora")
    assert may_see_case(other, PUPIL_CASE)
    assert not may_handle(other, PUPIL_CASE)
    assert may_handle(handler, PUPIL_CASE)
    assert may_handle(_viewer(Role.DIRECTEUR), PUPIL_CASE)


@pytest.mark.article("leerlingen-8")
def test_reports_and_doubts_stay_between_who_told_and_who_answers() -> None:
    told = Told(handler="cora", reporter="lena", layer=2, parties=frozenset({"sem"}))
    assert may_see_report(_viewer(Role.LEERLING, 2, "lena"), told)
    assert may_see_report(_viewer(Role.COORDINATOR, 2, "cora"), told)
    assert may_see_report(_viewer(Role.TEAMLEIDER, 2), told)
    assert not may_see_report(_viewer(Role.TEAMLEIDER, 2, "sem"), told)
    assert not may_see_report(_viewer(Role.DIRECTEUR), told)
    assert may_see_doubt(_viewer(Role.COORDINATOR, 2, "cora"), told)
    assert not may_see_doubt(_viewer(Role.TEAMLEIDER, 2), told)
    anonymous = Told(handler="cora", reporter=None, layer=2)
    assert not may_see_doubt(_viewer(Role.LEERLING, 2, "lena"), anonymous)


@pytest.mark.article("leerlingen-9")
def test_who_reads_a_pupils_file_and_its_log() -> None:
    dossier = Filed(person="sem", lane=Lane.LEERLING, layer=2)
    mother = Viewer(id="mo", guardian_of=frozenset({"sem"}))
    assert may_see_dossier(_viewer(Role.LEERLING, 2, "sem"), dossier)
    assert may_see_dossier(mother, dossier)
    assert not may_see_dossier(Viewer(id="gus"), dossier)
    assert may_see_dossier(_viewer(Role.COORDINATOR, 2), dossier)
    assert not may_see_dossier(_viewer(Role.COORDINATOR, 3), dossier)
    assert not may_see_dossier(_viewer(Role.HR), dossier)
    assert not may_see_dossier(_viewer(Role.VERTROUWENSPERSOON), dossier)
    assert may_see_log(mother, dossier)
    assert may_see_log(_viewer(Role.FG), dossier)
    assert not may_see_dossier(_viewer(Role.FG), dossier)
    assert not may_see_log(_viewer(Role.DIRECTEUR), dossier)


@pytest.mark.article("personeel-8")
def test_who_reads_the_file_of_a_member_of_staff() -> None:
    dossier = Filed(person="stan", lane=Lane.PERSONEEL, layer=None)
    assert may_see_dossier(_viewer(Role.HR), dossier)
    assert may_see_dossier(_viewer(Role.DOCENT, None, "stan"), dossier)
    assert not may_see_dossier(_viewer(Role.COORDINATOR), dossier)
    assert not may_see_dossier(_viewer(Role.VEILIGHEIDSCOORDINATOR), dossier)


def test_the_administrator_manages_people_and_the_officer_reads_the_register() -> None:
    assert may_manage_people(_viewer(Role.BEHEERDER))
    assert not may_see_register(_viewer(Role.BEHEERDER))
    assert may_see_register(_viewer(Role.FG))
    assert not may_manage_people(_viewer(Role.FG))
