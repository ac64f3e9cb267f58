"""What people get wrong is refused with its place and its remedy, or taken in and marked for a person to decide."""

from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from keyzer.protocol.access import Handled, RoleHeld, Viewer, may_see_case
from keyzer.protocol.case import Actor, Guardian, Open, Party, Refusal, facts
from keyzer.protocol.case.told import told_to
from keyzer.protocol.terms import LOCAL
from keyzer.protocol.vocabulary import Gate, Lane, Part, Role
from tests.protocol.case.world import (
    BOARD,
    COORDINATOR,
    DAY,
    DIRECTOR,
    HOUR,
    HR,
    MOTHER,
    OTHER_COORDINATOR,
    PUPIL,
    PUPIL_CASE,
    STAFF_CASE,
    TEAM_LEADER,
    Story,
    ready_for_suspension,
)


def _turning_18(days: int) -> Open:
    """The pupil's case, opened some days before the 18th birthday."""
    return replace(PUPIL_CASE, born=date(2008, 11, 16) + timedelta(days=days))


def _removed() -> Story:
    story = Story(at=datetime(2026, 11, 12, 9, 0, tzinfo=LOCAL))
    story.hear()
    for guardian in ("mo", "vic"):
        story.reach(guardian, view_asked=True)
    story.weigh("zeer-ernstig")
    story.intend("verwijdering", DIRECTOR)
    story.do("consult-inspectorate", BOARD, outcome="x")
    story.do("record-other-school", BOARD, school="De Brug", confirmed_by="x")
    story.do("decide-measure", BOARD, measure="verwijdering", reason="x")
    story.now = datetime(2026, 11, 13, 9, 0, tzinfo=LOCAL)
    for person in ("sem", "mo", "vic"):
        story.give(person)
    return story


@pytest.mark.article("leerlingen-9")
def test_a_suspension_of_eight_days_is_refused_and_asks_an_earlier_end() -> None:
    story = ready_for_suspension()
    starts = (story.now + DAY).replace(hour=8)
    span = {"starts": starts, "ends": starts + 8 * DAY}
    answer = story.ask("decide-measure", DIRECTOR, measure="schorsing", reason="x", **span)
    assert isinstance(answer, Refusal)
    assert [one.text.nl for one in answer.reasons] == ["Dit duurt hoogstens 7 dagen. Kies een eerder einde."]
    assert answer.reasons[0].grounds == ("leerlingen-9",)


@pytest.mark.article("leerlingen-9")
def test_a_suspension_by_a_coordinator_is_refused_and_names_who_decides() -> None:
    story = ready_for_suspension()
    starts = (story.now + DAY).replace(hour=8)
    answer = story.ask(
        "decide-measure", COORDINATOR, measure="schorsing", reason="x", starts=starts, ends=starts + 2 * DAY
    )
    assert isinstance(answer, Refusal)
    assert [one.who for one in answer.reasons] == [frozenset({Role.DIRECTEUR})]
    assert answer.reasons[0].text.nl == "Hierover gaat: directeur."


@pytest.mark.article("leerlingen-9")
def test_two_suspensions_for_one_fact_are_refused_until_there_is_a_new_fact() -> None:
    story = ready_for_suspension()
    story.suspend()
    starts = (story.now + 9 * DAY).replace(hour=8)
    again = {"measure": "schorsing", "reason": "x", "starts": starts, "ends": starts + DAY}
    assert "Een tweede keer vraagt een nieuw feit" in story.refused("decide-measure", DIRECTOR, **again)
    again_inside = again | {"measure": "schorsing-intern"}
    assert "Een tweede keer vraagt een nieuw feit" in story.refused("decide-measure", DIRECTOR, **again_inside)
    story.do("cite-conduct", conduct=["bedreiging"])
    story.do("decide-measure", DIRECTOR, **again)


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize(("received", "late"), [(date(2026, 12, 28), False), (date(2026, 12, 29), True)])
def test_an_objection_a_day_late_is_taken_in_marked_and_decided_by_a_person(received: date, *, late: bool) -> None:
    story = _removed()
    story.now = datetime(2026, 12, 29, 9, 0, tzinfo=LOCAL)
    story.do("lodge-objection", MOTHER, decision="b1", person="mo", received_on=received, objection="x", via="page")
    assert story.state.objections[0].late is late
    assert {"objection-hear:b1", "objection-decide:b1"} <= set(story.owed())
    story.do("hear-objection", BOARD, decision="b1", documents_offered=True, account="x")
    assert "Hierover gaat" in story.refused(
        "decide-objection", DIRECTOR, decision="b1", outcome="rejected", reason="Te laat."
    )
    answer = {"decision": "b1", "outcome": "inadmissible", "reason": "Te laat, zonder goede reden."}
    if late:
        story.do("decide-objection", BOARD, **answer)
        assert facts.in_force(story.state)
    else:
        assert "kwam op tijd" in story.refused("decide-objection", BOARD, **answer)


