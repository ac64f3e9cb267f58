"""A letter from draft to sent: frozen with its hash, told to the case, and nothing half done."""

import hashlib

import pytest

from keyzer import protocol
from keyzer.cases import queries as case_queries
from keyzer.cases.actions import AlreadyDone, Refused
from keyzer.kit.clock import local
from keyzer.ledger import files
from keyzer.ledger.actions import Conflict
from keyzer.ledger.verification import verify
from keyzer.letters import actions, composing, links, queries
from keyzer.letters.events import Free
from keyzer.letters.models import Letter
from keyzer.people.models import Person
from keyzer.post.models import Outgoing
from keyzer.protocol import Channel
from tests.on_disk import alter
from tests.rooms.cases.world import do
from tests.rooms.letters.world import World

GUARDIAN = "besluit-schorsing/guardian"
PUPIL = "besluit-schorsing/subject"
INSPECTORATE = "melding-inspectie/inspectorate"


def state(world: World) -> protocol.CaseState:
    """The case as the director finds it."""
    file = case_queries.case_for(world.cast.viewer(world.cast.director), world.case)
    assert file is not None
    return file.state


@pytest.mark.article("leerlingen-9")
def test_an_approved_letter_is_frozen_and_the_case_knows_its_hash(world: World) -> None:
    letter = world.draft(GUARDIAN)
    world.approve(letter)
    kept = queries.content(letter)
    assert kept.startswith(b"%PDF-1.7")
    issued = state(world).letters_issued[-1]
    assert (issued.letter, issued.digest) == (str(letter), hashlib.sha256(kept).hexdigest())
    Person.objects.filter(id=world.cast.guardian).update(family_name="Anders")
    assert queries.content(letter) == kept
    assert verify().alteration is None


def test_the_same_letter_has_the_same_bytes(world: World) -> None:
    made = world.content(world.draft(GUARDIAN))
    assert made.pdf(world.at) == made.pdf(world.at)


def test_each_gets_a_letter_in_the_own_language_and_voice(world: World) -> None:
    pupil, guardian, second = (world.content(world.draft(f"besluit-schorsing/{who}")).data for who in
                               ("subject", "guardian", "second_guardian"))  # fmt: skip
    assert (pupil["voice"], guardian["voice"]) == ("pupil", "guardian")
    assert (pupil["salutation"], guardian["salutation"]) == ("Beste Daan,", "Geachte Marja Bakker,")
    assert (guardian["language"], second["language"]) == ("nl", "en")
    assert second["addressee"]["address_lines"] == ["Havenkade 12", "4321 BA Elders"]


def test_a_guardian_without_authority_gets_no_letter(world: World) -> None:
    slot = world.slots()[GUARDIAN].id.replace(str(world.cast.guardian), str(world.cast.guardian_without_authority))
    with pytest.raises(Refused) as refused:
        actions.draft(world.case, slot, by=world.cast.coordinator, at=world.at)
    assert "geen gezag" in refused.value.reasons[0].text.nl
    assert not Letter.objects.exists()


def test_only_who_decides_approves(world: World) -> None:
    letter = world.draft(GUARDIAN)
    with pytest.raises(Refused) as refused:
        world.approve(letter, by=world.cast.coordinator)
    assert "directeur" in refused.value.reasons[0].text.nl
    assert world.letter(letter).line.phase == "draft"
    with pytest.raises(actions.NotYours):
        world.draft(PUPIL, by=world.cast.safety)


def test_approving_twice_freezes_it_once(world: World) -> None:
    letter = world.draft(GUARDIAN)
    digest = world.content(letter).digest
    world.approve(letter)
    with pytest.raises(AlreadyDone):
        world.approve(letter, digest=digest, seen=1)
    with pytest.raises(Conflict):
        world.approve(letter, digest=digest, seen=1, by=world.cast.board)
    assert len(state(world).letters_issued) == 1


def test_who_read_an_older_text_reads_again_first(world: World) -> None:
    letter = world.draft(GUARDIAN)
    read = world.content(letter).digest
    free = Free(opening="We spraken elkaar al.")
    actions.rewrite(letter, "nl", free, seen=1, by=world.cast.coordinator, at=world.at)
    with pytest.raises(Conflict):
        world.approve(letter, digest=read, seen=1)
    with pytest.raises(actions.Changed):
        world.approve(letter, digest=read)
    world.furnish(letterhead_phone="030 765 43 21")
    assert world.content(letter).data["free"] == {"opening": "We spraken elkaar al."}
    world.approve(letter)


def test_nothing_is_left_of_an_approval_that_failed(world: World) -> None:
    letter = world.draft(GUARDIAN)
    with pytest.raises(Refused):
        world.approve(letter, by=world.cast.coordinator)
    folder = files.place_of(letter).parent
    assert not folder.exists() or not list(folder.iterdir())


