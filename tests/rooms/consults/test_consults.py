"""A consult: who is asked, what is answered, what exactly was approved, and what lies too long."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError
from msgspec import structs

from keyzer import protocol
from keyzer.consults import actions, queries
from keyzer.consults.actions import Draft
from keyzer.consults.guidance_events import Published
from keyzer.consults.models import Consult
from keyzer.consults.queries import Page
from keyzer.consults.refusals import Moved, NamesSomebody, NobodyToAsk, NotAllowed, Refused
from keyzer.kit.clock import local
from keyzer.ledger.verification import verify
from keyzer.people.actions import note_absence
from keyzer.post.models import Outgoing
from keyzer.protocol import ConsultAct, ConsultAnswer, ConsultPhase
from tests.cast import NOW, Cast
from tests.rooms.consults.world import TEXT, answer, ask, viewer

pytestmark = pytest.mark.article("personeel-1", "personeel-2")
LATE = NOW + timedelta(days=3)


def page(person: UUID, consult: UUID) -> Page:
    found = queries.page(viewer(person), consult)
    assert found is not None
    return found


def test_the_line_manager_is_asked_and_owes_an_answer_within_a_school_day(cast: Cast) -> None:
    consult = ask(cast)
    (line,) = queries.to_answer(viewer(cast.teamleider))
    assert line.id == consult
    assert local(line.due_at).date() == NOW.date() + timedelta(days=1)
    assert Outgoing.objects.filter(to_id=cast.teamleider, kind="waiting").count() == 1
    for outsider in (cast.director, cast.teacher, cast.hr, cast.beheerder, cast.board):
        assert queries.page(viewer(outsider), consult) is None


def test_nobody_is_ever_asked_himself(cast: Cast) -> None:
    for _name, person in cast.people():
        if viewer(person).holds(*protocol.Role) and not viewer(person).holds(
            protocol.Role.LEERLING, protocol.Role.OUDER
        ):
            try:
                consult = ask(cast, by=person)
            except NobodyToAsk:
                assert person == cast.board
            else:
                assert Consult.objects.get(id=consult).holder_id != person
    row = Consult.objects.filter(asker_id=cast.charlie).get()
    row.holder_id = cast.charlie
    with pytest.raises(IntegrityError):
        row.save()


def test_a_pupil_has_no_manager_to_ask(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        ask(cast, by=cast.subject)


def test_a_deputy_answers_for_who_is_away_and_the_next_above_for_who_is_party(cast: Cast) -> None:
    party = ask(cast, about_manager=True)
    assert Consult.objects.get(id=party).holder_id == cast.director
    note_absence(cast.teamleider, cast.coordinator, since=NOW.date(), until=None, by=cast.teamleider, at=NOW)
    assert Consult.objects.get(id=ask(cast)).holder_id == cast.coordinator
    assert Consult.objects.get(id=ask(cast, by=cast.coordinator)).holder_id == cast.director


def test_what_is_approved_has_a_digest_that_copying_does_not_change(cast: Cast) -> None:
    consult = ask(cast)
    answer(consult, cast.teamleider, ConsultAnswer.YES_IF)
    found = page(cast.charlie, consult)
    assert found.state.answered is not None
    assert found.state.answered.digest == protocol.approved_digest(TEXT, ())
    assert found.code == protocol.approval_code(protocol.approved_digest(f"{TEXT}  ".replace("\n", " \r\n"), ()))
    approved = queries.approved_as(cast.charlie, TEXT)
    assert approved is not None
    assert approved.answer is ConsultAnswer.YES_IF
    assert queries.approved_as(cast.charlie, f"{TEXT}!") is None
    assert queries.approved_as(cast.teacher, TEXT) is None
    assert verify().alteration is None


def test_a_no_approves_nothing(cast: Cast) -> None:
    consult = ask(cast)
    answer(consult, cast.teamleider, ConsultAnswer.NO)
    assert page(cast.charlie, consult).code == ""
    last = queries.last_answer(cast.charlie, "instagram")
    assert last is not None
    assert last.answer is ConsultAnswer.NO
    assert queries.last_answer(cast.charlie, "tiktok") is None


@pytest.mark.parametrize(
    "draft",
    [
        Draft(ConsultAnswer.YES, "", "", ()),
        Draft(ConsultAnswer.YES, "", "", ("leerlingen-4",)),
        Draft(ConsultAnswer.YES_IF, "Goed", " ", ("personeel-1",)),
        Draft(ConsultAnswer.NO, " ", "", ("personeel-3",)),
    ],
)
def test_an_answer_says_what_it_rests_on_its_condition_or_why_not(cast: Cast, draft: Draft) -> None:
    consult = ask(cast)
    with pytest.raises(Refused):
        actions.answer(consult, draft, seen=1, by=viewer(cast.teamleider), at=NOW)
    assert page(cast.charlie, consult).state.phase is ConsultPhase.OPEN


def test_a_draft_is_changed_until_it_is_approved_and_never_after(cast: Cast) -> None:
    consult = ask(cast)
    actions.revise(consult, "Beter zo.", seen=1, by=viewer(cast.charlie), at=NOW)
    with pytest.raises(Moved):
        answer(consult, cast.teamleider)
    answer(consult, cast.teamleider, seen=2)
    with pytest.raises(Refused):
        actions.revise(consult, "Toch iets anders.", seen=3, by=viewer(cast.charlie), at=NOW)
    assert page(cast.charlie, consult).state.wanted.draft == "Beter zo."


def test_only_who_was_asked_answers_and_only_who_asked_withdraws(cast: Cast) -> None:
    consult = ask(cast)
    for person in (cast.charlie, cast.director, cast.teacher):
        with pytest.raises(Refused):
            answer(consult, person)
    with pytest.raises(Refused):
        actions.withdraw(consult, by=viewer(cast.teamleider), at=NOW)
    actions.withdraw(consult, by=viewer(cast.charlie), at=NOW)
    with pytest.raises(Refused):
        answer(consult, cast.teamleider, seen=2)


def test_what_lies_too_long_goes_to_a_second_person_once_and_both_may_answer_one_does(cast: Cast) -> None:
    consult = ask(cast)
    assert actions.pass_on_late(NOW) == 0
    assert actions.pass_on_late(LATE) == 1
    assert actions.pass_on_late(LATE + timedelta(days=3)) == 0
    row = Consult.objects.get(id=consult)
    assert row.holder_id == cast.director
    assert row.due_at > LATE
    assert [len(queries.to_answer(viewer(one))) for one in (cast.teamleider, cast.director)] == [1, 1]
    answer(consult, cast.teamleider, seen=2, at=LATE)
    with pytest.raises(Refused):
        answer(consult, cast.director, ConsultAnswer.NO, seen=2, at=LATE)
    assert page(cast.charlie, consult).state.answered is not None
    assert not queries.to_answer(viewer(cast.director))


def test_who_is_party_steps_aside_and_sees_it_no_more(cast: Cast) -> None:
    consult = ask(cast)
    actions.step_aside(consult, by=viewer(cast.teamleider), at=NOW)
    assert queries.page(viewer(cast.teamleider), consult) is None
    assert ConsultAct.ANSWER in page(cast.director, consult).may
    actions.step_aside(consult, by=viewer(cast.director), at=NOW)
    with pytest.raises(NobodyToAsk):
        actions.step_aside(consult, by=viewer(cast.board), at=NOW)


def test_an_answer_becomes_guidance_without_names_and_goes_again(cast: Cast) -> None:
    consult = ask(cast)
    answer(consult, cast.teamleider)
    named = Published(article="personeel-6", question="Mag Lena Visser op de foto?", answer="Nee.")
    with pytest.raises(NamesSomebody):
        actions.publish(consult, named, by=viewer(cast.teamleider), at=NOW)
    told = Published(article="personeel-6", question="Mag een klas op de foto?", answer="Alleen met toestemming.")
    with pytest.raises(NotAllowed):
        actions.publish(consult, told, by=viewer(cast.charlie), at=NOW)
    guidance = actions.publish(consult, told, by=viewer(cast.teamleider), at=NOW)
    assert [one.question for one in queries.guidance()] == [told.question]
    assert [one.language for one in queries.guidance("en")] == ["nl"]
    english = structs.replace(told, question_en="May a class be shown?", answer_en="With consent.")
    actions.publish(consult, english, by=viewer(cast.teamleider), at=NOW)
    assert {(one.language, one.question) for one in queries.guidance("en")} == {
        ("nl", told.question),
        ("en", "May a class be shown?"),
    }
    assert {one.language for one in queries.guidance("nl")} == {"nl"}
    naming = structs.replace(english, answer_en="Ask Lena Visser.")
    with pytest.raises(NamesSomebody):
        actions.publish(consult, naming, by=viewer(cast.teamleider), at=NOW)
    with pytest.raises(NotAllowed):
        actions.take_back(guidance, by=viewer(cast.charlie), at=NOW)
    actions.take_back(guidance, by=viewer(cast.director), at=NOW)
    assert [one.id for one in queries.guidance()] != [guidance]
    assert len(queries.guidance()) == 1
