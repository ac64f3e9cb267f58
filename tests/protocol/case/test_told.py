"""What the person concerned may read: nothing before being told, only what was told, and by the rules of age."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace

from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.events.letters import LetterSent
from keyzer.protocol.case.events.measures import DecisionAnnounced, MeasureDecided
from keyzer.protocol.case.events.remedies import AppealLodged
from keyzer.protocol.case.told import OwnCase, Reader, RemedyKind, own_case, told_to
from keyzer.protocol.case.values import Channel
from keyzer.protocol.terms import LOCAL
from tests.protocol.case.world import (
    BOARD,
    COORDINATOR,
    DAY,
    DIRECTOR,
    HOUR,
    HR,
    MOTHER,
    PUPIL_CASE,
    STAFF_CASE,
    TEAM_LEADER,
    Story,
    ready_for_suspension,
)


def read(story: Story, person: str) -> OwnCase:
    """What the person reads, who must have been told."""
    found = own_case(story.edition, story.state, person, story.now)
    assert found is not None
    return found


def knows(story: Story) -> set[str]:
    """Everybody who reads the case now."""
    people = ("sem", "mo", "vic", "gus", "lena", "wim", "cora", "stan", "tess")
    return {person for person in people if told_to(story.state, person, story.now)}


def invite(story: Story, person: str) -> None:
    story.do("invite-hearing", person=person, planned_at=story.now + DAY, place="Kamer 4")


@pytest.mark.article("leerlingen-9")
def test_a_case_exists_for_nobody_until_told() -> None:
    story = Story()
    assert knows(story) == set()
    invite(story, "sem")
    assert knows(story) == {"sem"}
    story.do("record-contact", guardian="mo", channel="telefoon", contacted_at=story.now, reached=False)
    assert knows(story) == {"sem"}
    story.reach("mo")
    assert knows(story) == {"sem", "mo"}


@pytest.mark.article("leerlingen-9")
def test_who_was_sent_a_letter_knows_of_the_case() -> None:
    story = Story()
    sent = LetterSent(
        at=story.now, by="cora", grounds=(), slot="uitnodiging-gesprek/u1/vic", letter_kind="uitnodiging-gesprek",
        addressee="vic", letter="x", channel=Channel.BRIEF, proof="",
    )  # fmt: skip
    story.state = replace(story.state, letters_sent=(sent,))
    assert knows(story) == {"vic"}


@pytest.mark.article("personeel-8")
def test_an_appeal_is_shown_with_its_judgment() -> None:
    story = Story(STAFF_CASE, TEAM_LEADER)
    story.do("invite-hearing", TEAM_LEADER, person="stan", planned_at=story.now + DAY, place="Kamer 4")
    decided = MeasureDecided(
        at=story.now, by="dirk", grounds=("personeel-8",), decision="b1", measure="berisping", effect=Effect.NONE,
        starts=None, ends=None, reason="x", outside_range="", gravity=None, urgent=False, recipients=("stan",),
    )  # fmt: skip
    told = DecisionAnnounced(at=story.now, by="dirk", grounds=(), decision="b1", person="stan", channel=Channel.BRIEF)
    story.state = replace(story.state, decisions=(decided,), announcements=(told,))
    assert read(story, "stan").decisions[0].appeal is None
    appealed = AppealLodged(
        at=story.now, by="hanna", grounds=(), decision="b1", received_on=story.now.date(), appeal="x", late=False
    )
    story.state = replace(story.state, appeals=(appealed,))
    appeal = read(story, "stan").decisions[0].appeal
    assert appeal is not None
    assert (appeal.lodged, appeal.judgment) == (appealed, None)


@pytest.mark.article("leerlingen-9")
def test_a_decision_is_there_for_who_was_told_it() -> None:
    story = ready_for_suspension()
    story.suspend()
    assert read(story, "sem").decisions == ()
    story.give("mo", DIRECTOR)
    assert [one.decision for one in read(story, "mo").decisions] == ["b1"]
    assert read(story, "sem").decisions == ()
    assert read(story, "vic").decisions == ()


@pytest.mark.article("leerlingen-9")
def test_a_guardian_without_authority_reads_nothing() -> None:
    story = Story()
    invite(story, "gus")
    story.reach("gus")
    assert knows(story) == set()


@pytest.mark.article("leerlingen-9")
@pytest.mark.parametrize(("ground", "left"), [("safety", set()), ("court-order", set()), ("not-found", {"mo"})])
def test_an_excepted_guardian_reads_nothing(ground: str, left: set[str]) -> None:
    story = Story()
    invite(story, "mo")
    story.do("request-contact-exception", guardian="mo", ground=ground, reason="x")
    story.do("approve-contact-exception", TEAM_LEADER, guardian="mo", reason="x")
    assert knows(story) == left


@pytest.mark.article("leerlingen-9")
def test_from_the_eighteenth_birthday_the_pupil_reads_alone() -> None:
    story = Story(replace(PUPIL_CASE, born=date(2008, 11, 17)), at=datetime(2026, 11, 16, 9, 0, tzinfo=LOCAL))
    story.reach("mo")
    story.hear()
    assert knows(story) == {"sem", "mo"}
    story.now = datetime(2026, 11, 17, 0, 0, tzinfo=LOCAL)
    assert knows(story) == {"sem"}


@pytest.mark.article("personeel-9")
def test_what_is_the_boards_alone_is_read_by_nobody_concerned() -> None:
    story = Story(STAFF_CASE, TEAM_LEADER)
    story.do("invite-hearing", TEAM_LEADER, person="stan", planned_at=story.now + DAY, place="Kamer 4")
    assert knows(story) == {"stan"}
    story.do("report-task-offence", TEAM_LEADER, account="x")
    assert knows(story) == set()


@pytest.mark.article("leerlingen-3")
def test_each_reads_the_own_talks_and_the_own_view_alone() -> None:
    story = Story()
    story.hear()
    story.reach("mo", answer="Dit zei mo.")
    story.reach("vic", answer="Dit zei vic.")
    story.do("add-statement", MOTHER, person="mo", account="Dit ziet mo zo.")
    pupil, mother, father = (read(story, person) for person in ("sem", "mo", "vic"))
    assert [one.reader for one in (pupil, mother, father)] == [Reader.PUPIL, Reader.GUARDIAN, Reader.GUARDIAN]
    assert (len(pupil.hearings), pupil.contacts, pupil.statements) == (1, (), ())
    assert [one.answer for one in mother.contacts] == ["Dit zei mo."]
    assert [one.account for one in mother.statements] == ["Dit ziet mo zo."]
    assert ([one.answer for one in father.contacts], father.statements) == (["Dit zei vic."], ())


@pytest.mark.article("leerlingen-9")
def test_a_suspension_at_a_denominational_school_leads_to_a_complaint_and_at_a_public_one_to_an_objection() -> None:
    for governance, kind in (("bijzonder", RemedyKind.COMPLAINT), ("openbaar", RemedyKind.OBJECTION)):
        story = Story(replace(PUPIL_CASE, settings=replace(PUPIL_CASE.settings, governance=governance)))
        story.hear()
        story.reach("mo", view_asked=True)
        story.reach("vic", view_asked=True)
        story.weigh()
        story.suspend()
        story.give("sem", DIRECTOR)
        remedy = read(story, "sem").decisions[0].remedy
        assert remedy.kind is kind
        assert (remedy.until is not None) == (kind is RemedyKind.OBJECTION)


@pytest.mark.article("leerlingen-9")
def test_how_it_ended_is_read_when_it_is_over() -> None:
    story = Story()
    story.hear()
    for guardian in ("mo", "vic"):
        story.reach(guardian)
    story.do("end-without-measure", ground="solved", reason="Zij losten het samen op.")
    assert read(story, "sem").ended is None
    story.do("close", summary="x")
    ended = read(story, "sem").ended
    assert ended is not None
    assert ended.reason == "Zij losten het samen op."


@pytest.mark.article("personeel-8")
def test_an_intention_says_until_when_staff_can_answer() -> None:
    story = Story(STAFF_CASE, TEAM_LEADER)
    story.do("record-intention", HR, measure="berisping", given_at=story.now, facts="x", reason="x")
    (intention,) = read(story, "stan").intentions
    assert intention.answer_until == datetime(2026, 11, 30, 23, 59, tzinfo=LOCAL)
    assert intention.answer is None


@pytest.mark.article("leerlingen-9")
def test_an_objection_is_shown_with_its_answer() -> None:
    story = Story(replace(PUPIL_CASE, settings=replace(PUPIL_CASE.settings, governance="openbaar")))
    story.hear()
    story.reach("mo", view_asked=True)
    story.reach("vic", view_asked=True)
    story.weigh()
    story.suspend()
    story.give("mo", DIRECTOR)
    assert read(story, "mo").decisions[0].remedy.is_open
    said = {"decision": "b1", "person": "mo", "received_on": story.now.date(), "objection": "x"}
    story.do("lodge-objection", MOTHER, **said)
    decision = read(story, "mo").decisions[0]
    assert not decision.remedy.is_open
    assert decision.objection is not None
    assert decision.objection.answer is None
    story.now += HOUR
    story.do("hear-objection", COORDINATOR, decision="b1", documents_offered=True, account="x")
    story.do("decide-objection", BOARD, decision="b1", outcome="rejected", reason="x")
    decision = read(story, "mo").decisions[0]
    assert decision.objection is not None
    assert decision.objection.answer is not None
