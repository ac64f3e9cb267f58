"""Taking in, moving, keeping longer, giving back: the record, its case, its incident, and what families are told."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from keyzer import protocol
from keyzer.cases import queries as cases
from keyzer.cases.actions import Refused as RefusedByCase
from keyzer.custody import actions, queries
from keyzer.custody.models import Custody
from keyzer.incidents import queries as incidents
from keyzer.kit.clock import local
from keyzer.ledger import actions as ledger
from keyzer.ledger import queries as streams
from keyzer.ledger.verification import verify
from keyzer.live.models import Topic
from keyzer.people.models import User
from keyzer.post.models import Outgoing
from keyzer.protocol import ClaimKind, CustodyPhase, Part
from tests.cast import Cast
from tests.rooms.cases.world import do as in_case
from tests.rooms.cases.world import open_case
from tests.rooms.custody.world import A_MINUTE, ACCOUNT, DESCRIPTION, back_to, do, draft, record, safe, take


def test_a_device_at_the_door_is_due_back_at_the_end_of_that_day(cast: Cast, school_morning: datetime) -> None:
    taken = record(cast, take(cast, school_morning))
    assert taken.line.due
    assert local(taken.line.due).strftime("%d %H:%M") == "23 16:30"
    assert (taken.line.number, taken.line.holder) == (1, cast.teacher)
    assert queries.in_custody([cast.subject, cast.reporter]) == {cast.subject}


@pytest.mark.article("leerlingen-9")
def test_at_the_door_a_light_case_opens_that_the_coordinator_weighs(cast: Cast, school_morning: datetime) -> None:
    taken = record(cast, take(cast, school_morning))
    assert taken.incident
    assert taken.case
    file = cases.case_for(cast.viewer(cast.coordinator), taken.case)
    assert file
    assert (file.state.handler, file.state.subject) == (str(cast.coordinator), str(cast.subject))
    assert not file.state.decisions
    assert incidents.handler_of(taken.incident) == cast.coordinator
    parts = {(one.person, one.part) for one in incidents.persons_of(taken.incident)}
    assert parts == {(cast.subject, Part.ONDERWERP), (cast.teacher, Part.MELDER)}


def test_a_second_time_joins_the_open_case_about_devices(cast: Cast, school_morning: datetime) -> None:
    first = take(cast, school_morning)
    do(cast, first, back_to(cast.subject), school_morning + A_MINUTE)
    second = actions.refuse(
        draft(cast.subject, conduct="toestel-niet-afgeven"), by=cast.mentor, at=school_morning + 2 * A_MINUTE
    )
    one, two = record(cast, first), record(cast, second)
    assert (one.incident, one.case) == (two.incident, two.case)
    assert two.line.phase is CustodyPhase.REFUSED
    assert one.incident
    assert set(incidents.conduct_of(one.incident)) == {"toestel-in-les-zonder-toestemming", "toestel-niet-afgeven"}
    assert queries.in_custody([cast.subject]) == set()


def test_another_case_about_the_pupil_is_not_mixed_with_it(cast: Cast, school_morning: datetime) -> None:
    other = open_case(cast, school_morning)
    assert record(cast, take(cast, school_morning)).case not in {None, other}


def kept_until(cast: Cast, until: datetime, at: datetime) -> protocol.KeepLonger:
    """Past the school day, as a guardian agreed at `at`."""
    said: dict[str, Any] = {"agreed_by": str(cast.guardian), "agreed_at": at, "channel": protocol.Channel.TELEFOON}
    return protocol.KeepLonger(reason="Moeder haalt hem morgen.", until=until, **said)


def decided(cast: Cast, at: datetime) -> UUID:
    """A case in which the coordinator decided to take a device in for the day."""
    case = open_case(cast, at)
    talk: dict[str, Any] = {"held_at": at, "outcome": "heard", "account": "Het spijt me.", "seen": "seen"}
    in_case(cast, case, "record-hearing", at, person=str(cast.subject), **talk)
    for guardian in (cast.guardian, cast.second_guardian):
        said: dict[str, Any] = {"contacted_at": at, "channel": "telefoon", "answer": "Goed.", "view_asked": True}
        in_case(cast, case, "record-contact", at, guardian=str(guardian), reached=True, **said)
    axes: dict[str, Any] = dict.fromkeys(("utterance", "conduct", "consequence"), "licht")
    in_case(cast, case, "weigh", at, reason="Drie keer.", **axes)
    span: dict[str, Any] = {"starts": at + A_MINUTE, "ends": at + timedelta(hours=5)}
    in_case(cast, case, "decide-measure", at, measure="inname-apparaat", reason="Het toestel is het middel.", **span)
    return case


@pytest.mark.article("leerlingen-9")
def test_for_a_decision_the_case_and_the_record_are_one(cast: Cast, school_morning: datetime) -> None:
    case, at = decided(cast, school_morning), school_morning + 2 * A_MINUTE
    custody = actions.take_for_decision(draft(cast.subject), case, "b1", by=cast.coordinator, at=at)
    file = cases.case_for(cast.viewer(cast.coordinator), case)
    assert file
    assert [one.device for one in file.state.devices_taken] == [DESCRIPTION]
    do(cast, custody, back_to(cast.subject, damage="Kras"), at + A_MINUTE)
    file = cases.case_for(cast.viewer(cast.coordinator), case)
    assert file
    assert [(one.person, one.damage) for one in file.state.devices_returned] == [(str(cast.subject), "Kras")]
    assert not [duty for duty in protocol.open_duties(file.edition, file.state, at) if "device" in duty.id]
    with pytest.raises(RefusedByCase):
        actions.take_for_decision(draft(cast.subject), case, "b1", by=cast.coordinator, at=at + 2 * A_MINUTE)
    assert Custody.objects.filter(case=case).count() == 1


@pytest.mark.article("leerlingen-9")
def test_kept_longer_for_a_decision_moves_what_its_case_owes(cast: Cast, school_morning: datetime) -> None:
    case, at = decided(cast, school_morning), school_morning + 2 * A_MINUTE
    custody = actions.take_for_decision(draft(cast.subject), case, "b1", by=cast.coordinator, at=at)
    do(cast, custody, kept_until(cast, at + timedelta(days=1), at), at + A_MINUTE, by=cast.director)
    file = cases.case_for(cast.viewer(cast.coordinator), case)
    assert file
    duties = protocol.open_duties(file.edition, file.state, at + A_MINUTE)
    assert [duty.due for duty in duties if duty.id == "return-device:b1"] == [at + timedelta(days=1)]


def test_two_people_give_it_back_at_once_and_the_second_is_told(cast: Cast, school_morning: datetime) -> None:
    custody = take(cast, school_morning)
    seen = record(cast, custody).version
    actions.act(custody, back_to(cast.subject), seen=seen, by=cast.mentor, at=school_morning + A_MINUTE)
    with pytest.raises(ledger.Conflict):
        actions.act(custody, back_to(cast.guardian), seen=seen, by=cast.teacher, at=school_morning + A_MINUTE)
    with pytest.raises(actions.Refused, match="given back already"):
        do(cast, custody, back_to(cast.guardian), school_morning + 2 * A_MINUTE)
    returned = record(cast, custody).state.returned
    assert returned
    assert (returned.by, returned.person) == (str(cast.mentor), str(cast.subject))


@pytest.mark.article("leerlingen-9")
def test_not_to_a_guardian_without_authority(cast: Cast, school_morning: datetime) -> None:
    custody = take(cast, school_morning)
    with pytest.raises(actions.Refused, match="It can't go to this person") as refused:
        do(cast, custody, back_to(cast.guardian_without_authority), school_morning + A_MINUTE)
    assert "gezag van" not in refused.value.reasons[0].text.nl
    do(cast, custody, back_to(cast.second_guardian), school_morning + 2 * A_MINUTE)


def test_families_hear_the_same_moment(cast: Cast, school_morning: datetime) -> None:
    User.objects.filter(person_id=cast.second_guardian).update(email="")
    custody = take(cast, school_morning)
    assert list(Outgoing.objects.values_list("to_id", "kind", "path")) == [(cast.guardian, "waiting", "/mijn/")]
    assert record(cast, custody).line.untold == 1
    tell = protocol.TellAdult(guardian=str(cast.second_guardian), channel=protocol.Channel.TELEFOON, answer="Hij komt.")
    do(cast, custody, tell, school_morning + A_MINUTE)
    assert record(cast, custody).line.untold == 0


def test_the_pupils_own_page_hears_of_it_at_once(cast: Cast, school_morning: datetime) -> None:
    custody = take(cast, school_morning)
    taken = Topic.objects.get(name=f"pupil:{cast.subject}").number
    do(cast, custody, back_to(cast.subject), school_morning + A_MINUTE)
    assert Topic.objects.get(name=f"pupil:{cast.subject}").number > taken


def test_longer_moves_the_alarm(cast: Cast, school_morning: datetime) -> None:
    custody, at = take(cast, school_morning), school_morning + A_MINUTE
    until = school_morning + timedelta(days=1)
    longer = kept_until(cast, until, at)
    with pytest.raises(actions.Refused, match="This is for: director"):
        do(cast, custody, longer, at)
    do(cast, custody, longer, at, by=cast.director)
    assert Custody.objects.get(id=custody).alarm_at == until - timedelta(minutes=30)


def test_what_is_due_soon_waits_and_is_mailed_once(cast: Cast, school_morning: datetime) -> None:
    custody = take(cast, school_morning)
    teacher, soon = cast.viewer(cast.teacher), school_morning.replace(hour=15, minute=5)
    assert queries.waiting_for(teacher, school_morning) == []
    assert [line.id for line in queries.waiting_for(teacher, soon)] == [custody]
    assert [line.id for line in queries.waiting_for(cast.viewer(cast.coordinator), soon)] == [custody]
    assert queries.waiting_for(cast.viewer(cast.other_coordinator), soon) == []
    assert (actions.warn(soon), actions.warn(soon + A_MINUTE)) == (1, 0)


def test_a_count_names_what_is_missing_and_what_does_not_belong(cast: Cast, school_morning: datetime) -> None:
    place = safe(cast, school_morning)
    mine = take(cast, school_morning, place=place)
    theirs = take(cast, school_morning, pupil=cast.reporter, place=place)
    stray = take(cast, school_morning, pupil=cast.bystander)
    found = actions.count(place, {mine}, {3, 88}, by=cast.teacher, at=school_morning + A_MINUTE)
    assert found == actions.Difference(2, (theirs,), (stray,), (88,))
    counted = streams.read(place)[-1]
    assert (counted.kind, counted.by, str(theirs) in counted.content.decode()) == ("counted", cast.teacher, True)
    assert record(cast, theirs).line.missing_since
    lost = protocol.OpenClaim(claim=ClaimKind.LOST, account="Niet in de kluis.", handler=str(cast.director))
    do(cast, theirs, lost, school_morning + 2 * A_MINUTE)
    later = school_morning + 3 * A_MINUTE
    assert theirs in [line.id for line in queries.waiting_for(cast.viewer(cast.director), later)]
    settled = protocol.SettleClaim(outcome="De school betaalde 200 euro.", paid=True)
    do(cast, theirs, settled, later, by=cast.director)
    assert not Custody.objects.get(id=theirs).open_claim


def test_counting_names_nobody_and_no_small_number(cast: Cast, school_morning: datetime) -> None:
    for _time in range(5):
        custody = take(cast, school_morning)
        do(cast, custody, back_to(cast.subject), school_morning)
    take(cast, school_morning, pupil=cast.third_year)
    on = school_morning.date()
    counted = [(one.class_name, one.taken, one.refused) for one in queries.counting(on, on)]
    assert counted == [("2A", 5, 0), ("3A", None, 0)]


def test_tables_hold_no_story_and_the_chain_holds(cast: Cast, school_morning: datetime) -> None:
    take(cast, school_morning)
    row = str(list(Custody.objects.values()))
    assert DESCRIPTION not in row
    assert ACCOUNT not in row
    assert verify().alteration is None
