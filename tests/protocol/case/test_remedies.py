"""Objection and dispute; police, and the complaint of whom it was done to."""

from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from keyzer.protocol.terms import LOCAL
from tests.protocol.case.world import (
    BOARD,
    DAY,
    DIRECTOR,
    MOTHER,
    PUPIL_CASE,
    Story,
    ready_for_suspension,
)


def _removed() -> Story:
    story = Story(at=datetime(2026, 11, 12, 9, 0, tzinfo=LOCAL))
    story.hear()
    story.reach("mo", view_asked=True)
    story.reach("vic", view_asked=True)
    story.weigh("zeer-ernstig")
    story.intend("verwijdering", DIRECTOR)
    story.do("consult-inspectorate", BOARD, outcome="x")
    story.do("record-other-school", BOARD, school="De Brug", confirmed_by="x")
    story.do("decide-measure", BOARD, measure="verwijdering", reason="x")
    story.now = datetime(2026, 11, 13, 9, 0, tzinfo=LOCAL)
    for person in ("sem", "mo", "vic"):
        story.give(person)
    story.do("notify-inspectorate", BOARD, decision="b1", reference="x")
    story.do("notify-municipality", BOARD, decision="b1", reference="x")
    return story


@pytest.mark.article("leerlingen-9")
def test_a_removal_stays_open_until_the_term_to_object_is_over() -> None:
    story = _removed()
    assert story.due("objection-term:b1") == datetime(2026, 12, 28, 23, 59, tzinfo=LOCAL)
    assert story.owed() == ["objection-term:b1"]
    story.now = datetime(2026, 12, 29, 9, 0, tzinfo=LOCAL)
    story.do("close", BOARD, summary="Ingeschreven op De Brug.")


@pytest.mark.article("leerlingen-9")
def test_a_late_objection_is_taken_in_and_marked_and_opens_the_case_again() -> None:
    story = _removed()
    story.now = datetime(2026, 12, 29, 9, 0, tzinfo=LOCAL)
    story.do("close", BOARD, summary="x")
    events = story.do(
        "lodge-objection", MOTHER, decision="b1", person="mo", received_on=date(2026, 12, 29), objection="x"
    )
    assert [event.named() for event in events] == ["case-reopened", "objection-lodged"]
    assert story.state.objections[0].late
    assert "objection-decide:b1" in story.owed()


@pytest.mark.article("leerlingen-9")
def test_an_objection_is_decided_in_four_weeks_after_hearing_with_the_documents() -> None:
    story = _removed()
    story.now += 3 * DAY
    story.do("lodge-objection", BOARD, decision="b1", person="vic", received_on=date(2026, 11, 16), objection="x")
    assert not story.state.objections[0].late
    assert story.due("objection-decide:b1") == datetime(2026, 12, 14, 23, 59, tzinfo=LOCAL)
    decision = {"decision": "b1", "outcome": "rejected", "reason": "x"}
    assert "nog niet gehoord" in story.refused("decide-objection", BOARD, **decision)
    heard = {"decision": "b1", "account": "x"}
    assert "verslagen zien" in story.refused("hear-objection", BOARD, **heard, documents_offered=False)
    story.do("hear-objection", BOARD, **heard, documents_offered=True)
    assert "Hierover gaat: bestuur" in story.refused("decide-objection", DIRECTOR, **decision)
    story.do("decide-objection", BOARD, **decision)
    assert story.owed() == [f"answer:a1:{one}" for one in ("sem", "mo", "vic")]
    for person in ("sem", "mo", "vic"):
        story.give(person, about="a1")
    assert story.owed() == []


@pytest.mark.article("leerlingen-9")
def test_a_dispute_stops_the_clock_of_the_objection() -> None:
    story = _removed()
    story.now += 3 * DAY
    story.do("lodge-objection", BOARD, decision="b1", person="mo", received_on=date(2026, 11, 16), objection="x")
    story.do("hear-objection", BOARD, decision="b1", account="x", documents_offered=True)
    story.do("file-dispute", BOARD, decision="b1", filed_on=date(2026, 11, 16))
    assert story.due("objection-decide:b1") is None
    decision = {"decision": "b1", "outcome": "upheld", "reason": "x"}
    assert "geschillencommissie heeft nog niet" in story.refused("decide-objection", BOARD, **decision)
    story.now += timedelta(days=30)
    story.do("judge-dispute", BOARD, decision="b1", judged_on=date(2026, 12, 14), judgment="x")
    assert story.due("objection-decide:b1") == datetime(2027, 1, 11, 23, 59, tzinfo=LOCAL)
    events = story.do("decide-objection", BOARD, **decision)
    assert [event.named() for event in events] == ["objection-decided", "measure-lifted"]


@pytest.mark.article("leerlingen-9")
def test_a_suspension_is_open_to_objection_at_a_public_school_alone() -> None:
    story = ready_for_suspension()
    story.suspend()
    data = {"decision": "b1", "person": "mo", "received_on": story.now.date(), "objection": "x"}
    assert story.refused("lodge-objection", MOTHER, **data)
    settings = replace(PUPIL_CASE.settings, governance="openbaar")
    story.state = replace(story.state, settings=settings)
    assert isinstance(story.ask("lodge-objection", MOTHER, **data), list)


