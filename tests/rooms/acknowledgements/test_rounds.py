"""Reminders that go by themselves: on school days, in time, never too often, and taken back once they have no sense."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from keyzer.acknowledgements import actions, events
from keyzer.acknowledgements.actions import Asked, How, reminding, resting, rounds
from keyzer.acknowledgements.actions.rounds import remind_in_time
from keyzer.acknowledgements.models import Reminder, Reminding
from keyzer.acknowledgements.pace import USUAL_MOST, pace_of
from keyzer.acknowledgements.queries.reminding import who_owe
from keyzer.kit.clock import SCHOOL_ZONE
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people
from keyzer.people.models import Guardianship, School
from keyzer.post.models import Outgoing
from keyzer.protocol import Audience
from tests.cast import NOW, SINCE, TODAY, Cast, browser_of
from tests.rooms.acknowledgements.pages import EDITION

pytestmark = pytest.mark.usefixtures("school_morning")
MONDAY = NOW
PUPIL = Audience.LEERLING


def rounds_until(last: datetime) -> list[tuple[int, int]]:
    """A round each morning until that day, closed days too; which days after the first mailed, and how many."""
    days = [(day, remind_in_time(MONDAY + timedelta(days=day))) for day in range((last - MONDAY).days + 1)]
    return [(day, mailed) for day, mailed in days if mailed]


def set_pace(**numbers: object) -> None:
    school = School.objects.get()
    school.settings = {**school.settings, **numbers}
    school.save()


def sign(signer: UUID, child: UUID, audience: Audience = PUPIL, at: datetime = NOW) -> None:
    asked = Asked(signer, child, audience)
    actions.sign(asked, edition=EDITION, language="nl", how=How.SCREEN, by=signer, at=at)


def mails_to(person: UUID) -> int:
    return Outgoing.objects.filter(to_id=person, kind="signature").count()


@pytest.mark.article("reikwijdte-1")
def test_the_usual_pace_is_five_school_days_then_ten_and_three_at_most(cast: Cast) -> None:
    everybody = len(who_owe(TODAY))
    assert rounds_until(MONDAY + timedelta(days=60)) == [(7, everybody), (21, everybody), (36, everybody)]


def test_a_school_sets_its_own_pace_and_its_closed_days_do_not_count(cast: Cast) -> None:
    set_pace(sign_first_after=2, sign_every=5, sign_at_most=2, closed_days=["2026-11-24"])
    everybody = len(who_owe(TODAY))
    assert rounds_until(MONDAY + timedelta(days=30)) == [(3, everybody), (10, everybody)]


@pytest.mark.parametrize(("hour", "day"), [(7, 30), (18, 30), (12, 28), (12, 29)])
def test_outside_school_hours_nothing_happens(cast: Cast, hour: int, day: int) -> None:
    assert remind_in_time(datetime(2026, 11, day, hour, 0, tzinfo=SCHOOL_ZONE)) == 0
    assert not Reminder.objects.exists()


def test_a_round_queues_some_and_the_next_goes_on(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    everybody = len(who_owe(TODAY))
    monkeypatch.setattr(rounds, "MOST", everybody - 3)
    remind_in_time(MONDAY)
    later = MONDAY + timedelta(days=7)
    assert [remind_in_time(later + timedelta(minutes=minute)) for minute in range(3)] == [everybody - 3, 3, 0]
    assert Outgoing.objects.filter(kind="signature").values("to_id").distinct().count() == everybody


@pytest.mark.article("reikwijdte-1")
def test_who_is_asked_more_waits_anew_and_gets_one_mail_for_all(cast: Cast) -> None:
    set_pace(sign_first_after=3)
    remind_in_time(MONDAY)
    Guardianship.objects.create(guardian_id=cast.guardian, child_id=cast.reporter, since=SINCE)
    remind_in_time(MONDAY + timedelta(days=2))
    remind_in_time(MONDAY + timedelta(days=3))
    assert (mails_to(cast.guardian), mails_to(cast.second_guardian)) == (0, 1)
    remind_in_time(MONDAY + timedelta(days=7))
    assert mails_to(cast.guardian) == 1


def test_what_a_mentor_sent_puts_the_next_one_off(cast: Cast) -> None:
    set_pace(sign_first_after=2, sign_every=5)
    remind_in_time(MONDAY)
    reminding.remind([cast.subject], by=cast.mentor, at=MONDAY + timedelta(days=1))
    remind_in_time(MONDAY + timedelta(days=2))
    assert (mails_to(cast.subject), mails_to(cast.affected)) == (1, 1)
    remind_in_time(MONDAY + timedelta(days=8))
    assert mails_to(cast.subject) == 2


def test_the_last_answer_takes_back_a_mail_that_was_not_sent(cast: Cast) -> None:
    reminding.remind([cast.guardian, cast.subject], by=None, at=NOW)
    Outgoing.objects.filter(to_id=cast.subject).update(sent_at=NOW, path="")
    sign(cast.guardian, cast.subject)
    assert mails_to(cast.guardian) == 1, "an answer is still asked"
    sign(cast.guardian, cast.guardian, Audience.OUDER)
    sign(cast.subject, cast.subject)
    assert (mails_to(cast.guardian), mails_to(cast.subject)) == (0, 1)


def test_a_pause_takes_mail_back_and_who_did_is_kept(cast: Cast) -> None:
    remind_in_time(MONDAY)
    late = MONDAY + timedelta(days=7)
    everybody = remind_in_time(late)
    resting.rest(until=None, by=cast.director, at=late)
    assert not Outgoing.objects.filter(kind="signature").exists()
    assert remind_in_time(late + timedelta(days=1)) == 0
    resting.start_again(by=cast.board, at=late + timedelta(days=1))
    resting.start_again(by=cast.board, at=late + timedelta(days=1))
    assert remind_in_time(late + timedelta(days=1)) == everybody
    told = ledger.read(Reminding.objects.get().stream)
    assert [type(events.decode(one.content)) for one in told] == [events.Rested, events.Resumed]
    assert [one.by for one in told] == [cast.director, cast.board]


def test_who_has_answered_is_forgotten(cast: Cast) -> None:
    remind_in_time(MONDAY)
    sign(cast.subject, cast.subject)
    remind_in_time(MONDAY + timedelta(days=1))
    assert not Reminder.objects.filter(person_id=cast.subject).exists()


def test_the_director_sets_the_pace(cast: Cast) -> None:
    said = {"seen": people.settings_version(), "sign_first_after": "3", "sign_every": "7", "sign_at_most": ""}
    assert browser_of(cast.director).post("/instellingen/ondertekenen/", said).status_code == 302
    assert pace_of(people.school().settings) == (3, 7, USUAL_MOST)
    said = {"seen": people.settings_version(), "sign_every": "1"}
    assert browser_of(cast.director).post("/instellingen/ondertekenen/", said).status_code == 422
