"""When nobody can receive a report, the words stay and the page says whom to call."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from keyzer.people.models import Employment, RoleHeld
from tests.cast import Cast
from tests.rooms.intake.conftest import STORY, Telling, report_fields

RECEIVING = ("coordinator", "teamleider", "directeur", "bestuur", "veiligheidscoordinator", "zorgcoordinator")
NOBODY = "Niemand op school kan dit nu oppakken"

SignIn = Callable[[UUID], Client]


def everybody_leaves() -> None:
    RoleHeld.objects.filter(role__in=RECEIVING).delete()
    Employment.objects.update(manager=None)


@pytest.mark.article("leerlingen-8")
def test_what_was_typed_stays_and_the_page_says_whom_to_call(cast: Cast, sign_in: SignIn) -> None:
    everybody_leaves()
    answer = sign_in(cast.reporter).post("/melden/nieuw/melding/", report_fields())
    assert answer.status_code == 409
    page = answer.content.decode()
    assert NOBODY in page
    assert STORY in page


def test_who_wants_to_step_aside_keeps_it_while_nobody_else_is_there(
    cast: Cast, sign_in: SignIn, told: Telling
) -> None:
    report = told(cast.reporter)
    RoleHeld.objects.filter(role__in=RECEIVING).exclude(person=cast.coordinator).delete()
    browser = sign_in(cast.coordinator)
    browser.post(f"/melden/{report}/overdragen/")
    page = browser.get(f"/melden/{report}/")
    assert page.status_code == 200
    assert NOBODY in page.content.decode()
