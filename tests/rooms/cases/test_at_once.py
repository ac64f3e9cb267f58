"""Several people at the same moment: one case, one settled incident, and everybody else is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from keyzer.cases import actions, queries
from keyzer.cases.models import Case
from keyzer.incidents import queries as incidents
from keyzer.ledger.actions import Conflict
from keyzer.ledger.verification import verify
from keyzer.protocol import Part, parse_command
from tests.cast import NOW, Cast
from tests.rooms.cases.world import do, open_case, open_incident

WRITERS = 6


def all_at_once(act: Callable[[int], object]) -> list[object]:
    """What each writer got, or was told."""

    def alone(number: int) -> object:
        try:
            return act(number)
        except (Conflict, actions.AlreadyDone, actions.CaseExists, actions.Refused) as told:
            return type(told)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as writers:
        return list(writers.map(alone, range(WRITERS)))


@pytest.mark.django_db(transaction=True)
def test_a_case_opened_by_many_is_one_case(cast: Cast) -> None:
    incident = open_incident(cast, NOW)
    got = all_at_once(lambda _: actions.open_case(incident, cast.subject, by=cast.coordinator, at=NOW))
    assert Case.objects.count() == 1
    assert got.count(actions.CaseExists) == WRITERS - 1
    assert verify().alteration is None


@pytest.mark.django_db(transaction=True)
def test_of_many_writers_one_writes_and_the_others_are_told(cast: Cast) -> None:
    case = open_case(cast, NOW)
    seen = queries.version(case)

    def claim(number: int) -> int:
        command = parse_command("claim-urgency", {"reason": f"Reden {number}"})
        return actions.act(case, command, seen=seen, by=cast.coordinator, at=NOW)

    got = all_at_once(claim)
    assert got.count(Conflict) == WRITERS - 1
    assert queries.version(case) == seen + 1
    assert verify().alteration is None


@pytest.mark.django_db(transaction=True)
def test_the_last_two_cases_closed_together_settle_the_incident(cast: Cast) -> None:
    incident = open_incident(cast, NOW)
    version = incidents.version(incident)
    actions.involve(incident, cast.grown_up, Part.ONDERWERP, seen=version, by=cast.coordinator, at=NOW)
    cases = [actions.open_case(incident, one, by=cast.coordinator, at=NOW) for one in (cast.subject, cast.grown_up)]
    for case, told in zip(cases, ((cast.guardian, cast.second_guardian), (cast.grown_up,)), strict=True):
        make_ready(cast, case, told, NOW)
    closing = NOW + timedelta(hours=1)
    all_at_once(lambda number: do(cast, cases[number % 2], "close", closing, summary="Klaar."))
    assert incidents.state(incident) == "settled"


def make_ready(cast: Cast, case: UUID, told: tuple[UUID, ...], at: datetime) -> None:
    """Nothing is owed in it any more."""
    do(cast, case, "end-without-measure", at, ground="solved", reason="Uitgepraat.")
    for person in told:
        said: dict[str, Any] = {
            "guardian": str(person),
            "channel": "telefoon",
            "contacted_at": at,
            "reached": True,
            "answer": "Goed.",
        }
        do(cast, case, "record-contact", at, by=None, **said)
