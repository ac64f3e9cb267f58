"""Yes and no for a picture: who may say it, what holds, what is kept, and what follows a withdrawal."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from keyzer.consent import queries
from keyzer.consent.actions import answer, answer_all, publish, take_down
from keyzer.consent.actions.published import PictureDraft
from keyzer.consent.models import Answer, ConsentHistory
from keyzer.consent.words import NotThere, Refused
from keyzer.ledger import queries as ledger
from keyzer.post.models import Outgoing
from keyzer.protocol import ImagePurpose, ImageSaid
from tests.cast import NOW, TODAY, Cast

SITE, PRESS = ImagePurpose.SITE, ImagePurpose.PERS
YES, NO, LIFTED = ImageSaid
pytestmark = [pytest.mark.article("leerlingen-6"), pytest.mark.usefixtures("school_morning")]


def says(person: UUID, by: UUID, said: ImageSaid, minute: int = 0) -> None:
    answer(person, SITE, said, by=by, at=NOW + timedelta(minutes=minute))


def agreed(cast: Cast) -> None:
    says(cast.subject, cast.guardian, YES)
    says(cast.subject, cast.second_guardian, YES)


def shown(person: UUID, on: date = TODAY) -> bool:
    return queries.may_show(person, SITE, on)


def test_silence_is_no_and_every_guardian_with_authority_is_needed(cast: Cast) -> None:
    assert not shown(cast.subject)
    says(cast.subject, cast.guardian, YES)
    assert not shown(cast.subject)
    says(cast.subject, cast.second_guardian, YES)
    assert shown(cast.subject)
    assert not queries.may_show(cast.subject, PRESS, TODAY)


def test_who_has_no_authority_is_refused(cast: Cast) -> None:
    for stranger in (cast.guardian_without_authority, cast.reporters_guardian, cast.mentor):
        with pytest.raises(Refused) as refused:
            says(cast.subject, stranger, YES)
        assert refused.value.reasons[0].grounds == ("leerlingen-6",)
    with pytest.raises(Refused):
        says(cast.grown_up, cast.grown_ups_parent, NO)
    with pytest.raises(Refused):
        says(cast.guardian, cast.guardian, YES)
    assert not Answer.objects.exists()


def test_two_guardians_that_differ_both_hear_that_it_stays_no(cast: Cast) -> None:
    agreed(cast)
    says(cast.subject, cast.second_guardian, NO, 1)
    assert not shown(cast.subject)
    told = Outgoing.objects.filter(kind="waiting", path=f"/beeld/{cast.subject}/")
    assert {mail.to_id for mail in told} == {cast.guardian, cast.second_guardian}
    says(cast.subject, cast.guardian, NO, 2)
    assert told.count() == 2


def test_a_pupil_of_thirteen_ends_it_and_the_guardians_are_asked_again(cast: Cast) -> None:
    agreed(cast)
    says(cast.subject, cast.subject, NO, 1)
    assert not shown(cast.subject)
    says(cast.subject, cast.guardian, YES, 2)
    assert not shown(cast.subject)
    says(cast.subject, cast.subject, LIFTED, 3)
    asked = queries.asked_of(cast.viewer(cast.guardian), TODAY)
    assert [SITE in one.lacking for one in asked] == [True]
    with pytest.raises(Refused):
        says(cast.subject, cast.subject, YES, 4)


@pytest.mark.article("personeel-6")
def test_a_pupil_of_age_and_staff_decide_alone(cast: Cast) -> None:
    for person in (cast.grown_up, cast.teacher):
        says(person, person, YES)
        assert shown(person)
    assert queries.not_among(SITE, [cast.teacher, cast.grown_up, cast.subject, cast.stranger], TODAY) == [
        cast.subject,
        cast.stranger,
    ]


def test_consent_lapses_with_the_school_year(cast: Cast) -> None:
    says(cast.teacher, cast.teacher, YES)
    assert shown(cast.teacher, date(2027, 7, 31))
    assert not shown(cast.teacher, date(2027, 8, 1))


def test_all_at_once_or_nothing_and_what_was_said_stays_in_the_history(cast: Cast) -> None:
    with pytest.raises(Refused):
        answer_all(cast.subject, {SITE: NO, PRESS: YES}, by=cast.subject, at=NOW)
    assert not Answer.objects.exists()
    answer_all(cast.subject, {SITE: YES, PRESS: NO}, by=cast.guardian, at=NOW)
    says(cast.subject, cast.guardian, YES, 1)
    says(cast.subject, cast.guardian, NO, 2)
    stream = ConsentHistory.objects.get(person_id=cast.subject).stream
    assert [event.kind for event in ledger.read(stream)] == ["answered"] * 3
    assert Answer.objects.filter(ended_at=None).count() == 2


def pictured(cast: Cast) -> UUID:
    agreed(cast)
    says(cast.teacher, cast.teacher, YES)
    draft = PictureDraft("Website, sportdag", SITE, TODAY, frozenset({cast.subject, cast.teacher}))
    return publish(draft, by=cast.teacher, at=NOW)


def test_a_withdrawal_lists_the_pictures_and_asks_who_published_to_take_them_down(cast: Cast) -> None:
    picture = pictured(cast)
    says(cast.subject, cast.subject, NO, 1)
    says(cast.subject, cast.guardian, NO, 2)
    (task,) = queries.tasks_of(cast.teacher)
    assert (task.picture, task.person, task.due_on) == (picture, cast.subject, date(2026, 11, 25))
    assert Outgoing.objects.filter(to_id=cast.teacher, path="/beeld/gepubliceerd/").count() == 1
    for stranger in (cast.charlie, cast.guardian, cast.stranger):
        with pytest.raises(NotThere):
            take_down(picture, by=stranger, at=NOW)
    later = NOW + timedelta(minutes=3)
    take_down(picture, by=cast.teacher, at=later)
    take_down(picture, by=cast.teacher, at=later)
    assert queries.tasks_of(cast.teacher) == []
    assert queries.showing(cast.subject)[0].taken_down_at == later


def test_who_leads_the_school_sees_what_colleagues_left_standing_and_ends_it(cast: Cast) -> None:
    picture = pictured(cast)
    says(cast.subject, cast.subject, NO, 1)
    late = date(2026, 11, 26)
    assert queries.late_tasks(cast.viewer(cast.director), late - timedelta(days=1)) == []
    (task,) = queries.late_tasks(cast.viewer(cast.director), late)
    assert (task.picture, task.owed_by) == (picture, cast.teacher)
    assert queries.late_tasks(cast.viewer(cast.teamleider), late) == []
    take_down(picture, by=cast.director, at=NOW + timedelta(days=3))
    assert queries.tasks_of(cast.teacher) == []


def test_a_picture_of_who_said_no_is_not_entered(cast: Cast) -> None:
    draft = PictureDraft("Website", SITE, TODAY, frozenset({cast.subject}))
    with pytest.raises(Refused, match="Daan Bakker"):
        publish(draft, by=cast.teacher, at=NOW)
    with pytest.raises(NotThere):
        publish(draft, by=cast.guardian, at=NOW)


def test_a_class_is_seen_by_who_works_with_it(cast: Cast, school_morning: datetime) -> None:
    agreed(cast)
    names = [one.name for one in queries.not_for(SITE, cast.class_2a, TODAY)]
    assert names == ["Lena Visser", "Noor Jansen"]
    for person, sees in ((cast.mentor, True), (cast.coordinator, True), (cast.director, True), (cast.charlie, False)):
        found = queries.class_for(cast.viewer(person), cast.class_2a, SITE, TODAY)
        assert (found is not None) is sees
        assert found is None or [one.name for one in found.shown] == ["Daan Bakker"]
