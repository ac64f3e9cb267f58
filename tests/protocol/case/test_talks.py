"""Hearings, urgency, contact with guardians and its exceptions, agreements and aftercare."""

from datetime import date

import pytest
from msgspec.structs import replace

from tests.protocol.case.world import (
    COORDINATOR,
    DAY,
    DIRECTOR,
    HOUR,
    PUPIL_CASE,
    TEACHER,
    TEAM_LEADER,
    Story,
    ready_for_suspension,
)

FACTS = {"outcome": "heard", "account": "Het speet me."}


@pytest.mark.article("leerlingen-9")
def test_a_hearing_lies_in_the_past_and_a_talk_ahead() -> None:
    story = Story()
    assert "nog niet geweest" in story.refused("record-hearing", person="sem", held_at=story.now + HOUR, **FACTS)
    assert "verleden" in story.refused("invite-hearing", person="sem", planned_at=story.now - HOUR, place="12")


@pytest.mark.article("leerlingen-9")
def test_absence_counts_only_after_an_invitation() -> None:
    story = Story()
    absent = {"person": "sem", "outcome": "absent", "account": "Niet gekomen."}
    assert "uitgenodigd" in story.refused("record-hearing", held_at=story.now, **absent)
    story.do("invite-hearing", person="sem", planned_at=story.now + DAY, place="12")
    story.now += DAY
    story.do("record-hearing", held_at=story.now, **absent)
    assert "hear" not in story.owed()


@pytest.mark.article("leerlingen-9")
def test_a_hearing_cannot_be_dated_before_a_decision_that_was_taken() -> None:
    story = ready_for_suspension()
    before = story.now
    story.suspend()
    assert "hoort eerder in het dossier" in story.refused("record-hearing", person="sem", held_at=before, **FACTS)
    assert "telt daarvoor niet" in story.refused("record-hearing", person="sem", held_at=story.now, **FACTS)


@pytest.mark.article("leerlingen-9")
def test_urgency_puts_the_hearing_off_and_it_is_owed_at_once_after() -> None:
    story = Story()
    story.reach("mo")
    story.reach("vic")
    story.weigh("zeer-ernstig")
    starts = story.now + DAY
    data = {"measure": "schorsing", "starts": starts, "ends": starts + DAY, "reason": "x"}
    assert "nog niet gehoord" in story.refused("decide-measure", DIRECTOR, **data)
    story.do("claim-urgency", reason="Er is nu gevaar voor een ander.")
    story.suspend()
    assert {"hear-after:b1:sem", "hear-after:b1:mo", "hear-after:b1:vic"} <= set(story.owed())
    story.now += HOUR
    story.do("record-hearing", person="sem", held_at=story.now, **FACTS)
    assert "hear-after:b1:sem" not in story.owed()


@pytest.mark.article("leerlingen-9")
def test_each_guardian_with_authority_is_tried_until_reached() -> None:
    story = Story()
    for _ in range(2):
        story.do("record-contact", guardian="mo", channel="telefoon", contacted_at=story.now)
    assert len(story.state.missed) == 2
    assert "contact:mo" in story.owed()
    story.reach("mo")
    assert story.status("contact:mo") == "done"
    assert story.status("contact:vic") == "open"


@pytest.mark.article("leerlingen-9")
def test_a_call_that_reached_somebody_has_an_answer() -> None:
    story = Story()
    call = {"guardian": "mo", "channel": "telefoon", "contacted_at": story.now}
    assert "wat er is gezegd" in story.refused("record-contact", **call, reached=True)
    assert "niet gehoord" in story.refused("record-contact", **call, view_asked=True)
    call["contacted_at"] = story.now + DAY
    assert "nog niet geweest" in story.refused("record-contact", **call)


@pytest.mark.article("leerlingen-9")
def test_an_exception_to_contact_needs_a_second_person() -> None:
    story = Story()
    story.do("request-contact-exception", TEAM_LEADER, guardian="vic", ground="safety", reason="Zie meldcode.")
    assert story.settled_by("exception:vic") == "approve-contact-exception"
    approval = {"guardian": "vic", "reason": "Akkoord."}
    assert "Een ander dan wie het vroeg" in story.refused("approve-contact-exception", TEAM_LEADER, **approval)
    assert "Hierover gaat" in story.refused("approve-contact-exception", COORDINATOR, **approval)
    story.do("approve-contact-exception", DIRECTOR, **approval)
    assert story.status("contact:vic") == "excepted"
    assert story.status("exception:vic") == "done"


