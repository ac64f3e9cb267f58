"""Issuing, giving and taking back a letter: by who may, once, and with what it makes known."""

from typing import Any

import pytest

from keyzer.protocol.case.letters.slots import SlotStatus
from tests.protocol.case.world import BOARD, COORDINATOR, DIRECTOR, HR, MOTHER, OTHER_COORDINATOR, TEAM_LEADER
from tests.protocol.letters import stories
from tests.protocol.letters.stories import DIGEST, issue, send, slot, slot_ids

SLOT = "besluit-schorsing/b1/mo"


def _letter(**changes: Any) -> dict[str, Any]:
    return {"slot": SLOT, "letter": "l1", "language": "nl", "digest": DIGEST} | changes


@pytest.mark.article("leerlingen-9")
def test_a_letter_goes_from_ready_to_issued_to_sent() -> None:
    story = stories.suspended()
    assert (slot(story, SLOT).status, slot(story, SLOT).required) == (SlotStatus.READY, True)
    issue(story, SLOT)
    assert (slot(story, SLOT).status, slot(story, SLOT).letter) == (SlotStatus.ISSUED, "l1")
    story.do("send-letter", COORDINATOR, slot=SLOT, channel="brief")
    assert slot(story, SLOT).status is SlotStatus.SENT


@pytest.mark.article("leerlingen-9")
def test_who_may_decide_issues_the_decision_and_who_handles_the_rest() -> None:
    story = stories.suspended()
    answer = story.refused("issue-letter", COORDINATOR, **_letter())
    assert "Hierover gaat: directeur" in answer
    story.do("invite-hearing", person="sem", planned_at=story.now.replace(day=30), place="x")
    assert "wie de zaak behandelt" in story.refused(
        "issue-letter", OTHER_COORDINATOR, **_letter(slot="uitnodiging-gesprek/u1/sem")
    )
    issue(story, "uitnodiging-gesprek/u1/sem", by=COORDINATOR)
    issue(story, SLOT, by=DIRECTOR)


@pytest.mark.article("leerlingen-9")
def test_a_party_issues_and_sends_nothing() -> None:
    story = stories.suspended()
    issue(story, SLOT)
    assert "betrokken" in story.refused("send-letter", MOTHER, slot=SLOT, channel="brief")
    assert "betrokken" in story.refused("issue-letter", MOTHER, **_letter(slot="besluit-schorsing/b1/vic"))


@pytest.mark.article("leerlingen-9")
def test_a_letter_is_issued_once_until_it_is_taken_back() -> None:
    story = stories.suspended()
    issue(story, SLOT)
    assert "kan hier nu niet" in story.refused("issue-letter", DIRECTOR, **_letter(letter="l2"))
    story.do("withdraw-letter", DIRECTOR, slot=SLOT, reason="Een fout in de naam.")
    assert slot(story, SLOT).status is SlotStatus.READY
    issue(story, SLOT, letter="l2")
    assert slot(story, SLOT).letter == "l2"


@pytest.mark.article("leerlingen-9")
def test_a_letter_that_went_out_is_not_taken_back_or_sent_again() -> None:
    story = stories.suspended()
    send(story, SLOT)
    assert "niet nodig" in story.refused("withdraw-letter", DIRECTOR, slot=SLOT, reason="x")
    assert "niet nodig" in story.refused("send-letter", DIRECTOR, slot=SLOT, channel="brief")


@pytest.mark.article("leerlingen-9")
def test_a_letter_that_lacks_a_part_is_not_issued() -> None:
    story = stories.removed()
    story.do("invite-hearing", person="sem", planned_at=story.now.replace(day=17, hour=9), place="x")
    story.now = story.now.replace(day=25)
    answer = story.refused("issue-letter", BOARD, **_letter(slot="uitnodiging-gesprek/u1/sem"))
    assert "Nodig deze persoon eerst uit" in answer


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize("changes", [{"digest": "ab"}, {"digest": DIGEST.upper()}, {"language": "fr"}])
def test_a_letter_is_fixed_by_its_digest_in_a_language_of_the_house(changes: dict[str, str]) -> None:
    story = stories.suspended()
    assert "controlegetal of de taal" in story.refused("issue-letter", DIRECTOR, **_letter(**changes))


