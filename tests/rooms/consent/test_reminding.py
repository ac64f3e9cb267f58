"""Reminders that an answer about pictures is asked: on school days, at the school's own pace, none after it."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from keyzer.consent.actions import answer_all, remind_in_time
from keyzer.consent.models import ConsentReminder
from keyzer.consent.queries import who_owe
from keyzer.post.models import Outgoing
from keyzer.protocol import ImagePurpose, ImageSaid
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.article("leerlingen-6")
A_WEEK = timedelta(weeks=1)


def mailed_to() -> set[UUID]:
    return set(Outgoing.objects.filter(kind="image-consent").values_list("to_id", flat=True))


def no_to_all(person: UUID, by: UUID, at: datetime) -> None:
    answer_all(person, dict.fromkeys(ImagePurpose, ImageSaid.NO), by=by, at=at)


def test_a_week_after_it_was_asked_who_still_owes_hears_of_it(cast: Cast) -> None:
    assert remind_in_time(NOW) == 0
    no_to_all(cast.grown_up, cast.grown_up, NOW)
    assert remind_in_time(NOW + A_WEEK) > 0
    told = mailed_to()
    assert {cast.guardian, cast.second_guardian, cast.teacher} <= told
    assert not told & {cast.grown_up, cast.subject, cast.guardian_without_authority, cast.grown_ups_parent}
    assert remind_in_time(NOW + A_WEEK + timedelta(hours=1)) == 0
    no_to_all(cast.subject, cast.guardian, NOW + A_WEEK)
    assert cast.guardian not in mailed_to()
    assert cast.guardian not in who_owe(TODAY)


def test_never_on_a_sunday_and_three_times_at_most(cast: Cast) -> None:
    remind_in_time(NOW)
    assert remind_in_time(NOW + A_WEEK - timedelta(days=1)) == 0
    for week in range(1, 15):
        remind_in_time(NOW + week * A_WEEK)
    assert ConsentReminder.objects.get(person_id=cast.guardian).times == 3
