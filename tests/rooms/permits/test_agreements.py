"""Agreements to look at again: they come to who made them, and once that one has left to who has the role now."""

from datetime import datetime, timedelta

import pytest

from keyzer.people.models import RoleHeld
from keyzer.permits import actions, queries
from tests.cast import TODAY, Cast
from tests.rooms.permits.world import exemption_of

pytestmark = pytest.mark.article("leerlingen-7")


def test_a_review_goes_to_who_has_the_role_once_the_granter_has_left(cast: Cast, school_morning: datetime) -> None:
    actions.agree(exemption_of(cast.reporter, TODAY), by=cast.zorgcoordinator, at=school_morning)
    day = TODAY + timedelta(days=60)

    def asked() -> dict[str, int]:
        who = {"care": cast.zorgcoordinator, "director": cast.director, "teacher": cast.teacher}
        return {name: len(queries.to_review(cast.viewer(person, day), day)) for name, person in who.items()}

    assert asked() == {"care": 1, "director": 0, "teacher": 0}
    RoleHeld.objects.filter(person_id=cast.zorgcoordinator).update(until=TODAY + timedelta(days=30))
    assert asked() == {"care": 0, "director": 1, "teacher": 0}
