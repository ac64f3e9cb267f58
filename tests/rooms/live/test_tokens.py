"""The right to listen tells nothing, can't be made up, and ends."""

from datetime import timedelta

import pytest

from keyzer.live import tokens
from tests.cast import NOW

PUPIL = "pupil:019b0000-0000-7000-8000-000000000001"


def test_a_token_grants_its_topics_until_it_ends() -> None:
    granted = tokens.read(tokens.token([PUPIL, "class:2a"], NOW), NOW)
    assert granted is not None
    assert set(granted.topics) == {tokens.topic_id(PUPIL), tokens.topic_id("class:2a")}
    assert timedelta(hours=12) < granted.until - NOW <= timedelta(hours=24)
    assert tokens.read(tokens.token([PUPIL], NOW), NOW + timedelta(hours=24)) is None


def test_a_token_names_nobody_and_stays_the_same_for_a_while() -> None:
    text = tokens.token([PUPIL], NOW)
    assert "pupil" not in text
    assert "019b" not in text
    assert text == tokens.token([PUPIL], NOW + timedelta(minutes=5)) != tokens.token(["class:2a"], NOW)


@pytest.mark.parametrize("made_up", ["", "x", "~.", "a" * 400, "abc~7fffffff.signature"])
def test_a_token_can_not_be_made_up(made_up: str) -> None:
    assert tokens.read(made_up, NOW) is None


def test_the_id_of_a_topic_is_no_token() -> None:
    assert tokens.read(tokens.topic_id(PUPIL), NOW) is None
    assert tokens.read(f"{tokens.topic_id('class:2a')}~{tokens.token([PUPIL], NOW)}", NOW) is None


def test_a_page_listens_to_a_few_topics() -> None:
    with pytest.raises(ValueError, match="9 topics for one page: listen to at most 8"):
        tokens.token([f"class:{number}" for number in range(9)], NOW)
