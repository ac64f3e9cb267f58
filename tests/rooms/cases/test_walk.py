"""The whole way of one case, as people walk it in the browser: from the incident to a closed case."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine

from keyzer.cases import queries
from keyzer.config.demo import correspondence
from keyzer.incidents import queries as incidents
from keyzer.kit import clock
from keyzer.kit.clock import local
from keyzer.ledger.verification import verify
from tests.cast import NOW, Cast, browser_of
from tests.rooms.cases.world import open_incident
from tests.rooms.letters.world import furnish


class Walker:
    """A person who fills in the pages of one case; days may pass, so each page begins with signing in."""

    def __init__(self, person: UUID, case: UUID) -> None:
        self.person = person
        self.case = case
        self.address = f"/zaken/{case}/"

    def page(self, part: str = "") -> str:
        answer = browser_of(self.person).get(self.address + part)
        assert answer.status_code == 200
        return answer.content.decode()

    def fill_in(self, kind: str, **said: str) -> None:
        answer = self.send(kind, said)
        assert answer.headers.get("Location", "").startswith(self.address), answer.content.decode()

    def refused(self, kind: str, **said: str) -> str:
        answer = self.send(kind, said)
        assert answer.status_code == 422
        return str(answer.content, "utf-8")

    def send(self, kind: str, said: dict[str, str]) -> Any:
        fields = {"seen_version": str(queries.version(self.case)), **said}
        return browser_of(self.person).post(f"{self.address}{kind}/", fields)


def moment(now: time_machine.Traveller, **after: int) -> str:
    """A moment as the browser sends it."""
    return local(clock.now() + timedelta(**after)).strftime("%Y-%m-%dT%H:%M")


@pytest.fixture
def now() -> Iterator[time_machine.Traveller]:
    """A clock that the test moves on."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.mark.article("leerlingen-9")
@pytest.mark.article("leerlingen-8")
def test_a_case_goes_from_the_incident_to_its_end(cast: Cast, now: time_machine.Traveller) -> None:
    incident = open_incident(cast, NOW)
    coordinator = opened_by(cast.coordinator, incident, cast.subject)
    director = Walker(cast.director, coordinator.case)
    hear_and_reach(coordinator, cast, now)
    weigh_and_propose(coordinator)
    refused = coordinator.refused("decide-measure", measure="schorsing", reason="x", **two_days(now))
    assert "Hierover gaat: directeur" in refused
    assert "Nog open" in coordinator.refused("close", summary="Klaar.")

    director.fill_in("decide-measure", measure="schorsing", reason="Na een waarschuwing toch weer.", **two_days(now))
    assert "Melden bij de Inspectie" in director.page()
    director.fill_in("adopt-settings", objection_address="Bestuurssecretaris, Schoolplein 1")
    tell_everybody(director, cast)
    assert "Melden bij de Inspectie" in coordinator.refused("close", summary="Klaar.")
    director.fill_in("notify-inspectorate", decision="b1", reference="ISD-2026-17")
    coordinator.fill_in("notify-municipality", decision="b1", reference="LP-4")
    coordinator.fill_in("arrange-school-work", decision="b1", arrangement="Opdrachten via de mentor.")
    now.shift(timedelta(days=4))
    coordinator.fill_in("record-return-talk", decision="b1", account="Daan is weer welkom.")
    coordinator.fill_in("close", summary="De afspraken staan.")

    assert "gesloten" in coordinator.page()
    assert incidents.state(incident) == "settled"
    assert verify().alteration is None
    told = browser_of(cast.guardian).get("/mijn/").content.decode()
    assert "Daan Bakker" in told


def opened_by(person: UUID, incident: UUID, subject: UUID) -> Walker:
    answer = browser_of(person).post(f"/zaken/openen/{incident}/{subject}/")
    return Walker(person, UUID(answer.headers["Location"].split("/")[2]))


def hear_and_reach(coordinator: Walker, cast: Cast, now: time_machine.Traveller) -> None:
    """The hearing is invited and held; one guardian answers at once, the other the third time."""
    pupil = str(cast.subject)
    coordinator.fill_in("invite-hearing", person=pupil, planned_at=moment(now, hours=1), place="B12")
    now.shift(timedelta(hours=1))
    account = "Ik vond het grappig. Nu snap ik dat het niet kan."
    coordinator.fill_in(
        "record-hearing", person=pupil, held_at=moment(now), outcome="heard", account=account, seen="seen"
    )
    call(coordinator, cast.guardian, now, reached="on", view_asked="on", answer="Zij praten er thuis over.")
    for _attempt in range(2):
        call(coordinator, cast.second_guardian, now)
        now.shift(timedelta(minutes=30))
    assert "Henk Bakker" in coordinator.page()
    call(coordinator, cast.second_guardian, now, reached="on", view_asked="on", answer="Hij schrikt ervan.")


def call(coordinator: Walker, guardian: UUID, now: time_machine.Traveller, **said: str) -> None:
    coordinator.fill_in("record-contact", guardian=str(guardian), channel="telefoon", contacted_at=moment(now), **said)


def weigh_and_propose(coordinator: Walker) -> None:
    said = {
        "utterance": "licht",
        "conduct": "ernstig",
        "consequence": "ernstig",
        "reason": "Drie keer, na een verzoek.",
    }
    coordinator.fill_in("weigh", **said)
    assert "Past bij deze ernst" in coordinator.page("maatregelen/")
    coordinator.fill_in("propose", measure="inname-apparaat", reason="Het ging met de telefoon.")


def tell_everybody(director: Walker, cast: Cast) -> None:
    """A suspension is made known by letters, for which the facts are written down first."""
    on_paper = director.refused("announce", decision="b1", person=str(cast.guardian), channel="brief")
    assert "Dit besluit geef je op schrift" in on_paper
    director.fill_in("establish-facts", text="Drie keer.", happened_on="2026-11-12", place="thuis", channel="groepsapp")
    furnish(cast)
    for person in (cast.subject, cast.guardian, cast.second_guardian):
        slot = f"besluit-schorsing/b1/{person}"
        for step in (correspondence.issue, correspondence.send):
            file = queries.case_for(cast.viewer(director.person), director.case)
            assert file is not None
            step(file, slot, clock.now())


def two_days(now: time_machine.Traveller) -> dict[str, str]:
    return {"starts": moment(now, days=1), "ends": moment(now, days=3)}
