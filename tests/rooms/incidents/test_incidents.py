"""An incident on its pages: what is added, who takes part, what a second writer is told, in which lane it runs."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from keyzer.incidents import actions, queries
from keyzer.incidents.events import PartChanged
from keyzer.ledger.actions import Conflict
from keyzer.people.queries import NobodyLeft
from keyzer.protocol import Lane, Part, Role
from tests.cast import Cast

TOLD = "Nachtegaal stuurde de vakantiefoto drie keer door"
SignIn = Callable[[UUID], Client]
Opened = Callable[..., UUID]


@pytest.fixture
def opened(cast: Cast, school_morning: datetime) -> Opened:
    """Opens an incident about the subject, by the coordinator of year 2 unless said otherwise."""

    def open_one(*persons: tuple[UUID, Part], by: UUID | None = None) -> UUID:
        return actions.open_incident(
            by=by or cast.coordinator,
            at=school_morning,
            told=TOLD,
            happened_on=school_morning.date(),
            place="online",
            persons=persons or [(cast.reporter, Part.MELDER), (cast.subject, Part.ONDERWERP)],
            conduct=["foto-doorsturen"],
            layer=2,
            report=None,
        )

    return open_one


def test_its_page_tells_what_happened_and_who_takes_part(cast: Cast, opened: Opened, sign_in: SignIn) -> None:
    page = sign_in(cast.coordinator).get(f"/incidenten/{opened()}/").content.decode()
    assert TOLD in page
    assert "Daan Bakker (2A)" in page
    assert "het gaat over deze persoon" in page
    assert "Reikwijdte 4c" in page
    assert "Zaak openen" in page


def test_a_fact_is_added(cast: Cast, opened: Opened, sign_in: SignIn) -> None:
    incident = opened()
    browser = sign_in(cast.coordinator)
    said = {"seen_version": str(queries.version(incident)), "fact": "Sem liet het bericht zien."}
    answer = browser.post(f"/incidenten/{incident}/feit/", said, follow=True)
    assert "Sem liet het bericht zien." in answer.content.decode()


def test_a_second_writer_keeps_the_text(cast: Cast, opened: Opened, sign_in: SignIn, school_morning: datetime) -> None:
    incident = opened()
    seen = queries.version(incident)
    actions.add_fact(incident, "Een ander schreef dit.", seen=seen, by=cast.director, at=school_morning)
    said = {"seen_version": str(seen), "fact": "Sem liet het bericht zien."}
    answer = sign_in(cast.coordinator).post(f"/incidenten/{incident}/feit/", said)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Een ander schreef dit." in page
    assert "Sem liet het bericht zien." in page


def test_a_fact_sent_twice_stands_once(cast: Cast, opened: Opened, sign_in: SignIn) -> None:
    incident = opened()
    said = {"seen_version": str(queries.version(incident)), "fact": "Sem liet het bericht zien."}
    browser = sign_in(cast.coordinator)
    browser.post(f"/incidenten/{incident}/feit/", said)
    answer = browser.post(f"/incidenten/{incident}/feit/", said, follow=True)
    assert answer.content.decode().count("Sem liet het bericht zien.") == 1
    assert "Dit was al bewaard" in answer.content.decode()


@pytest.mark.article("reikwijdte-4")
def test_conduct_is_cited_with_its_articles(cast: Cast, opened: Opened, sign_in: SignIn) -> None:
    incident = opened()
    said = {"seen_version": str(queries.version(incident)), "conduct": ["belediging", "lastigvallen"]}
    answer = sign_in(cast.coordinator).post(f"/incidenten/{incident}/gedrag/", said, follow=True)
    assert "Reikwijdte 4e" in answer.content.decode()
    assert queries.conduct_of(incident) == ["foto-doorsturen", "belediging", "lastigvallen"]


def test_a_person_is_looked_up_and_given_a_part(cast: Cast, opened: Opened, sign_in: SignIn) -> None:
    incident = opened()
    browser = sign_in(cast.coordinator)
    found = browser.get(f"/zaken/gebeurtenis/{incident}/persoon/", {"q": "Noor"}).content.decode()
    assert "Noor Jansen (2A)" in found
    said = {
        "seen_version": str(queries.version(incident)),
        "person": str(cast.affected),
        "part": Part.BETROKKENE.value,
    }
    page = browser.post(f"/zaken/gebeurtenis/{incident}/persoon/", said, follow=True).content.decode()
    assert "Noor Jansen" in page


def test_nobody_found_is_said(cast: Cast, opened: Opened, sign_in: SignIn) -> None:
    browser = sign_in(cast.coordinator)
    page = browser.get(f"/zaken/gebeurtenis/{opened()}/persoon/", {"q": "Zzyzx"}).content.decode()
    assert "Niemand gevonden" in page


def test_a_part_is_changed(cast: Cast, opened: Opened, sign_in: SignIn) -> None:
    incident = opened()
    said = {
        "seen_version": str(queries.version(incident)),
        "person": f"{cast.subject}:onderwerp",
        "part": Part.GETUIGE.value,
        "reason": "Het account was van een ander.",
    }
    page = sign_in(cast.coordinator).post(f"/zaken/gebeurtenis/{incident}/rol/", said, follow=True).content.decode()
    assert "Het account was van een ander." in page
    assert (cast.subject, Part.ONDERWERP) not in {(one.person, one.part) for one in queries.persons_of(incident)}


def test_only_a_part_that_is_held_changes(cast: Cast, opened: Opened, school_morning: datetime) -> None:
    incident = opened()
    change = PartChanged(person=cast.bystander, was=Part.GETUIGE, part=Part.ONDERWERP, reason="x")
    with pytest.raises(actions.NotInvolved):
        actions.change_part(incident, change, seen=queries.version(incident), by=cast.coordinator, at=school_morning)


@pytest.mark.article("leerlingen-8")
def test_who_opens_it_and_is_party_never_handles_it(cast: Cast, opened: Opened) -> None:
    incident = opened((cast.subject, Part.ONDERWERP), (cast.coordinator, Part.BETROKKENE))
    assert queries.handler_of(incident) == cast.other_coordinator
    assert queries.incident_for(cast.viewer(cast.coordinator), incident) is None


def test_who_only_reported_it_may_handle_it(cast: Cast, opened: Opened) -> None:
    incident = opened((cast.subject, Part.ONDERWERP), (cast.coordinator, Part.MELDER))
    assert queries.handler_of(incident) == cast.coordinator


@pytest.mark.article("personeel-8")
def test_about_staff_it_runs_in_the_closed_lane_with_their_manager(cast: Cast, opened: Opened) -> None:
    incident = opened((cast.teacher, Part.ONDERWERP))
    assert queries.lane_of(incident) is Lane.PERSONEEL
    assert queries.handler_of(incident) == cast.teamleider
    assert queries.incident_for(cast.viewer(cast.coordinator), incident) is None
    assert queries.incident_for(cast.viewer(cast.hr), incident) is not None


def test_a_guardian_who_works_at_the_school_is_shut_out(cast: Cast, opened: Opened) -> None:
    assert not queries.visible_to(cast.viewer(cast.guardian)).filter(id=opened()).exists()


def test_when_everybody_is_party_it_is_said(cast: Cast, opened: Opened) -> None:
    able = (cast.coordinator, cast.other_coordinator, cast.director, cast.board)
    with pytest.raises(NobodyLeft):
        opened(*((person, Part.BETROKKENE) for person in able))


def test_a_stale_writer_is_refused(cast: Cast, opened: Opened, school_morning: datetime) -> None:
    incident = opened()
    with pytest.raises(Conflict):
        actions.cite(incident, ["belediging"], seen=0, by=cast.coordinator, at=school_morning)


def test_no_word_of_it_lies_in_a_table(cast: Cast, opened: Opened) -> None:
    opened()
    with connection.cursor() as cursor:
        for table in ("incidents_incident", "incidents_involvement", "incidents_citation", "ledger_event"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 -- the names stand above
            content = b" ".join(_as_bytes(column) for row in cursor.fetchall() for column in row)
            assert b"Nachtegaal" not in content


def _as_bytes(column: object) -> bytes:
    return bytes(column) if isinstance(column, bytes | memoryview) else str(column).encode()


def test_the_empty_list_says_what_will_come(cast: Cast, sign_in: SignIn) -> None:
    assert cast.viewer(cast.coordinator).holds(Role.COORDINATOR)
    page = sign_in(cast.coordinator).get("/incidenten/").content.decode()
    assert "Een incident begint met een melding." in page