@pytest.mark.article("leerlingen-9")
def test_a_hearing_in_the_future_is_refused_and_does_not_count() -> None:
    story = Story()
    tomorrow = {"person": "sem", "held_at": story.now + DAY, "outcome": "heard", "account": "x"}
    assert "nog niet geweest" in story.refused("record-hearing", **tomorrow)
    for guardian in ("mo", "vic"):
        story.reach(guardian, view_asked=True)
    story.weigh()
    starts = (story.now + 2 * DAY).replace(hour=8)
    answer = story.ask("decide-measure", DIRECTOR, measure="schorsing", reason="x", starts=starts, ends=starts + DAY)
    assert isinstance(answer, Refusal)
    assert [one.gate for one in answer.reasons] == [Gate.SUBJECT_HEARD]


@pytest.mark.article("leerlingen-9")
def test_a_hearing_of_after_the_decision_is_refused_as_one_of_before_it() -> None:
    story = ready_for_suspension()
    story.suspend()
    decided = story.state.decisions[0].at
    told = {"person": "sem", "outcome": "heard", "account": "x"}
    story.now += 2 * HOUR
    assert "telt daarvoor niet" in story.refused("record-hearing", held_at=decided + HOUR, **told)
    assert "hoort eerder in het dossier" in story.refused("record-hearing", held_at=decided - HOUR, **told)
    story.do("propose", measure="herstel", reason="Een nieuw voorstel.")
    story.do("record-hearing", held_at=decided + HOUR, **told)


@pytest.mark.article("leerlingen-9")
def test_a_pupil_who_turns_18_in_the_middle_takes_over_what_was_the_guardians() -> None:
    story = Story(_turning_18(2))
    story.reach("mo", view_asked=True)
    assert "contact:vic" in story.owed()
    story.now += 3 * DAY
    assert "contact:vic" not in story.owed()
    assert "contact:sem" in story.owed()
    story.hear()
    story.reach("sem")
    story.weigh()
    story.suspend()
    assert story.state.decisions[0].recipients == ("sem",)
    assert not told_to(story.state, "mo", story.now)


@pytest.mark.article("leerlingen-9")
def test_who_got_the_decision_about_a_minor_may_still_object_when_the_pupil_is_18() -> None:
    story = Story(replace(_turning_18(3), settings=replace(PUPIL_CASE.settings, governance="openbaar")))
    story.hear()
    for guardian in ("mo", "vic"):
        story.reach(guardian, view_asked=True)
    story.weigh()
    story.suspend()
    for person in ("sem", "mo", "vic"):
        story.give(person, DIRECTOR)
    story.now += 5 * DAY
    objection = {"decision": "b1", "received_on": story.now.date(), "objection": "x"}
    story.do("lodge-objection", MOTHER, person="mo", **objection)


@pytest.mark.article("leerlingen-9")
def test_a_guardian_does_not_object_to_a_decision_about_who_was_18() -> None:
    story = Story(replace(_turning_18(0), settings=replace(PUPIL_CASE.settings, governance="openbaar")))
    story.hear()
    story.reach("sem")
    story.weigh()
    story.suspend()
    story.give("sem", DIRECTOR)
    objection = {"decision": "b1", "received_on": story.now.date(), "objection": "x"}
    assert "zolang de leerling nog geen 18 is" in story.refused("lodge-objection", MOTHER, person="mo", **objection)
    story.do("lodge-objection", PUPIL, person="sem", **objection)


@pytest.mark.article("leerlingen-9")
def test_a_decider_who_becomes_party_decides_nothing_more_and_another_does() -> None:
    story = ready_for_suspension()
    starts = (story.now + DAY).replace(hour=8)
    span = {"measure": "schorsing", "reason": "x", "starts": starts, "ends": starts + DAY}
    story.do("name-party", person="dirk", part="getuige")
    assert "Iemand anders doet dit" in story.refused("decide-measure", DIRECTOR, **span)
    other = Actor(id="dora", roles=frozenset({Role.DIRECTEUR}))
    story.do("decide-measure", other, **span)


