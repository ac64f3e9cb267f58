"""Who answers a question about a post, and whether what was posted is what was approved (personeel-1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keyzer.protocol import files_compared, who_answers

pytestmark = pytest.mark.article("personeel-1")
LINE = ("lead", "head", "board")
PEOPLE = st.sampled_from(["me", "lead", "head", "board", "mo"])


@pytest.mark.parametrize(
    ("away", "without", "answers"),
    [
        ({}, (), "lead"),
        ({"lead": "mo"}, (), "mo"),
        ({}, ("lead",), "head"),
        ({"lead": "mo"}, ("mo",), "head"),
        ({"lead": "me"}, (), "head"),
        ({"lead": "head", "head": "lead"}, ("board",), "lead"),
        ({}, LINE, None),
    ],
)
def test_the_nearest_who_is_there_and_no_party(away: dict[str, str], without: tuple[str, ...], answers: str) -> None:
    assert who_answers("me", LINE, away, without) == answers


@given(st.lists(PEOPLE, max_size=5), st.dictionaries(PEOPLE, PEOPLE, max_size=4), st.sets(PEOPLE, max_size=4))
def test_never_oneself_and_never_who_is_party(line: list[str], away: dict[str, str], without: set[str]) -> None:
    found = who_answers("me", line, away, without)
    assert found != "me"
    assert found not in without


def test_pictures_are_the_same_when_none_is_missing_and_none_is_new() -> None:
    assert files_compared(["a", "b"], ["b", "a", "a"]).is_same
    differs = files_compared(["a", "b"], ["b", "c"])
    assert (differs.missing, differs.other) == (frozenset("a"), frozenset("c"))
    assert not differs.is_same