@pytest.mark.article("leerlingen-9")
def test_a_letter_that_is_given_makes_its_decision_known_once() -> None:
    story = stories.suspended()
    events = send(story, SLOT)
    assert [event.named() for event in events] == ["letter-sent", "decision-announced"]
    assert story.status("announce:b1:mo") == "done"
    light = stories.light()
    light.do("announce", decision="b1", person="mo", channel="gesprek")
    assert [event.named() for event in send(light, "besluit-licht/b1/mo")] == ["letter-sent"]


@pytest.mark.article("leerlingen-9")
def test_a_notice_that_is_sent_settles_the_duty_to_notify() -> None:
    story = stories.suspended()
    for body, duty in (("inspectorate", "inspectorate:b1"), ("municipality", "municipality:b1")):
        kind = "melding-inspectie" if body == "inspectorate" else "melding-gemeente"
        events = send(story, f"{kind}/b1/{body}", channel="brief", proof="kenmerk 7")
        assert len(events) == 2
        assert events[1].reference == "kenmerk 7"
        assert story.status(duty) == "done"


@pytest.mark.article("leerlingen-9")
def test_a_notice_that_was_recorded_before_is_not_recorded_twice() -> None:
    story = stories.suspended()
    story.do("notify-inspectorate", DIRECTOR, decision="b1", reference="x")
    assert len(send(story, "melding-inspectie/b1/inspectorate")) == 1


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize(
    ("channel", "proof", "told"),
    [("telefoon", "x", "op schrift"), ("aangetekend", "", "te bewijzen"), ("overhandigd", " ", "te bewijzen")],
)
def test_a_letter_is_given_in_writing_and_so_that_what_is_claimed_can_be_shown(
    channel: str, proof: str, told: str
) -> None:
    story = stories.suspended()
    issue(story, SLOT)
    assert told in story.refused("send-letter", DIRECTOR, slot=SLOT, channel=channel, proof=proof)


@pytest.mark.article("leerlingen-9")
def test_a_notice_to_a_body_has_its_reference() -> None:
    story = stories.suspended()
    issue(story, "melding-inspectie/b1/inspectorate")
    said = {"slot": "melding-inspectie/b1/inspectorate", "channel": "brief"}
    assert "te bewijzen" in story.refused("send-letter", DIRECTOR, **said)


@pytest.mark.article("personeel-8")
def test_a_summary_dismissal_is_given_so_that_it_can_be_proven() -> None:
    story = stories.dismissed_at_once()
    issue(story, "ontslag-op-staande-voet/b1/stan", by=BOARD)
    said = {"slot": "ontslag-op-staande-voet/b1/stan"}
    assert "aangetekend" in story.refused("send-letter", BOARD, channel="e-mail", **said)
    story.do("send-letter", BOARD, channel="overhandigd", proof="getekend door S. Stan", **said)


@pytest.mark.article("personeel-8")
def test_letters_about_staff_are_issued_by_the_board_or_the_manager() -> None:
    story = stories.staff_decided()
    said = _letter(slot="besluit-personeel/b1/stan")
    for somebody in (DIRECTOR, HR, TEAM_LEADER):
        assert "Hierover gaat: bestuur" in story.refused("issue-letter", somebody, **said)
    issue(story, "besluit-personeel/b1/stan", by=BOARD)
    issue(stories.staff(), "verslag-gesprek-personeel/g1/stan", by=TEAM_LEADER)


@pytest.mark.article("personeel-9")
def test_in_a_sealed_case_the_board_alone_writes() -> None:
    story = stories.staff()
    story.do("report-task-offence", TEAM_LEADER, account="x")
    said = _letter(slot="verslag-gesprek-personeel/g1/stan")
    assert "Hierover gaat: bestuur" in story.refused("issue-letter", TEAM_LEADER, **said)
    issue(story, "verslag-gesprek-personeel/g1/stan", by=BOARD)


@pytest.mark.article("leerlingen-9")
def test_the_letter_that_a_case_ended_can_go_out_after_it_was_closed() -> None:
    story = stories.ended()
    story.do("close", summary="Klaar.")
    ended = next(one for one in slot_ids(story) if one.startswith("afronding/") and one.endswith("/mo"))
    send(story, ended, channel="brief", proof="")
    assert slot(story, ended).status is SlotStatus.SENT
    assert story.state.phase == "closed"
