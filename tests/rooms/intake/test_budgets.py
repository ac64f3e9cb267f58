"""Budgets at the doors without a name: one count for all processes, forgotten in time, and nobody's address."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from keyzer.intake import actions, doorkeeping
from keyzer.intake.actions import budgets
from keyzer.intake.doorkeeping import Budget
from keyzer.intake.models import BudgetMark, BudgetWindow, Draft, Report
from tests.cast import NOW, Cast
from tests.rooms.intake.conftest import report_fields
from tests.rooms.intake.samples import PNG

DOOR = "/melden/zonder-naam/melding/"
HOUR = timedelta(hours=1)
HERE, THERE = "203.0.113.1", "203.0.113.2"
SMALL = Budget("a test", 2, 3, HOUR)

pytestmark = pytest.mark.django_db


def test_a_flood_from_one_network_is_stopped_and_then_one_from_many() -> None:
    assert [SMALL.spend(HERE, NOW) for _time in range(3)] == [True, True, False]
    assert not SMALL.spend(THERE, NOW)
    assert SMALL.spend(HERE, NOW + HOUR)


def test_another_process_counts_on() -> None:
    for _time in range(2):
        SMALL.spend(HERE, NOW)
    assert not Budget(*SMALL).spend(HERE, NOW)


def test_nothing_is_left_when_the_window_has_passed() -> None:
    SMALL.spend(HERE, NOW)
    salt = bytes(BudgetWindow.objects.get().salt)
    actions.forget_what_passed(NOW + HOUR - timedelta(seconds=1))
    assert BudgetMark.objects.count() == 1
    actions.forget_what_passed(NOW + HOUR)
    assert (BudgetWindow.objects.count(), BudgetMark.objects.count()) == (0, 0)
    SMALL.spend(HERE, NOW + HOUR)
    SMALL.spend(HERE, NOW + 3 * HOUR)
    assert BudgetMark.objects.get().spent == 1
    assert bytes(BudgetWindow.objects.get().salt) != salt


def test_a_mark_is_shared_by_very_many_addresses() -> None:
    for number in range(40):
        SMALL.spend(f"network {number}", NOW)
    assert all(0 <= one.mark < budgets.MARKS for one in BudgetMark.objects.all())
    assert 2**32 // budgets.MARKS > 100_000


def test_drafts_of_strangers_have_a_budget_and_what_was_begun_goes_on(
    cast: Cast, school_morning: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorkeeping, "DRAFTS", doorkeeping.DRAFTS._replace(allowed=1))
    first, second = Client(), Client()
    begun = report_fields(step="0", go="next", about="gezien")
    assert first.post(DOOR, begun).status_code == second.post(DOOR, begun).status_code == 200
    assert Draft.objects.count() == 1
    kept = bytes(Draft.objects.get().content)
    first.post(DOOR, begun)
    assert bytes(Draft.objects.get().content) != kept


def test_too_many_megabytes_from_one_network_cost_no_words(
    cast: Cast, school_morning: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorkeeping, "MEGABYTES", doorkeeping.MEGABYTES._replace(allowed=1))
    answers = []
    for place in ("een", "twee"):
        said = report_fields(about="gezien", evidence=[SimpleUploadedFile(f"{place}.png", PNG + place.encode())])
        said |= {"ticket": doorkeeping.ticket_for(said["sending"], NOW - doorkeeping.WAIT), "proof": ""}
        answers.append(Client().post(DOOR, said))
    assert [answer.status_code for answer in answers] == [200, 200]
    assert [name for name, _why in answers[-1].context["failed"]] == ["twee.png"]
    assert Report.objects.count() == 2