@pytest.mark.article("leerlingen-9")
def test_a_second_person_can_say_no_and_the_guardian_is_contacted_after_all() -> None:
    story = Story()
    request = {"guardian": "vic", "ground": "safety", "reason": "Zie meldcode."}
    story.do("request-contact-exception", TEAM_LEADER, **request)
    answer = {"guardian": "vic", "reason": "Veilig Thuis raadt contact juist aan."}
    assert "Een ander dan wie het vroeg" in story.refused("decline-contact-exception", TEAM_LEADER, **answer)
    story.do("decline-contact-exception", DIRECTOR, **answer)
    assert story.status("exception:vic") == "done"
    assert story.status("contact:vic") == "open"
    story.refused("approve-contact-exception", DIRECTOR, guardian="vic", reason="Toch wel.")
    story.do("request-contact-exception", TEAM_LEADER, **request)
    assert story.status("exception:vic") == "open"
    story.do("approve-contact-exception", DIRECTOR, guardian="vic", reason="Er is nu een contactverbod.")
    assert story.status("contact:vic") == "excepted"


@pytest.mark.article("leerlingen-9")
def test_nobody_decides_about_an_exception_once_the_guardian_was_reached() -> None:
    story = Story()
    story.do("request-contact-exception", guardian="vic", ground="not-found", reason="Twee keer gebeld.")
    story.reach("vic")
    assert story.status("exception:vic") == "excepted"


@pytest.mark.article("leerlingen-9")
def test_turning_18_passes_the_place_of_the_guardians_to_the_pupil() -> None:
    story = Story(replace(PUPIL_CASE, born=date(2008, 11, 17)))
    assert story.status("contact:mo") == "open"
    story.now += DAY
    assert story.status("contact:mo") == "excepted"
    assert story.status("contact:sem") == "open"
    story.reach("sem")
    story.hear("sem")
    story.weigh()
    story.suspend()
    assert story.state.decisions[0].recipients == ("sem",)


@pytest.mark.article("leerlingen-9")
def test_a_decision_goes_to_the_guardians_below_18() -> None:
    story = ready_for_suspension()
    story.suspend()
    assert story.state.decisions[0].recipients == ("sem", "mo", "vic")


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize(
    ("ground", "recipients"),
    [("not-found", ("sem", "mo", "vic")), ("safety", ("sem", "mo")), ("court-order", ("sem", "mo"))],
)
def test_who_could_not_be_reached_has_the_decision_in_writing(ground: str, recipients: tuple[str, ...]) -> None:
    story = Story()
    story.do("request-contact-exception", TEAM_LEADER, guardian="vic", ground=ground, reason="Drie keer gebeld.")
    story.do("approve-contact-exception", DIRECTOR, guardian="vic", reason="Akkoord.")
    story.hear()
    story.reach("mo", view_asked=True)
    story.weigh()
    story.suspend()
    assert story.state.decisions[0].recipients == recipients


@pytest.mark.article("leerlingen-5")
def test_aftercare_that_was_planned_is_owed() -> None:
    story = Story()
    story.do("plan-aftercare", person="lena", planned_on=date(2026, 12, 1), purpose="Hoe gaat het?")
    assert "aftercare:lena" in story.owed()
    assert "al gepland" in story.refused("plan-aftercare", person="lena", planned_on=date(2026, 12, 1), purpose="x")
    story.do("record-aftercare", person="lena", account="Het gaat beter.")
    assert story.status("aftercare:lena") == "done"


@pytest.mark.article("leerlingen-9")
def test_who_does_not_handle_records_nothing() -> None:
    story = Story()
    assert "behandelt" in story.refused("record-hearing", TEACHER, person="sem", held_at=story.now, **FACTS)
    assert story.allowed(TEACHER) == set()


@pytest.mark.article("leerlingen-9")
def test_a_hearing_tells_who_was_there_in_which_language_and_what_was_shown() -> None:
    story = Story()
    more = {"present": "de mentor", "interpreter": "Pools", "documents": "de schermafdruk"}
    story.do("record-hearing", person="sem", held_at=story.now, **FACTS, **more)
    story.reach("mo", interpreter="Pools")
    hearing, call = story.state.hearings[-1], story.state.reached[-1]
    assert (hearing.present, hearing.interpreter, hearing.documents) == ("de mentor", "Pools", "de schermafdruk")
    assert call.interpreter == "Pools"
