"""Who is who on which day."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from keyzer.people import actions, queries
from keyzer.people.queries import NobodyLeft
from keyzer.people.roster import NewRole, Roster
from keyzer.protocol import Role
from tests.cast import NOW, SINCE, TODAY, Cast


def test_a_pupil_is_one_by_being_enrolled(cast: Cast) -> None:
    (held,) = cast.viewer(cast.subject).roles
    assert (held.role, held.layer, held.class_id) == (Role.LEERLING, 2, str(cast.class_2a))


def test_before_and_after_a_tie_holds_there_is_no_role(cast: Cast) -> None:
    assert cast.viewer(cast.subject, SINCE - timedelta(days=1)).roles == ()
    assert cast.viewer(cast.stranger).roles == ()


def test_authority_is_over_children_who_are_not_yet_18(cast: Cast) -> None:
    assert cast.viewer(cast.guardian).guardian_of == {str(cast.subject)}
    assert cast.viewer(cast.guardian_without_authority).guardian_of == frozenset()
    assert cast.viewer(cast.guardian, date(2031, 1, 20)).guardian_of == frozenset()
    assert cast.viewer(cast.grown_ups_parent).holds(Role.OUDER)


def test_guardians_come_with_authority_first(cast: Cast) -> None:
    found = queries.guardians_of(cast.subject, TODAY)
    assert [(tie.id, tie.authority, tie.lives_with) for tie in found] == [
        (cast.guardian, True, True),
        (cast.second_guardian, True, False),
        (cast.guardian_without_authority, False, True),
    ]


@pytest.mark.parametrize(
    ("born", "on", "adult"),
    [
        (date(2008, 11, 23), date(2026, 11, 22), False),
        (date(2008, 11, 23), date(2026, 11, 23), True),
        (date(2008, 2, 29), date(2026, 2, 28), False),
        (date(2008, 2, 29), date(2026, 3, 1), True),
        (None, TODAY, False),
    ],
)
def test_adult_from_the_eighteenth_birthday(born: date | None, on: date, *, adult: bool) -> None:
    assert queries.is_adult(born, on) is adult


@pytest.mark.article("leerlingen-8")
def test_the_coordinator_of_the_layer_unless_party(cast: Cast) -> None:
    assert queries.coordinator_for(2, TODAY) == cast.coordinator
    assert queries.coordinator_for(3, TODAY) == cast.other_coordinator
    assert queries.coordinator_for(2, TODAY, {cast.coordinator}) == cast.other_coordinator
    both = {cast.coordinator, cast.other_coordinator}
    assert queries.coordinator_for(2, TODAY, both) == cast.director
    assert queries.coordinator_for(2, TODAY, both | {cast.director}) == cast.board
    with pytest.raises(NobodyLeft):
        queries.coordinator_for(2, TODAY, both | {cast.director, cast.board})


@pytest.mark.article("leerlingen-8")
def test_a_coordinator_of_the_whole_school_comes_before_another_layers(cast: Cast) -> None:
    actions.enter(Roster(roles=(NewRole(cast.safety, Role.COORDINATOR, SINCE),)), by=None, at=NOW)
    assert queries.coordinator_for(2, TODAY) == cast.coordinator
    assert queries.coordinator_for(5, TODAY) == cast.safety


@pytest.mark.article("personeel-1")
def test_a_manager_who_is_party_is_passed_by(cast: Cast) -> None:
    assert queries.manager_of(cast.teacher, TODAY) == cast.teamleider
    assert queries.manager_of(cast.teacher, TODAY, {cast.teamleider}) == cast.director
    assert queries.manager_of(cast.director, TODAY) == cast.board
    assert queries.manager_of(cast.hr, TODAY) == cast.director
    with pytest.raises(NobodyLeft):
        queries.manager_of(cast.board, TODAY, {cast.director})


def test_holders_honour_the_layer_and_the_day(cast: Cast) -> None:
    assert queries.holders(Role.COORDINATOR, TODAY, layer=2) == [cast.coordinator]
    assert queries.holders(Role.DIRECTEUR, TODAY, layer=2) == [cast.director]
    assert queries.holders(Role.COORDINATOR, SINCE - timedelta(days=1)) == []


def test_search_finds_pupils_and_staff_by_name_number_and_class(cast: Cast) -> None:
    viewer = cast.viewer(cast.coordinator)
    assert [hit.id for hit in queries.search(viewer, "len vis", 10)] == [cast.reporter]
    assert [hit.id for hit in queries.search(viewer, "l0002", 10)] == [cast.subject]
    assert {hit.id for hit in queries.search(viewer, "2A", 10)} == {cast.reporter, cast.subject, cast.affected}
    assert [hit.class_name for hit in queries.search(viewer, "daan 2a", 10)] == ["2A"]
    assert queries.search(viewer, "Marja", 10) == []
    assert len(queries.search(viewer, "e", 1)) <= 1
    assert queries.search(viewer, "  ", 10) == []


@pytest.mark.parametrize("part", ["subject", "guardian", "fg", "stranger"])
def test_only_staff_can_search(cast: Cast, part: str) -> None:
    assert queries.search(cast.viewer(getattr(cast, part)), "Lena", 10) == []


def test_lists_cost_the_same_however_long(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    everybody = [person for _, person in cast.people()]
    with django_assert_num_queries(1):
        assert len(queries.names(everybody)) == len(everybody)
    with django_assert_num_queries(2):
        assert queries.brief(everybody)[cast.subject].layer == 2
    with django_assert_num_queries(3):
        cast.viewer(cast.mentor)
    viewer = cast.viewer(cast.mentor)
    with django_assert_num_queries(3):
        assert queries.search(viewer, "d", 50)