def test_a_changed_file_is_not_handed_out(world: World) -> None:
    letter = world.draft(GUARDIAN)
    world.approve(letter)
    other = world.draft(PUPIL)
    world.approve(other)
    Letter.objects.filter(id=letter).update(digest="0" * 64)
    with pytest.raises(queries.LetterAltered):
        queries.content(letter)
    row = Letter.objects.get(id=other)
    assert row.file is not None
    place = files.place_of(row.file)
    alter(place)
    with pytest.raises(files.FileProblem):
        queries.content(other)


def test_a_link_goes_by_mail_and_the_decision_is_made_known(world: World) -> None:
    letter = world.draft(GUARDIAN)
    seen = world.approve(letter)
    actions.send(letter, Channel.EMAIL, "", seen=seen, by=world.cast.coordinator, at=world.at)
    mail = Outgoing.objects.get()
    token = mail.path.removeprefix(links.PAGE).rstrip("/")
    assert (mail.to_id, mail.kind, links.letter_of(token)) == (world.cast.guardian, "letter", letter)
    assert str(world.cast.guardian) in {one.person for one in state(world).announcements}
    sent = queries.for_person(world.cast.viewer(world.cast.guardian))
    assert [(one.id, one.subject) for one in sent] == [(letter, world.cast.subject)]
    assert queries.for_person(world.cast.viewer(world.cast.second_guardian)) == []


def test_who_has_no_mailbox_is_sent_paper(world: World) -> None:
    letter = world.draft(GUARDIAN)
    seen = world.approve(letter)
    person = Person.objects.get(id=world.cast.guardian)
    person.account.email, person.email = "", ""
    person.account.save()
    person.save()
    with pytest.raises(actions.NoMailbox):
        actions.send(letter, Channel.EMAIL, "", seen=seen, by=world.cast.coordinator, at=world.at)
    assert not state(world).letters_sent
    actions.send(letter, Channel.AANGETEKEND, "3SABC", seen=seen, by=world.cast.coordinator, at=world.at)
    assert state(world).letters_sent[-1].proof == "3SABC"


def test_a_notice_to_the_inspectorate_needs_the_school_number(world: World) -> None:
    world.furnish(brin="")
    letter = world.draft(INSPECTORATE)
    found = world.letter(letter)
    made = composing.compose(found.file, found.line.place, Free(), at=world.at)
    assert isinstance(made, protocol.Refusal)
    assert "BRIN" in made.reasons[0].text.nl
    world.furnish(brin="99XX")
    seen = world.approve(letter)
    actions.send(letter, Channel.PORTAAL, "ISD-1", seen=seen, by=world.cast.coordinator, at=world.at)
    assert state(world).inspectorate_notices[-1].reference == "ISD-1"


def test_a_letter_is_taken_back_before_it_goes_and_not_after(world: World) -> None:
    letter = world.draft(GUARDIAN)
    seen = world.approve(letter)
    actions.withdraw(letter, "Verkeerde datum.", seen=seen, by=world.cast.coordinator, at=world.at)
    again = world.draft(GUARDIAN)
    assert again != letter
    seen = world.approve(again)
    seen = actions.send(again, Channel.BRIEF, "", seen=seen, by=world.cast.coordinator, at=world.at)
    with pytest.raises(Refused) as refused:
        actions.withdraw(again, "Toch niet.", seen=seen, by=world.cast.coordinator, at=world.at)
    assert "niet terug te draaien" in refused.value.reasons[0].text.nl


def test_a_draft_is_begun_once(world: World) -> None:
    assert world.draft(GUARDIAN) == world.draft(GUARDIAN)


def test_the_first_opening_of_each_way_is_recorded(world: World) -> None:
    letter = world.draft(GUARDIAN)
    seen = world.approve(letter)
    actions.send(letter, Channel.EMAIL, "", seen=seen, by=world.cast.coordinator, at=world.at)
    for _again in range(2):
        actions.note_opened(letter, "link", by=None, at=world.at)
    found = world.letter(letter)
    assert [one.event.__class__.__name__ for one in found.history.happened].count("Opened") == 1
    assert found.line.opened_at == world.at


def test_an_account_by_hand_in_the_case_is_not_enough(world: World) -> None:
    """What the room writes to the case is written by the room alone: a form can't make up a letter."""
    slot = world.slots()[GUARDIAN].id
    with pytest.raises((Refused, protocol.CommandError)):
        do(world.cast, world.case, "send-letter", world.at, slot=slot, channel="brief")
    assert local(world.at).date() == state(world).last_at.date()
