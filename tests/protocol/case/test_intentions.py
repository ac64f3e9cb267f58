"""A written intention: recording it is not yet giving it."""

import pytest

from tests.protocol.case.world import DAY, DIRECTOR, ready_for_suspension


@pytest.mark.article("leerlingen-9")
def test_a_written_intention_is_owed_until_its_letter_went_out_to_each() -> None:
    story = ready_for_suspension()
    story.do("record-intention", DIRECTOR, measure="verwijdering", given_at=story.now, facts="x", reason="x")
    waiting = ["intention:v1:sem", "intention:v1:mo", "intention:v1:vic"]
    assert [one for one in story.owed() if one.startswith("intention")] == waiting
    assert story.settled_by("intention:v1:sem") == "invite-hearing"
    for person in ("sem", "mo", "vic"):
        story.do("invite-hearing", person=person, planned_at=story.now + DAY, place="x")
        story.give(person, DIRECTOR, about="v1")
    assert [story.status(one) for one in waiting] == ["done"] * 3


@pytest.mark.article("leerlingen-9")
def test_an_intention_that_is_said_anew_or_dropped_asks_no_letter_any_more() -> None:
    story = ready_for_suspension()
    said = {"measure": "verwijdering", "given_at": story.now, "facts": "x", "reason": "x"}
    story.do("record-intention", DIRECTOR, **said)
    story.do("record-intention", DIRECTOR, **said)
    assert (story.status("intention:v1:sem"), story.status("intention:v2:sem")) == ("excepted", "open")
    story.do("end-without-measure", ground="solved", reason="x")
    assert story.status("intention:v2:sem") == "excepted"
