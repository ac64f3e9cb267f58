"""Both parents may object: each is heard, and both get the answer."""

from datetime import timedelta

import pytest

from keyzer.protocol.case.values import Actor
from keyzer.protocol.vocabulary import Role
from tests.protocol.case.world import BOARD, MOTHER, Story
from tests.protocol.letters import stories
from tests.protocol.letters.stories import slot_ids

FATHER = Actor(id="vic", roles=frozenset({Role.OUDER}))


def lodge(story: Story, by: Actor) -> None:
    story.do(
        "lodge-objection", by, decision="b1", person=by.id, received_on=story.now.date(), objection="Het is te zwaar."
    )


@pytest.mark.article("leerlingen-9")
def test_a_second_parent_objects_too_and_is_heard_before_the_board_decides() -> None:
    story = stories.objected()
    story.do("hear-objection", BOARD, decision="b1", documents_offered=True, account="Moeder gehoord.")
    story.now += timedelta(days=1)
    lodge(story, FATHER)
    answer = {"decision": "b1", "outcome": "rejected", "reason": "De redenen blijven staan."}
    assert "nog niet gehoord" in story.refused("decide-objection", BOARD, **answer)
    assert story.owed().count("objection-hear:b1") == 1
    story.now += timedelta(days=1)
    story.do("hear-objection", BOARD, decision="b1", documents_offered=True, account="Vader gehoord.")
    story.do("decide-objection", BOARD, **answer)
    assert {"beslissing-bezwaar/a1/mo", "beslissing-bezwaar/a1/vic"} <= set(slot_ids(story))


@pytest.mark.article("leerlingen-9")
def test_the_same_person_objects_once() -> None:
    story = stories.objected()
    objection = {"decision": "b1", "person": "mo", "received_on": story.now.date(), "objection": "Nog eens."}
    assert "al bezwaar" in story.refused("lodge-objection", MOTHER, **objection)