@pytest.mark.article("leerlingen-9")
def test_a_case_moves_to_the_coordinator_of_the_new_year() -> None:
    story = Story()
    for leader in (TEAM_LEADER, DIRECTOR):
        assert ("reassign",) in story.allowed(leader)
    assert ("reassign",) not in story.allowed(COORDINATOR)
    assert "Wie betrokken is" in story.refused("reassign", DIRECTOR, handler="wim", reason="x")
    assert "behandelt de zaak al" in story.refused("reassign", DIRECTOR, handler="cora", reason="x")
    story.do("reassign", TEAM_LEADER, handler="otto", reason="Een nieuw schooljaar.")
    assert "wie de zaak behandelt" in story.refused("weigh", COORDINATOR, **_light())
    story.do("weigh", OTHER_COORDINATOR, **_light())


@pytest.mark.article("leerlingen-9")
@pytest.mark.article("reikwijdte-1")
def test_two_who_are_each_others_victim_have_cases_that_do_not_meet() -> None:
    about_sem = replace(PUPIL_CASE, guardians=(Guardian(person="mo"),), parties=_both_ways("noor"))
    about_noor = replace(about_sem, subject="noor", guardians=(Guardian(person="nel"),), parties=_both_ways("sem"))
    sems, noors = Story(about_sem), Story(about_noor)
    assert facts.parties(sems.state) == {"sem", "mo", "noor"}
    assert facts.parties(noors.state) == {"noor", "nel", "sem"}
    assert facts.affected(sems.state) == ("noor",)
    assert facts.recipients(sems.state, sems.now) == ("sem", "mo")
    assert facts.recipients(noors.state, noors.now) == ("noor", "nel")
    for stranger in ("noor", "nel"):
        assert not told_to(sems.state, stranger, sems.now)
    assert not _sees(sems, "noor")
    assert not _sees(sems, "nel")
    assert not _sees(noors, "mo")


@pytest.mark.article("personeel-9")
def test_when_a_board_member_is_the_person_concerned_others_of_the_board_act() -> None:
    story = Story(replace(STAFF_CASE, subject="bea", handler="tess"), by=TEAM_LEADER)
    story.do("report-task-offence", HR, account="Een leerling vertelde het.")
    said = {"consulted_at": story.now, "advice": "x"}
    assert "Iemand anders doet dit" in story.refused("consult-confidential-inspector", BOARD, **said)
    other = Actor(id="ben", roles=frozenset({Role.BESTUUR}))
    story.do("consult-confidential-inspector", other, **said)
    assert not told_to(story.state, "bea", story.now)


@pytest.mark.article("personeel-9")
def test_each_step_of_the_path_has_a_clock_of_its_own_and_the_guardians_hear_before_the_police() -> None:
    story = Story(STAFF_CASE, by=TEAM_LEADER)
    story.do("report-task-offence", HR, account="x")
    assert _is_due_today(story, "task:consult")
    story.do("consult-confidential-inspector", BOARD, consulted_at=story.now, advice="x")
    assert _is_due_today(story, "task:judge")
    story.now += DAY
    story.do("judge-suspicion", BOARD, reasonable=True, reason="x")
    assert _is_due_today(story, "task:tell")
    assert "Vertel het eerst" in story.refused("report-offence-to-police", BOARD, reference="PL-1")
    story.now += DAY
    told = [story.do("inform-before-report", BOARD, person=one, told_at=story.now)[0] for one in ("lena", "stan")]
    assert [getattr(one, "whom", None) for one in told] == ["guardians", "person"]
    assert _is_due_today(story, "task:report")
    story.now += DAY
    story.do("report-offence-to-police", BOARD, reference="PL-1")
    assert _is_due_today(story, "task:tell-inspector")


def _is_due_today(story: Story, duty_id: str) -> bool:
    due = story.due(duty_id)
    return due is not None and due.date() == story.now.date()


def _both_ways(other: str) -> tuple[Party, ...]:
    """Someone to whom it was done, and about whom there is a case too."""
    return (Party(person=other, part=Part.BETROKKENE), Party(person=other, part=Part.ONDERWERP))


def _sees(story: Story, person: str) -> bool:
    role = Role.LEERLING if person in {"noor", "sem"} else Role.OUDER
    return may_see_case(
        Viewer(id=person, roles=(RoleHeld(role=role),)),
        Handled(layer=2, handler="cora", parties=facts.parties(story.state), lane=Lane.LEERLING, sealed=False),
    )


def _light() -> dict[str, str]:
    return {"utterance": "licht", "conduct": "licht", "consequence": "licht", "reason": "x"}
