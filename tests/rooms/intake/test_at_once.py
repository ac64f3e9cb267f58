"""Two browsers at the very same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection

from keyzer.intake import actions, queries
from keyzer.intake.doorkeeping import Budget
from keyzer.intake.events import About, IntakeLane, Told
from keyzer.kit.ids import new_id
from keyzer.ledger.actions import Conflict
from tests.cast import NOW, Cast
from tests.rooms.intake.conftest import STORY

T = TypeVar("T")
WRITERS = 4

pytestmark = pytest.mark.django_db(transaction=True)


def together(act: Callable[[int], T]) -> list[T]:
    """What each of several writers gets who begin at the same moment, each with a connection of its own."""
    start = Barrier(WRITERS)

    def one(number: int) -> T:
        start.wait()
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        return list(pool.map(one, range(WRITERS)))


def test_the_same_form_sent_at_once_makes_one_report(cast: Cast) -> None:
    sending, viewer = new_id(), cast.viewer(cast.reporter)
    told = Told(words=STORY, about=About.MIJZELF)
    found = together(
        lambda _number: actions.tell(IntakeLane.MELDING, told, reporter=viewer, sending=sending, evidence=(), at=NOW)
    )
    assert len(set(found)) == 1
    assert [row.id for row in queries.own_reports(viewer)] == found[:1]


def test_a_budget_spent_at_once_is_one_budget(cast: Cast) -> None:
    budget = Budget("a test at once", 2, 100, timedelta(hours=1))
    assert sorted(together(lambda _number: budget.spend("203.0.113.9", NOW))) == [False, False, True, True]


def test_of_answers_given_at_once_one_arrives_and_the_others_are_told(cast: Cast) -> None:
    told = Told(words=STORY, about=About.MIJZELF)
    viewer = cast.viewer(cast.reporter)
    report = actions.tell(IntakeLane.MELDING, told, reporter=viewer, sending=new_id(), evidence=(), at=NOW)

    def answer(number: int) -> str:
        try:
            actions.answer(
                report, f"antwoord {number}", seen=1, by=cast.coordinator, at=NOW + timedelta(minutes=number)
            )
        except Conflict:
            return "told"
        return "arrived"

    assert sorted(together(answer)) == ["arrived", "told", "told", "told"]
    page = queries.page(viewer, report)
    assert page is not None
    assert len(page.messages) == 1
