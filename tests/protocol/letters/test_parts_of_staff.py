"""What a letter to a member of staff claims: agreement, consent, defence, advice, and the way to appeal."""

from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from keyzer.protocol.terms import LOCAL
from keyzer.protocol.vocabulary import Gate
from tests.protocol.case.world import (
    BOARD,
    DAY,
    HR,
    MONDAY,
    TEAM_LEADER,
)
from tests.protocol.letters import stories
from tests.protocol.letters.stories import FULL_STAFF, lacks, slot_ids, written


@pytest.mark.article("personeel-8")
def test_a_warning_of_staff_has_no_appeal_and_a_punishment_has() -> None:
    assert "remedy" not in written(stories.staff_warned(), "waarschuwing-personeel/b1/stan").parts
    remedy = written(stories.staff_decided(), "besluit-personeel/b1/stan").parts["remedy"]
    assert (remedy["kind"], remedy["weeks"], remedy["body"].nl) == ("appeal", 6, "Commissie van Beroep")


@pytest.mark.article("personeel-8")
@pytest.mark.parametrize(
    ("empty", "gate"),
    [
        ({"agreement_source": None}, Gate.COLLECTIVE_AGREEMENT_SOURCE),
        ({"works_council_consent": None}, Gate.WORKS_COUNCIL_CONSENT),
        ({"works_council_consent": date(2030, 1, 1)}, Gate.WORKS_COUNCIL_CONSENT),
        ({"appeal_body": ""}, None),
        ({"appeal_weeks": None}, None),
    ],
)
def test_a_letter_to_staff_waits_for_what_human_resources_fills_in(empty: dict[str, object], gate: Gate | None) -> None:
    story = stories.staff_decided()
    story.state = replace(story.state, settings=replace(FULL_STAFF, **empty))
    (reason,) = lacks(story, "besluit-personeel/b1/stan")
    assert (reason.gate, reason.command) == (gate, "adopt-settings")


@pytest.mark.article("personeel-8")
def test_an_intention_tells_until_when_the_person_can_answer() -> None:
    story = stories.staff_intended()
    assert written(story, "voornemen-personeel/v1/stan").parts["defence"] == {"until": date(2026, 11, 30), "days": 14}
    story.state = replace(story.state, settings=replace(FULL_STAFF, defence_days=None))
    assert [reason.gate for reason in lacks(story, "voornemen-personeel/v1/stan")] == [Gate.DEFENCE_TERM_OVER]


@pytest.mark.article("personeel-8")
def test_the_time_to_answer_runs_from_the_day_the_letter_went_out() -> None:
    story = stories.staff_intended()
    story.now += 5 * DAY
    assert written(story, "voornemen-personeel/v1/stan").parts["defence"]["until"] == date(2026, 12, 5)
    stories.send(story, "voornemen-personeel/v1/stan")
    story.now = datetime(2026, 12, 5, 12, tzinfo=LOCAL)
    decision = {"measure": "berisping", "reason": "x"}
    assert "verweer loopt nog" in story.refused("decide-measure", BOARD, **decision)
    story.now += DAY
    story.do("decide-measure", BOARD, **decision)


@pytest.mark.article("personeel-8")
def test_a_defence_stands_among_what_was_said_before_the_decision() -> None:
    parts = written(stories.staff_decided(), "besluit-personeel/b1/stan").parts
    assert [one["account"] for one in parts["heard"]] == ["Ik begrijp het.", "Ik bied excuses aan."]


@pytest.mark.article("personeel-8")
def test_legal_advice_is_claimed_where_the_measure_asks_it() -> None:
    dismissed = stories.staff_decided("ontslag")
    assert written(dismissed, "besluit-personeel/b1/stan").parts["legal-advice"] is True
    dismissed.state = replace(dismissed.state, legal_advice=())
    assert [reason.gate for reason in lacks(dismissed, "besluit-personeel/b1/stan")] == [Gate.LEGAL_ADVICE]


@pytest.mark.article("personeel-8")
def test_a_disciplinary_suspension_and_an_order_suspension_have_letters_of_their_own() -> None:
    starts = MONDAY + 20 * DAY
    punished = stories.staff_decided("schorsing-personeel", starts=starts, ends=starts + timedelta(days=3))
    assert written(punished, "besluit-personeel/b1/stan").parts["period"]["starts"] == starts
    assert [one for one in slot_ids(stories.order_suspended()) if one.endswith("/b1/stan")] == ["ordeschorsing/b1/stan"]


@pytest.mark.article("personeel-8")
def test_a_summary_dismissal_tells_its_urgent_reason_and_the_way_to_court() -> None:
    story = stories.dismissed_at_once()
    parts = written(story, "ontslag-op-staande-voet/b1/stan").parts
    assert parts["urgency"] == "Het kan geen dag langer."
    assert parts["remedy"]["until"] == date(2027, 1, 18)
    story.state = replace(story.state, urgency=())
    assert [one.gate for one in lacks(story, "ontslag-op-staande-voet/b1/stan")] == [Gate.URGENT_REASON]


@pytest.mark.article("personeel-8")
def test_settings_that_are_filled_in_later_open_the_way() -> None:
    story = stories.staff(settings=replace(FULL_STAFF, appeal_body="", appeal_weeks=None))
    said = {"facts": "x", "reason": "x"}
    story.do("record-intention", BOARD, measure="berisping", given_at=story.now, **said)
    stories.send(story, "voornemen-personeel/v1/stan")
    given = {"form": "waived", "received_at": story.now, "account": "x"}
    story.do("record-defence", TEAM_LEADER, measure="berisping", **given)
    story.do("decide-measure", BOARD, measure="berisping", reason="x")
    assert lacks(story, "besluit-personeel/b1/stan")
    story.do("adopt-settings", HR, appeal_body="Commissie van Beroep", appeal_weeks=6)
    assert written(story, "besluit-personeel/b1/stan").parts["remedy"]["weeks"] == 6
