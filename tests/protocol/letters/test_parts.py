"""What a letter claims: only what the case holds, and only what stood behind the decision when it was taken."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace

from keyzer.protocol.case.facts import birthday
from keyzer.protocol.case.values import SchoolSettings
from keyzer.protocol.terms import LOCAL
from keyzer.protocol.vocabulary import Gate
from tests.protocol.case.world import (
    BOARD,
    COORDINATOR,
    DAY,
    DIRECTOR,
    MONDAY,
    PUPIL_CASE,
    Story,
)
from tests.protocol.letters import stories
from tests.protocol.letters.stories import lacks, slot_ids, written

SUSPENSION = "besluit-schorsing/b1/sem"
REMOVAL = "besluit-verwijdering/b1/mo"


@pytest.mark.article("leerlingen-9")
def test_a_letter_without_the_facts_names_the_command_that_settles_them() -> None:
    story = Story()
    story.hear()
    story.reach("mo", view_asked=True)
    story.reach("vic", view_asked=True)
    story.weigh()
    story.suspend()
    (reason,) = lacks(story, SUSPENSION)
    assert reason.command == "establish-facts"
    assert "vast wat er is gebeurd" in reason.text.nl
    stories.establish(story)
    assert written(story, SUSPENSION).parts["facts"]["channel"] == "groepsapp"


@pytest.mark.article("leerlingen-9")
def test_urgency_stands_in_a_letter_where_nobody_was_heard_first() -> None:
    story = Story()
    stories.establish(story)
    story.reach("mo")
    story.reach("vic")
    story.weigh()
    story.do("claim-urgency", DIRECTOR, reason="Er dreigt een vechtpartij.")
    story.suspend()
    story.now += DAY
    story.hear()
    parts = written(story, SUSPENSION).parts
    assert parts["urgency"] == "Er dreigt een vechtpartij."
    assert "heard" not in parts, "a hearing after the decision does not stand behind it"


@pytest.mark.article("leerlingen-9")
def test_a_calm_decision_tells_who_was_heard_and_no_urgency() -> None:
    parts = written(stories.suspended(), SUSPENSION).parts
    assert [one["person"] for one in parts["heard"]] == ["{person:sem}", "{person:mo}", "{person:vic}"]
    assert "urgency" not in parts
    assert "outside_range" not in parts


@pytest.mark.article("leerlingen-9")
def test_what_one_guardian_said_stands_in_no_letter_to_the_other() -> None:
    story = stories.suspended()
    said = {
        reader: {
            one["person"]: "account" in one for one in written(story, f"besluit-schorsing/b1/{reader}").parts["heard"]
        }
        for reader in ("sem", "mo")
    }
    assert said["mo"] == {"{person:sem}": True, "{person:mo}": True, "{person:vic}": False}
    assert said["sem"] == {"{person:sem}": True, "{person:mo}": False, "{person:vic}": False}
    told = written(story, "melding-inspectie/b1/inspectorate").parts.get("heard", [])
    assert all("account" in one for one in told), "a body reads all"


@pytest.mark.article("leerlingen-9")
def test_what_a_suspension_brings_stands_in_the_letter_once_it_is_known() -> None:
    story = stories.suspended()
    assert not {"school-work", "return-talk", "aftercare"} & set(written(story, SUSPENSION).parts)
    story.do("arrange-school-work", decision="b1", arrangement="Via de mentor.")
    back = story.now + 6 * DAY
    story.do("invite-hearing", person="sem", planned_at=back, place="kamer 3")
    for person in ("sem", "lena"):
        story.do("plan-aftercare", person=person, planned_on=back.date(), purpose="Hoe gaat het")
    parts = written(story, SUSPENSION).parts
    assert parts["school-work"] == "Via de mentor."
    assert parts["return-talk"] == {"planned_at": back, "place": "kamer 3"}
    assert parts["aftercare"] == [{"person": "{person:sem}", "planned_on": back.date()}], "never of another pupil"


@pytest.mark.article("leerlingen-9")
def test_the_inspectorate_hears_only_of_more_than_a_day_and_learns_of_earlier_suspensions() -> None:
    story = stories.suspended(1)
    assert not [one for one in slot_ids(story) if one.startswith("melding-inspectie")]
    assert "melding-gemeente/b1/municipality" in slot_ids(story)
    story.do("cite-conduct", conduct=["bedreiging"])
    story.suspend(2)
    parts = written(story, "melding-inspectie/b2/inspectorate").parts
    assert [one["measure"].en for one in parts["earlier"]] == ["Suspension"]
    assert parts["subject"]["born"] == date(2013, 3, 1)
    assert "explain" not in parts["measure"]


@pytest.mark.article("leerlingen-9")
def test_the_last_day_to_object_is_counted_by_law() -> None:
    story = stories.removed()
    for told_on, last in ((13, date(2026, 12, 28)), (24, date(2027, 1, 5))):
        story.now = datetime(2026, 11, told_on, 9, tzinfo=LOCAL)
        remedy = written(story, REMOVAL).parts["remedy"]
        assert (remedy["kind"], remedy["weeks"], remedy["until"]) == ("objection", 6, last)


@pytest.mark.article("leerlingen-9")
def test_a_public_school_takes_objections_against_a_suspension_too() -> None:
    private = written(stories.suspended(), SUSPENSION).parts["remedy"]
    public = replace(stories.FULL_SETTINGS, governance="openbaar")
    remedy = written(stories.suspended(settings=public), SUSPENSION).parts["remedy"]
    assert (private["kind"], remedy["kind"]) == ("complaint", "objection")
    assert "until" not in private


@pytest.mark.article("leerlingen-9")
def test_without_an_address_to_object_there_is_no_letter() -> None:
    story = stories.suspended(settings=SchoolSettings())
    (reason,) = lacks(story, SUSPENSION)
    assert reason.command == "adopt-settings"
    removed = stories.removed()
    removed.state = replace(removed.state, settings=SchoolSettings(complaint_address="Postbus 2"))
    assert [one.command for one in lacks(removed, REMOVAL)] == ["adopt-settings"]


@pytest.mark.article("leerlingen-9")
def test_a_decision_behind_which_no_hearing_stands_has_no_letter() -> None:
    story = stories.suspended()
    story.state = replace(story.state, hearings=())
    assert [one.gate for one in lacks(story, SUSPENSION)] == [Gate.SUBJECT_HEARD]


@pytest.mark.article("leerlingen-9")
def test_a_removal_letter_names_the_consultation_and_the_school_that_takes_the_pupil() -> None:
    parts = written(stories.removed(), REMOVAL).parts
    assert parts["inspectorate"]["consulted_on"] == (MONDAY + DAY).date()
    assert parts["other-school"] == {"school": "De Brug", "confirmed_by": "de rector van De Brug"}
    story = stories.removed(compulsory_education=False, born=date(2009, 1, 1))
    assert "other-school" not in written(story, REMOVAL).parts


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize(
    ("lost", "gate"),
    [("inspectorate_consulted", Gate.INSPECTORATE_CONSULTED), ("other_schools", Gate.OTHER_SCHOOL_FOUND)],
)
def test_what_a_removal_letter_must_claim_is_looked_up_and_never_taken_for_granted(lost: str, gate: Gate) -> None:
    story = stories.removed()
    story.state = replace(story.state, **{lost: ()})
    assert [reason.gate for reason in lacks(story, REMOVAL)] == [gate]


@pytest.mark.article("leerlingen-9")
def test_the_answer_to_an_objection_points_to_the_court_at_a_public_school_alone() -> None:
    slot = "beslissing-bezwaar/a1/mo"
    assert "remedy" not in written(stories.answered(), slot).parts
    public = replace(stories.FULL_SETTINGS, governance="openbaar")
    assert written(stories.answered(settings=public), slot).parts["remedy"]["body"].nl == "de rechtbank"


@pytest.mark.article("leerlingen-9")
def test_a_dispute_stops_the_clock_in_the_notice_of_receipt() -> None:
    story = stories.objected()
    slot = "ontvangst-bezwaar/o1/mo"
    assert written(story, slot).parts["objection"]["decide_by"] > story.now.date()
    story.do("file-dispute", BOARD, decision="b1", filed_on=story.now.date())
    assert "decide_by" not in written(story, slot).parts["objection"]


@pytest.mark.article("leerlingen-9")
def test_guardians_who_may_not_be_told_any_more_hold_the_end_of_a_removal_up_no_longer() -> None:
    story = stories.removed(born=date(2008, 12, 1))
    stories.send(story, "besluit-verwijdering/b1/sem")
    assert story.due("objection-term:b1") is None
    story.now = datetime(2026, 12, 2, 9, tzinfo=LOCAL)
    assert story.due("objection-term:b1") is not None


@pytest.mark.article("leerlingen-9")
def test_who_issues_an_intention_signs_it_and_who_decided_signs_the_decision() -> None:
    story = stories.removal_intended()
    signed = written(story, "voornemen-verwijdering/v1/mo", by=BOARD)
    assert signed.parts["signatory"]["person"] == "{person:bea}"
    assert written(story, "voornemen-verwijdering/v1/mo", by=DIRECTOR).parts["signatory"]["role"].nl == "directeur"
    assert written(story, "voornemen-verwijdering/v1/mo").parts["signatory"]["role"].nl == "directeur"

    decided = written(stories.suspended(), SUSPENSION, by=BOARD)
    assert decided.parts["signatory"]["person"] == "{person:dirk}"
    assert written(stories.light(), "besluit-licht/b1/sem").parts["signatory"]["role"].nl == "coördinator"


@pytest.mark.article("leerlingen-9")
def test_a_letter_of_the_handler_waits_while_nobody_handles_the_case() -> None:
    story = stories.invited()
    story.do("name-party", person="cora", part="getuige")
    assert "reassign" in [reason.command for reason in lacks(story, "uitnodiging-gesprek/u1/sem")]


@pytest.mark.article("leerlingen-9")
def test_an_invitation_tells_what_the_school_has_in_view() -> None:
    story = stories.pupil()
    story.do("propose", measure="waarschuwing", reason="Eerste keer.")
    story.do("invite-hearing", person="mo", planned_at=story.now + DAY, place="kamer 12")
    assert written(story, "uitnodiging-gesprek/u1/mo").parts["intended"]["label"].nl == "Waarschuwing"


def test_a_pupil_who_is_of_age_is_addressed_as_such() -> None:
    story = stories.suspended()
    story.now = datetime.combine(birthday(PUPIL_CASE.born or date.min, 18), MONDAY.timetz())
    assert written(story, SUSPENSION).voice == "adult-pupil"


def test_a_case_that_is_not_heard_yet_has_no_report_of_a_talk() -> None:
    story = Story()
    story.do("invite-hearing", COORDINATOR, person="mo", planned_at=story.now + DAY, place="x")
    story.now += 2 * DAY
    story.do("record-hearing", person="mo", held_at=story.now - DAY, outcome="absent", account="kwam niet")
    assert not [one for one in slot_ids(story) if one.startswith("verslag")]


@pytest.mark.article("leerlingen-9")
def test_a_letter_about_conduct_that_was_not_named_waits_for_its_name() -> None:
    story = Story(replace(PUPIL_CASE, conduct=()))
    stories.establish(story)
    story.do("invite-hearing", person="sem", planned_at=story.now + DAY, place="x")
    assert [one.command for one in lacks(story, "uitnodiging-gesprek/u1/sem")] == ["cite-conduct"]
