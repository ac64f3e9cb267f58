"""Who may have a letter: by authority, by age, and never who must be left alone."""

from datetime import date

import pytest
from msgspec.structs import replace

from keyzer.protocol import left_out
from tests.protocol.case.world import DAY, DIRECTOR, PUPIL_CASE, TEAM_LEADER, Story
from tests.protocol.letters import stories
from tests.protocol.letters.stories import issue, lacks, send, slot, slot_ids, written

TURNS_18 = date(2008, 11, 18)


def _decisions(story: Story) -> list[str]:
    return [one for one in slot_ids(story) if one.startswith("besluit-schorsing/")]


@pytest.mark.article("leerlingen-9")
def test_each_guardian_with_authority_gets_a_letter_of_the_own() -> None:
    assert _decisions(stories.suspended()) == [f"besluit-schorsing/b1/{one}" for one in ("sem", "mo", "vic")]


@pytest.mark.article("leerlingen-9")
def test_a_guardian_without_authority_gets_no_letter() -> None:
    story = stories.suspended()
    assert "geen gezag" in lacks(story, "besluit-schorsing/b1/gus")[0].text.nl
    assert "kan hier nu niet" in story.refused(
        "issue-letter", DIRECTOR, slot="besluit-schorsing/b1/gus", letter="l1", language="nl", digest=stories.DIGEST
    )


@pytest.mark.article("leerlingen-9")
def test_a_pupil_who_turns_18_in_the_middle_gets_the_letter_alone() -> None:
    story = stories.suspended(born=TURNS_18)
    assert len(_decisions(story)) == 3
    story.now += 2 * DAY
    assert _decisions(story) == ["besluit-schorsing/b1/sem"]
    assert "18 of ouder" in lacks(story, "besluit-schorsing/b1/mo")[0].text.nl
    assert written(story, "besluit-schorsing/b1/sem").voice == "adult-pupil"


@pytest.mark.article("leerlingen-9")
def test_a_letter_that_was_issued_does_not_go_to_guardians_once_the_pupil_is_18() -> None:
    story = stories.suspended(born=TURNS_18)
    issue(story, "besluit-schorsing/b1/mo")
    story.now += 2 * DAY
    said = {"slot": "besluit-schorsing/b1/mo", "channel": "brief"}
    assert "18 of ouder" in story.refused("send-letter", DIRECTOR, **said)
    story.do("withdraw-letter", DIRECTOR, slot="besluit-schorsing/b1/mo", reason="De leerling is 18.")
    assert _decisions(story) == ["besluit-schorsing/b1/sem"]


@pytest.mark.article("leerlingen-9")
def test_a_guardian_with_whom_contact_is_not_safe_gets_no_letter() -> None:
    story = Story()
    stories.establish(story)
    story.hear()
    story.reach("mo", view_asked=True)
    story.do("request-contact-exception", guardian="vic", ground="safety", reason="x")
    story.do("approve-contact-exception", TEAM_LEADER, guardian="vic", reason="x")
    story.weigh()
    story.suspend()
    assert _decisions(story) == ["besluit-schorsing/b1/sem", "besluit-schorsing/b1/mo"]
    assert "geen contact" in lacks(story, "besluit-schorsing/b1/vic")[0].text.nl
    told = dict(left_out(story.edition, story.state, story.now))
    assert list(told) == ["vic", "gus"]
    assert "geen contact" in told["vic"].text.nl
    assert "geen gezag" in told["gus"].text.nl


@pytest.mark.article("leerlingen-9")
def test_a_guardian_who_could_not_be_reached_gets_the_letter_all_the_same() -> None:
    story = Story(replace(PUPIL_CASE, settings=stories.FULL_SETTINGS))
    stories.establish(story)
    story.hear()
    for guardian in ("mo", "vic"):
        said = {"held_at": story.now, "outcome": "heard", "account": "x"}
        story.do("record-hearing", person=guardian, **said)
    story.reach("mo")
    story.do("request-contact-exception", guardian="vic", ground="not-found", reason="x")
    story.do("approve-contact-exception", TEAM_LEADER, guardian="vic", reason="x")
    story.weigh()
    story.suspend()
    assert "besluit-schorsing/b1/vic" in _decisions(story)


@pytest.mark.article("leerlingen-9")
def test_a_letter_that_was_sent_stays_in_the_list_whoever_may_have_one_now() -> None:
    story = stories.suspended(born=TURNS_18)
    send(story, "besluit-schorsing/b1/mo")
    story.now += 2 * DAY
    assert slot(story, "besluit-schorsing/b1/mo").status == "sent"


@pytest.mark.article("personeel-8")
def test_a_letter_about_staff_goes_to_that_person_alone() -> None:
    story = stories.staff_decided()
    assert [one for one in slot_ids(story) if "/b1/" in one] == ["besluit-personeel/b1/stan"]
    assert "niet voor deze persoon" in lacks(story, "besluit-personeel/b1/lena")[0].text.nl
