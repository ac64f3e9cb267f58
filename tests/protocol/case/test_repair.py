"""Putting right: agreements, mediation and repair are voluntary; some duties outlast the case."""

from datetime import date
from typing import Any

import pytest

from keyzer.protocol.case import Duty, duties, summarise
from tests.protocol.case.world import COORDINATOR, DAY, DIRECTOR, HOUR, Story

BOTH = {"subject_agrees": True, "other_agrees": True}
UNTIL = date(2026, 12, 18)
LEFT_ALONE: dict[str, Any] = {"person": "lena", "until": UNTIL, "terms": "Geen berichten, ook niet via een ander."}


def _closed() -> Story:
    """A case that ended without a measure, and is closed."""
    story = Story()
    story.hear()
    for guardian in ("mo", "vic"):
        story.reach(guardian)
    story.do("plan-aftercare", person="lena", planned_on=story.now.date(), purpose="Hoe gaat het?")
    story.do("record-aftercare", person="lena", account="Het gaat beter.")
    story.do("agree-stop-contact", **LEFT_ALONE, **BOTH)
    story.do("end-without-measure", ground="solved", reason="Het is goed zo.")
    story.do("close", summary="Samen opgelost.")
    return story


def _duty(story: Story, duty_id: str) -> Duty:
    return next(duty for duty in duties(story.edition, story.state, story.now) if duty.id == duty_id)


@pytest.mark.article("reikwijdte-4e")
def test_leaving_someone_alone_is_agreed_by_both() -> None:
    story = Story()
    for refuses in BOTH:
        assert "vrijwillig" in story.refused("agree-stop-contact", **LEFT_ALONE, **(BOTH | {refuses: False}))
    passed = LEFT_ALONE | {"until": date(2026, 1, 1)}
    assert "voorbij" in story.refused("agree-stop-contact", **passed, **BOTH)
    event = story.do("agree-stop-contact", **LEFT_ALONE, **BOTH)[0]
    assert "reikwijdte-4e" in event.grounds
    assert "kan hier nu niet" in story.refused("agree-stop-contact", **(LEFT_ALONE | {"person": "daan"}), **BOTH)


@pytest.mark.article("reikwijdte-4e")
def test_an_agreement_is_looked_back_on_also_in_a_closed_case() -> None:
    story = _closed()
    look_back = _duty(story, "look-back:c1")
    assert look_back.due is not None
    assert (look_back.due.date(), look_back.blocks, look_back.owed_by_person) == (UNTIL, False, "cora")
    story.now = look_back.due + DAY
    story.do("look-back", agreement="c1", kept=True, account="Rustig.")
    assert story.status("look-back:c1") == "done"


@pytest.mark.article("leerlingen-5")
def test_who_was_affected_is_asked_again_weeks_later_also_in_a_closed_case() -> None:
    story = _closed()
    again = _duty(story, "aftercare-again:lena")
    assert again.due is not None
    assert (again.due.date(), again.blocks) == (date(2026, 12, 14), False)
    assert sorted(story.owed()) == ["aftercare-again:lena", "look-back:c1"]
    story.now = again.due
    assert "kan hier nu niet" in story.refused("record-aftercare", person="wim", account="x")
    story.do("record-aftercare", person="lena", account="Nog steeds goed.")
    assert story.status("aftercare-again:lena") == "done"
    assert "niet nodig" in story.refused("record-aftercare", person="lena", account="x")


@pytest.mark.article("leerlingen-5")
def test_what_is_owed_later_never_keeps_a_case_open() -> None:
    story = _closed()
    assert story.state.phase == "closed"
    assert story.owed()


@pytest.mark.article("leerlingen-5")
def test_nobody_is_made_to_join_a_mediation() -> None:
    story = Story()
    plan = {"person": "lena", "mediator": "de mentor", "planned_at": story.now + DAY}
    for refuses in BOTH:
        assert "vrijwillig" in story.refused("plan-mediation", **plan, **(BOTH | {refuses: False}))
    assert "in het verleden" in story.refused("plan-mediation", **(plan | {"planned_at": story.now - DAY}), **BOTH)
    story.do("plan-mediation", **plan, **BOTH)
    assert "al gepland" in story.refused("plan-mediation", **plan, **BOTH)
    assert "mediation:lena" in story.owed()
    story.do("record-mediation", person="lena", outcome="stopped", account="Lena wilde toch niet.")
    assert story.status("mediation:lena") == "done"


@pytest.mark.article("leerlingen-5")
def test_repair_that_was_agreed_is_checked() -> None:
    story = Story()
    terms = {"terms": "De foto weghalen en dat laten zien.", "due_on": (story.now + 3 * DAY).date()}
    assert "vrijwillig" in story.refused("agree-repair", **terms, subject_agrees=False)
    assert "voorbij" in story.refused(
        "agree-repair", **(terms | {"due_on": (story.now - DAY).date()}), subject_agrees=True
    )
    story.do("agree-repair", **terms, subject_agrees=True)
    assert "repair:h1" in story.owed()
    assert "Nog open: Nagaan of het is goedgemaakt" in story.refused("close", summary="x")
    story.do("record-repair", repair="h1", done=True, account="De foto is weg.")
    assert story.status("repair:h1") == "done"


@pytest.mark.article("leerlingen-9")
def test_a_suspension_while_a_removal_is_intended_is_looked_at_each_week() -> None:
    story = Story()
    story.hear()
    for guardian in ("mo", "vic"):
        story.reach(guardian, view_asked=True)
    story.weigh("zeer-ernstig")
    story.do("record-intention", DIRECTOR, measure="verwijdering", given_at=story.now, facts="x", reason="x")
    story.suspend(days=5)
    review = _duty(story, "review:b1")
    starts = story.state.decisions[0].starts
    assert starts is not None
    assert review.due is not None
    assert (review.due.date() - starts.date()).days == 7
    assert "Hierover gaat" in story.refused(
        "review-suspension", COORDINATOR, decision="b1", still_needed=True, reason="x"
    )
    story.now = starts + 5 * DAY
    story.do("review-suspension", DIRECTOR, decision="b1", still_needed=True, reason="Het overleg loopt nog.")
    assert story.status("review:b1") == "done"
    story.suspend(days=5)
    story.do("review-suspension", DIRECTOR, decision="b2", still_needed=False, reason="De rust is terug.")
    assert [one.decision for one in story.state.lifted] == ["b2"]


@pytest.mark.article("leerlingen-9")
def test_an_ordinary_suspension_is_not_looked_at_again() -> None:
    story = _closed()
    story.now += HOUR
    assert not [one for one in story.owed() if one.startswith("review:")]


@pytest.mark.article("leerlingen-5")
def test_the_timeline_says_what_came_of_it() -> None:
    story = Story()
    story.do("agree-repair", terms="De foto weghalen.", due_on=story.now.date(), subject_agrees=True)
    repaired = story.do("record-repair", repair="h1", done=False, account="De foto staat er nog.")[0]
    assert summarise(story.edition, repaired).nl == "Is het goedgemaakt: nee"
    assert summarise(story.edition, repaired).en == "Was it put right: no"
