"""The whole way of one case, as people walk it in the browser: from the incident to a closed case."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from keyzer import protocol
from keyzer.cases import queries
from keyzer.incidents import queries as incidents
from keyzer.kit.clock import local
from keyzer.ledger.verification import verify
from tests.cast import NOW, Cast
from tests.rooms.cases.world import open_incident

SignIn = Callable[[UUID], Client]


class Walker:
    """A person who fills in the pages of one case."""

    def __init__(self, client: Client, case: str) -> None:
        self.client = client
        self.case = case

    def page(self) -> str:
        answer = self.client.get(self.case)
        assert answer.status_code == 200
        return answer.content.decode()

    def fill_in(self, kind: str, expect: int = 302, **said: str) -> str:
        answer = self.client.post(f"{self.case}{kind}/", {"seen": str(self.version()), **said})
        assert answer.status_code == expect, answer.content.decode()
        return answer.content.decode()

    def version(self) -> int:
        return queries.version(UUID(self.case.split("/")[2]))


def moment(after: timedelta) -> str:
    """A moment as the browser sends it."""
    return local(NOW + after).strftime("%Y-%m-%dT%H:%M")


@pytest.mark.article("leerlingen-9")
@pytest.mark.article("leerlingen-8")
def test_a_case_goes_from_the_incident_to_its_end(cast: Cast, sign_in: SignIn) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        incident = open_incident(cast, NOW)
        browser = sign_in(cast.coordinator)
        assert "Noor" not in browser.get(f"/incidenten/{incident}/").content.decode()
        opened = browser.post(f"/zaken/openen/{incident}/{cast.subject}/")
        coordinator = Walker(browser, opened.headers["Location"])
        assert "Daan Bakker" in coordinator.page()

        clock.shift(timedelta(minutes=5))
        coordinator.fill_in("invite-hearing", person=str(cast.subject), planned_at=moment(timedelta(hours=1)), place="B12")
        clock.shift(timedelta(hours=2))
        coordinator.fill_in(
            "record-hearing",
            person=str(cast.subject),
            held_at=moment(timedelta(hours=1)),
            outcome="heard",
            account="Ik vond het grappig. Nu snap ik dat het niet kan.",
            seen="",
        )
