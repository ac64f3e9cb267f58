"""Measures: the range, who decides, lengths, repeats, making known; and what each brings with it."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from keyzer.protocol.case import SchoolSettings, measure_range
from keyzer.protocol.case.facts import gravity
from keyzer.protocol.vocabulary import Gate, Grade, Lane
from tests.protocol.case.world import (
    BOARD,
    COORDINATOR,
    DAY,
    DIRECTOR,
    HOUR,
    PUPIL_CASE,
    Story,
    ready_for_suspension,
)


@pytest.mark.article("leerlingen-9")
def test_everything_above_a_warning_asks_contact_with_the_guardians() -> None:
    ladder = Story().edition.ladder(Lane.LEERLING)
    warning = next(measure.rank for measure in ladder if measure.id == "waarschuwing")
    assert all(Gate.GUARDIANS_CONTACTED in measure.gates for measure in ladder if measure.rank > warning)


@pytest.mark.article("leerlingen-9")
def test_the_range_shows_what_is_usual_and_how_like_cases_ended() -> None:
    story = Story()
    assert {rung.usual for rung in measure_range(story.edition, story.state, {})} == {None}
    story.weigh("licht")
    rungs = {rung.measure.id: rung for rung in measure_range(story.edition, story.state, {"waarschuwing": 4})}
    assert rungs["waarschuwing"].usual
    assert rungs["waarschuwing"].like_cases == 4
    assert not rungs["schorsing"].usual


@pytest.mark.article("leerlingen-9")
def test_the_heaviest_axis_counts_and_outside_the_range_a_reason_is_asked() -> None:
    story = Story()
    story.hear()
    story.do(
        "weigh", utterance="geen", conduct="licht", consequence="zeer-ernstig", reason="Zij durft niet naar school."
    )
    assert gravity(story.state) is Grade.ZEER_ERNSTIG
    said = {"measure": "waarschuwing", "reason": "Eerste keer."}
    assert "past niet bij de ernst" in story.refused("decide-measure", **said)
    story.do("decide-measure", **said, outside_range="Zij hebben het samen opgelost.")
    assert story.state.decisions[0].outside_range


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize(
    ("days", "hours", "refusal"),
    [(7, 0, ""), (7, 1, "hoogstens 7 dagen"), (0, 0, "niet na het begin"), (-1, 0, "niet na het begin")],
)
def test_a_suspension_lasts_at_most_a_week(days: int, hours: int, refusal: str) -> None:
    story = ready_for_suspension()
    starts = story.now + DAY
    data = {"measure": "schorsing", "starts": starts, "ends": starts + days * DAY + hours * HOUR, "reason": "x"}
    if refusal:
        assert refusal in story.refused("decide-measure", DIRECTOR, **data)
    else:
        story.do("decide-measure", DIRECTOR, **data)


@pytest.mark.article("leerlingen-9")
def test_a_week_over_the_clock_change_is_a_week() -> None:
    story = ready_for_suspension()
    story.now = story.now.replace(year=2027, month=3, day=24)
    story.suspend(days=7)
    assert story.state.decisions[0].ends is not None


@pytest.mark.article("leerlingen-9")
def test_a_suspension_has_a_start_and_an_end_and_no_past() -> None:
    story = ready_for_suspension()
    said = {"measure": "schorsing", "reason": "x"}
    assert "wanneer het begint en eindigt" in story.refused("decide-measure", DIRECTOR, **said)
    yesterday = {"starts": story.now - DAY, "ends": story.now + DAY}
    assert "in het verleden" in story.refused("decide-measure", DIRECTOR, **said, **yesterday)


@pytest.mark.article("leerlingen-9")
def test_a_second_suspension_asks_a_new_fact() -> None:
    story = ready_for_suspension()
    story.suspend()
    starts = story.now + 5 * DAY
    again = {"measure": "schorsing", "starts": starts, "ends": starts + DAY, "reason": "x"}
    assert "nieuw feit" in story.refused("decide-measure", DIRECTOR, **again)
    assert "nieuw feit" in story.refused("decide-measure", DIRECTOR, **(again | {"measure": "schorsing-intern"}))
    story.do("cite-conduct", conduct=["bedreiging"])
    story.do("decide-measure", DIRECTOR, **again)


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize(("days", "owed"), [(1, False), (2, True)])
def test_the_inspectorate_hears_the_same_day_of_more_than_a_day(days: int, owed: bool) -> None:  # noqa: FBT001
    story = ready_for_suspension()
    story.suspend(days=days)
    assert ("inspectorate:b1" in story.owed()) is owed
    if owed:
        due = story.due("inspectorate:b1")
        assert due is not None
        assert due.date() == story.now.date()


@pytest.mark.article("leerlingen-9")
def test_a_decision_is_made_known_once() -> None:
    story = ready_for_suspension()
    story.do("decide-measure", measure="waarschuwing", reason="x")
    story.do("announce", decision="b1", person="mo", channel="gesprek")
    assert "`mo` kan hier nu niet" in story.refused("announce", decision="b1", person="mo", channel="brief")
    assert "announce:b1:mo" not in story.owed()
    story.do("decide-measure", measure="gesprek", reason="x")
    assert "heeft dit besluit al" in story.refused("announce", decision="b1", person="mo", channel="brief")


@pytest.mark.article("leerlingen-9")
def test_a_suspension_is_made_known_by_its_letter_alone() -> None:
    story = ready_for_suspension()
    story.suspend()
    for channel in ("telefoon", "brief", "overhandigd"):
        assert "op schrift" in story.refused("announce", decision="b1", person="sem", channel=channel)
    story.give("sem", DIRECTOR)
    assert "announce:b1:sem" not in story.owed()


@pytest.mark.article("leerlingen-9")
def test_the_duty_to_make_a_decision_known_leads_from_what_is_missing_to_the_letter_and_on() -> None:
    story = Story(replace(PUPIL_CASE, settings=SchoolSettings()))
    story.hear()
    story.reach("mo", view_asked=True)
    story.reach("vic", view_asked=True)
    story.weigh()
    story.suspend()
    assert story.settled_by("announce:b1:sem") == "establish-facts"
    said = {"text": "x", "happened_on": story.now.date(), "place": "x", "channel": "x"}
    story.do("establish-facts", **said)
    assert story.settled_by("announce:b1:sem") == "adopt-settings"
    story.do("adopt-settings", DIRECTOR, objection_address="Postbus 1")
    assert story.settled_by("announce:b1:sem") == "issue-letter"
    slot = "besluit-schorsing/b1/sem"
    story.do("issue-letter", DIRECTOR, slot=slot, letter="l1", language="nl", digest="0" * 64)
    assert story.settled_by("announce:b1:sem") == "send-letter"


@pytest.mark.article("leerlingen-9")
def test_a_pupil_who_turns_18_before_the_letter_went_out_leaves_the_guardians_owed_nothing() -> None:
    story = Story(replace(PUPIL_CASE, born=date(2008, 11, 18)))
    story.hear()
    story.reach("mo", view_asked=True)
    story.reach("vic", view_asked=True)
    story.weigh()
    story.suspend()
    story.now += 2 * DAY
    assert [story.status(f"announce:b1:{one}") for one in ("sem", "mo", "vic")] == ["open", "excepted", "excepted"]


@pytest.mark.article("leerlingen-9")
def test_nothing_is_made_known_to_the_guardians_of_who_is_18() -> None:
    story = Story(replace(PUPIL_CASE, born=date(2008, 11, 18)))
    story.hear()
    story.weigh()
    story.do("decide-measure", measure="waarschuwing", reason="x")
    story.now += 2 * DAY
    assert "mag dit nu niet horen" in story.refused("announce", decision="b1", person="mo", channel="gesprek")


@pytest.mark.article("leerlingen-7")
def test_a_device_is_taken_for_the_same_day_and_given_back() -> None:
    story = ready_for_suspension()
    said = {"measure": "inname-apparaat", "reason": "x", "starts": story.now + HOUR}
    assert "dezelfde dag" in story.refused("decide-measure", **said, ends=story.now + DAY)
    story.do("decide-measure", **said, ends=story.now.replace(hour=16))
    story.do("take-device", decision="b1", device="telefoon, zwart", kept_at="kluis", voluntary=True)
    assert story.due("return-device:b1") == story.now.replace(hour=16)
    assert story.alarm("return-device:b1") == story.now.replace(hour=15, minute=30)
    assert "ouder met gezag" in story.refused("return-device", decision="b1", person="gus")
    story.do("return-device", decision="b1", person="sem")
    assert story.status("return-device:b1") == "done"


@pytest.mark.article("leerlingen-9")
def test_a_device_that_is_kept_longer_goes_back_at_the_agreed_end() -> None:
    story = ready_for_suspension()
    ends = story.now.replace(hour=16)
    story.do("decide-measure", measure="inname-apparaat", reason="x", starts=story.now + HOUR, ends=ends)
    story.do("take-device", decision="b1", device="telefoon, zwart", kept_at="kluis", voluntary=True)
    said = {"decision": "b1", "reason": "Veiliger zo.", "agreed_at": story.now, "channel": "telefoon"}
    longer = {**said, "until": ends + DAY, "agreed_by": "mo"}
    assert "gaat: directeur" in story.refused("keep-device", **longer)
    assert "later is dan nu" in story.refused("keep-device", DIRECTOR, **(longer | {"until": ends}))
    assert "ouder met gezag" in story.refused("keep-device", DIRECTOR, **(longer | {"agreed_by": "sem"}))
    assert "na de inname" in story.refused("keep-device", DIRECTOR, **(longer | {"agreed_at": story.now - DAY}))
    story.do("keep-device", DIRECTOR, **longer)
    assert story.due("return-device:b1") == ends + DAY
    assert story.status("return-device:b1") == "open"


@pytest.mark.article("leerlingen-9")
def test_a_device_that_was_never_handed_over_is_no_longer_owed_when_lifted() -> None:
    story = ready_for_suspension()
    story.do("decide-measure", measure="inname-apparaat", reason="x", starts=story.now, ends=story.now + 4 * HOUR)
    story.do("lift-measure", decision="b1", reason="Niet afgegeven.")
    assert story.status("take-device:b1") == story.status("return-device:b1") == "excepted"


@pytest.mark.article("leerlingen-9")
def test_a_proposal_can_be_withdrawn_and_is_gone_when_decided() -> None:
    story = ready_for_suspension()
    story.do("propose", measure="schorsing", reason="x")
    assert "al voorgesteld" in story.refused("propose", measure="schorsing", reason="x")
    story.do("withdraw-proposal", measure="schorsing", reason="Toch niet.")
    story.do("propose", measure="schorsing", reason="x")
    story.suspend()
    assert story.state.proposals == ()
    assert story.refused("withdraw-proposal", measure="schorsing", reason="x")


def _near_removal() -> Story:
    story = Story()
    story.hear()
    story.reach("mo", view_asked=True)
    story.reach("vic", view_asked=True)
    story.weigh("zeer-ernstig")
    story.intend("verwijdering", DIRECTOR)
    return story


@pytest.mark.article("leerlingen-9")
def test_removal_waits_for_the_inspectorate_and_another_school() -> None:
    story = _near_removal()
    said = {"measure": "verwijdering", "reason": "x"}
    answer = story.refused("decide-measure", BOARD, **said)
    assert "Inspectie" in answer
    assert "andere school" in answer
    assert "Hierover gaat: bestuur" in story.refused("decide-measure", DIRECTOR, **said)
    story.do("consult-inspectorate", BOARD, outcome="Geen bezwaar.")
    story.do("record-other-school", BOARD, school="De Brug", confirmed_by="de rector")
    story.do("decide-measure", BOARD, **said)
    assert {"inspectorate:b1", "municipality:b1", "objection-term:b1"} <= set(story.owed())


@pytest.mark.article("leerlingen-9")
def test_removal_waits_until_each_has_the_intention_in_writing() -> None:
    story = Story()
    story.weigh("zeer-ernstig")
    decided = {"measure": "verwijdering", "reason": "x"}
    story.do("record-intention", DIRECTOR, measure="verwijdering", given_at=story.now, facts="x", reason="x")
    for person in ("sem", "mo", "vic"):
        assert "voornemen op schrift" in story.refused("decide-measure", BOARD, **decided), person
        story.do("invite-hearing", person=person, planned_at=story.now + DAY, place="x")
        story.give(person, DIRECTOR, about="v1")
    assert "voornemen op schrift" not in story.refused("decide-measure", BOARD, **decided)


@pytest.mark.article("leerlingen-9")
def test_who_is_not_under_compulsory_education_needs_no_other_school() -> None:
    story = Story(replace(PUPIL_CASE, compulsory_education=False))
    story.hear()
    story.reach("mo", view_asked=True)
    story.reach("vic", view_asked=True)
    story.weigh("zeer-ernstig")
    assert "andere school" not in story.refused("decide-measure", BOARD, measure="verwijdering", reason="x")


@pytest.mark.article("leerlingen-9")
def test_a_pupil_may_be_suspended_again_while_removal_is_consulted() -> None:
    story = _near_removal()
    story.suspend(days=5)
    story.now += timedelta(days=5)
    story.suspend(days=5)
    assert len(story.state.decisions) == 2


@pytest.mark.article("leerlingen-9")
def test_a_lifted_suspension_still_was_told_to_the_inspectorate() -> None:
    story = ready_for_suspension()
    story.suspend()
    assert "Hierover gaat" in story.refused("lift-measure", COORDINATOR, decision="b1", reason="x")
    story.do("lift-measure", DIRECTOR, decision="b1", reason="Het klopte niet.")
    assert "inspectorate:b1" in story.owed()
    assert story.status("return-talk:b1") == "excepted"
    story.do("notify-inspectorate", DIRECTOR, decision="b1", reference="x")
    assert "inspectorate:b1" not in story.owed()
