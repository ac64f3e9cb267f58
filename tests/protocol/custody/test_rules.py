"""Taking a device in and giving it back: who may, until when, to whom, and what is never recorded."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from keyzer.protocol.case.values import Channel
from keyzer.protocol.custody import (
    Around,
    ClaimKind,
    Count,
    CustodyPhase,
    Move,
    OpenClaim,
    RecordRefusal,
    SettleClaim,
    TellAdult,
    Whereabouts,
    due_back,
    replay_custody,
)
from keyzer.protocol.custody.events import CustodyBegun, HandOverRefused
from keyzer.protocol.situation import Device
from tests.protocol.custody.story import (
    BELL,
    CONDUCT,
    DIRECTOR,
    NOW,
    PORTER,
    PUPIL,
    TEACHER,
    Story,
    back,
    longer,
    take,
)

SAFE = Whereabouts(place="kluis")


@pytest.mark.article("leerlingen-9")
def test_a_device_goes_back_before_the_school_day_ends() -> None:
    story = Story()
    state = story.do(take())
    assert state.due == BELL
    assert state.alarm == BELL - timedelta(minutes=30)
    assert story.do(back()).phase is CustodyPhase.RETURNED
    assert replay_custody(story.events) == story.state


@pytest.mark.article("reikwijdte-2")
@pytest.mark.parametrize("device", list(Device))
def test_every_kind_of_device_is_taken_in_alike(device: Device) -> None:
    story = Story()
    story.do(take(devices=(device,)))
    assert {"leerlingen-9", "reikwijdte-2", "leerlingen-7"} <= set(story.events[0].grounds)


def test_nothing_that_is_on_the_device_can_be_written_down() -> None:
    fields = set(CustodyBegun.__struct_fields__)
    assert not fields & {"pin", "code", "imei", "content", "photo", "unlocked", "searched"}
    assert "not searched and not unlocked" in CustodyBegun.line.en


def test_what_is_taken_after_the_bell_goes_back_when_the_pupil_leaves() -> None:
    after = BELL + timedelta(minutes=5)
    assert due_back(after, BELL) == due_back(after, None) == after + timedelta(minutes=30)


def test_the_end_of_the_day_is_that_of_the_wall_also_when_the_clock_changes_at_night() -> None:
    zone = ZoneInfo("Europe/Amsterdam")
    before, after = (datetime(2027, 3, day, 16, 30, tzinfo=zone) for day in (26, 29))
    due = [due_back(bell.replace(hour=9), bell) for bell in (before, after)]
    assert [(one.hour, one.minute) for one in due] == [(16, 30), (16, 30)]
    assert due[1].astimezone(UTC) - due[0].astimezone(UTC) == timedelta(days=3) - timedelta(hours=1)


@pytest.mark.article("leerlingen-9")
def test_a_refusal_is_conduct_and_takes_nothing() -> None:
    story = Story()
    refusal = RecordRefusal(pupil="sem", devices=(Device.PHONE,), conduct="toestel-niet-afgeven", account="Wilde niet.")
    state = story.do(refusal)
    assert isinstance(state.asked, HandOverRefused)
    assert (state.phase, state.where, state.due) == (CustodyPhase.REFUSED, Whereabouts(), None)
    assert "niet afgegeven" in story.refused(back())
    assert "niet afgegeven" in story.refused(OpenClaim(claim=ClaimKind.LOST, account="x", handler="director"))


def test_a_pupil_takes_nothing_in() -> None:
    assert "Dit doet: docent" in Story().refused(take(), PUPIL)
    own = take(pupil="teacher")
    assert "van jezelf" in Story().refused(own, TEACHER)


def test_what_is_missing_is_said_all_at_once() -> None:
    said = Story().refused(take(devices=(), conduct="vriend-met-leerling", description=" ", tag=0, where=Whereabouts()))
    for words in ("welk apparaat", "Kies waarom", "merk en kleur", "nummer", "een plek"):
        assert words in said


def test_it_is_in_one_place_or_with_one_person() -> None:
    story = Story()
    story.do(take())
    assert story.do(Move(where=SAFE), PORTER).where == SAFE
    assert "al" in story.refused(Move(where=SAFE))
    assert "een plek" in story.refused(Move(where=Whereabouts(place="kluis", holder="porter")))


@pytest.mark.article("leerlingen-9")
def test_longer_than_the_day_needs_reason_end_and_agreement() -> None:
    story = Story()
    story.do(take())
    assert "Dit doet: directeur" in story.refused(longer(), TEACHER)
    assert "waarom" in story.refused(longer(reason=" "), DIRECTOR)
    assert "einde" in story.refused(longer(until=BELL), DIRECTOR)
    assert "ouder met gezag" in story.refused(longer(agreed_by="gus"), DIRECTOR)
    assert "na de inname" in story.refused(longer(agreed_at=NOW - timedelta(days=1)), DIRECTOR)
    assert story.do(longer(), DIRECTOR).due == BELL + timedelta(hours=20)


@pytest.mark.article("leerlingen-9")
def test_it_goes_to_the_pupil_or_a_parent_with_authority_against_a_signature() -> None:
    story = Story()
    story.do(take())
    assert "ouder met gezag" in story.refused(back(person="gus"))
    assert "tekenen" in story.refused(back(received=False))
    state = story.do(back(person="mo", received=False, signature="M1 1L2 2", damage="Geen nieuwe schade"), PORTER)
    assert state.returned
    assert (state.returned.person, state.returned.signature) == ("mo", "M1 1L2 2")
    assert "al teruggegeven" in story.refused(back())


def test_a_pupil_of_eighteen_speaks_for_himself() -> None:
    story = Story(Around(day_ends=BELL, agreeing=frozenset({"sem"})))
    story.do(take())
    assert "ouder met gezag" in story.refused(back(person="mo"))
    story.do(longer(agreed_by="sem"), DIRECTOR)
    assert "ouder met gezag" in story.refused(TellAdult(guardian="mo", channel=Channel.TELEFOON))


def test_what_was_lost_is_settled_and_never_given_back() -> None:
    story = Story()
    story.do(take(where=SAFE))
    missing = story.do(Count(place="kluis", present=False), PORTER)
    assert missing.missing_since
    assert story.do(Count(place="kluis", present=False), PORTER).missing_since == missing.missing_since
    lost = story.do(OpenClaim(claim=ClaimKind.LOST, account="Niet in de kluis.", handler="director"), PORTER)
    assert (lost.phase, lost.where, lost.has_open_claim) == (CustodyPhase.LOST, Whereabouts(), True)
    assert "als kwijt gemeld" in story.refused(back())
    assert "Dit doet: directeur" in story.refused(SettleClaim(outcome="Betaald", paid=True), PORTER)
    assert not story.do(SettleClaim(outcome="Betaald", paid=True), DIRECTOR).has_open_claim


def test_damage_can_be_told_after_it_went_back() -> None:
    story = Story()
    story.do(take())
    story.do(back(damage="Barst in het glas"))
    damage = OpenClaim(claim=ClaimKind.DAMAGED, account="Gevallen in de kluis.", worth="80 euro", handler="director")
    state = story.do(damage)
    assert (state.phase, state.has_open_claim) == (CustodyPhase.RETURNED, True)
    assert "loopt al" in story.refused(damage)


def test_finding_it_elsewhere_ends_that_it_is_missing() -> None:
    story = Story()
    story.do(take(where=SAFE))
    story.do(Count(place="kluis", present=False))
    assert story.do(Move(where=SAFE)).missing_since is None


def test_a_conduct_of_staff_is_no_reason() -> None:
    assert "Kies waarom" in Story().refused(take(conduct="vriend-met-leerling"))
    assert Story().do(take(conduct=CONDUCT)).asked.conduct == CONDUCT