@pytest.mark.article("leerlingen-10")
def test_a_possible_offence_asks_a_directors_reasoned_decision() -> None:
    story = Story(replace(PUPIL_CASE, conduct=("bedreiging",)))
    assert "police" in story.owed()
    choice = {"choice": "no-report", "reason": "Het slachtoffer wil dat niet; de wijkagent weet ervan."}
    assert "Hierover gaat: directeur" in story.refused("decide-police", **choice)
    event = story.do("decide-police", DIRECTOR, **choice)[0]
    assert event.grounds == ("leerlingen-10",)
    assert "police" not in story.owed()


@pytest.mark.article("leerlingen-10")
def test_a_report_that_was_chosen_is_owed_until_it_is_made() -> None:
    story = Story(replace(PUPIL_CASE, conduct=("bedreiging",)))
    assert "niet besloten" in story.refused("file-police-report", DIRECTOR, reference="x")
    story.do("decide-police", DIRECTOR, choice="report", reason="Er is gedreigd met geweld.")
    assert "police-report" in story.owed()
    assert "nog geen aangifte" in story.refused("record-police-outcome", outcome="x")
    story.do("file-police-report", DIRECTOR, reference="PL-1")
    assert "police-report" not in story.owed()
    story.do("record-police-outcome", outcome="Halt.")


@pytest.mark.article("leerlingen-10")
def test_new_conduct_asks_a_new_decision_about_the_police() -> None:
    story = Story(replace(PUPIL_CASE, conduct=("bedreiging",)))
    story.do("decide-police", DIRECTOR, choice="no-report", reason="x")
    story.do("cite-conduct", conduct=["belaging"])
    assert "police" in story.owed()


@pytest.mark.article("leerlingen-10")
def test_where_no_offence_is_likely_nothing_is_asked() -> None:
    story = Story()
    assert "police" not in story.owed()
    assert "geen strafbaar feit" in story.refused("decide-police", DIRECTOR, choice="report", reason="x")


@pytest.mark.article("leerlingen-10")
def test_a_complaint_is_the_victims_and_three_months_count_from_knowing() -> None:
    story = Story(replace(PUPIL_CASE, conduct=("belediging",)))
    assert "complaint:lena" in story.owed()
    story.do("record-victim-knowledge", person="lena", learned_on=date(2026, 11, 14))
    assert story.due("complaint:lena") == datetime(2027, 2, 14, 23, 59, tzinfo=LOCAL)
    assert "`wim` kan hier nu niet" in story.refused("record-complaint-choice", person="wim", choice="files")
    story.do("record-complaint-choice", person="lena", choice="refrains")
    assert story.status("complaint:lena") == "done"


@pytest.mark.article("leerlingen-10")
def test_the_community_officer_is_asked_where_an_offence_is_suspected_and_never_has_to_be() -> None:
    story = Story(replace(PUPIL_CASE, conduct=("bedreiging",)))
    said = {"officer": "wijkagent Zuid", "advice": "Bel bij herhaling."}
    assert "nog niet geweest" in story.refused("consult-community-officer", consulted_at=story.now + DAY, **said)
    story.do("consult-community-officer", consulted_at=story.now, **said)
    assert "police" in story.owed()
    harmless = Story()
    assert "geen strafbaar feit" in harmless.refused("consult-community-officer", consulted_at=harmless.now, **said)


@pytest.mark.article("leerlingen-10")
def test_papers_go_to_the_police_only_after_the_director_decided_to_report() -> None:
    story = Story(replace(PUPIL_CASE, conduct=("bedreiging",)))
    pack = {"digest": "ab12", "to_whom": "agent De Boer", "how": "op een stick"}
    assert "niet besloten tot aangifte" in story.refused("hand-over-pack", DIRECTOR, **pack)
    story.do("decide-police", DIRECTOR, choice="report", reason="Ernstig.")
    assert "Hierover gaat" in story.refused("hand-over-pack", **pack)
    story.do("hand-over-pack", DIRECTOR, **pack)
    assert story.state.packs[-1].digest == "ab12"


@pytest.mark.article("leerlingen-10")
def test_below_16_the_representative_chooses_about_a_complaint() -> None:
    story = Story(replace(PUPIL_CASE, conduct=("belediging",)))
    choice = {"person": "lena", "choice": "files", "below_16": True}
    assert "Onder de 16 jaar kiest een ouder" in story.refused("record-complaint-choice", **choice)
    story.do("record-complaint-choice", **choice, chosen_by="representative")
    assert story.status("complaint:lena") == "done"


@pytest.mark.article("leerlingen-10")
@pytest.mark.parametrize(
    ("learned", "last"),
    [
        (date(2026, 8, 24), date(2026, 11, 24)),
        (date(2026, 8, 31), date(2026, 11, 30)),
        (date(2026, 9, 25), date(2026, 12, 25)),
    ],
)
def test_a_complaint_has_exactly_three_months_and_no_day_more(learned: date, last: date) -> None:
    story = Story(replace(PUPIL_CASE, conduct=("belediging",)))
    story.do("record-victim-knowledge", person="lena", learned_on=min(learned, story.now.date()))
    due = story.due("complaint:lena")
    assert due is not None
    assert (due.date(), due.hour, due.minute) == (last, 23, 59)


@pytest.mark.article("leerlingen-9")
def test_an_objection_tells_how_it_came_in() -> None:
    story = _removed()
    day = story.now.date()
    story.do("lodge-objection", MOTHER, decision="b1", person="mo", received_on=day, objection="x", via="page")
    assert story.state.objections[-1].via == "page"
