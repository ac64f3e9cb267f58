"""Laws of access that hold for any viewer and any case."""

from hypothesis import given
from hypothesis import strategies as st

from keyzer.protocol.access import Handled, RoleHeld, Viewer, allows, case_visibility, may_handle, may_see_case
from keyzer.protocol.vocabulary import Lane, Role

PERSONS = st.sampled_from(["a", "b", "c"])
LAYERS = st.sampled_from([None, 1, 2])
HELD = st.builds(RoleHeld, role=st.sampled_from(Role), layer=LAYERS, class_id=st.sampled_from([None, "2B"]))
VIEWERS = st.builds(Viewer, id=PERSONS, roles=st.lists(HELD, max_size=3).map(tuple))
CASES = st.builds(
    Handled,
    lane=st.sampled_from(Lane),
    handler=st.one_of(st.none(), PERSONS),
    layer=LAYERS,
    parties=st.frozensets(PERSONS),
    sealed=st.booleans(),
)


@given(VIEWERS, CASES)
def test_a_party_sees_nothing_and_handles_nothing(viewer: Viewer, case: Handled) -> None:
    if viewer.id in case.parties:
        assert not may_see_case(viewer, case)
        assert not may_handle(viewer, case)


@given(VIEWERS, CASES)
def test_who_handles_may_see(viewer: Viewer, case: Handled) -> None:
    assert may_see_case(viewer, case) or not may_handle(viewer, case)


@given(VIEWERS, CASES)
def test_a_sealed_case_needs_the_board(viewer: Viewer, case: Handled) -> None:
    if case.sealed and not viewer.holds(Role.BESTUUR):
        assert not may_see_case(viewer, case)


@given(VIEWERS, CASES, HELD)
def test_another_role_never_takes_sight_away(viewer: Viewer, case: Handled, more: RoleHeld) -> None:
    wider = Viewer(id=viewer.id, roles=(*viewer.roles, more), guardian_of=viewer.guardian_of)
    assert may_see_case(wider, case) or not may_see_case(viewer, case)


@given(VIEWERS, CASES)
def test_the_answer_is_the_filter(viewer: Viewer, case: Handled) -> None:
    assert may_see_case(viewer, case) == allows(case_visibility(viewer), case.columns(viewer))
