"""What shuts people out, what is told when nobody is left, and what a guardian reads of a decision."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from keyzer.cases import actions, queries
from keyzer.incidents import actions as incident_actions
from keyzer.incidents import queries as incidents
from keyzer.people.queries import NobodyLeft
from keyzer.protocol import Part
from tests.cast import Cast, browser_of
from tests.rooms.cases.world import do, open_case, open_incident


@pytest.fixture
def case(cast: Cast, school_morning: datetime) -> UUID:
    """A case that was opened just now."""
    return open_case(cast, school_morning)


@pytest.mark.article("personeel-9")
def test_a_possible_sexual_offence_by_staff_is_the_boards_alone(cast: Cast, school_morning: datetime) -> None:
    incident = open_incident(cast, school_morning, by=cast.teamleider, subject=cast.teacher)
    case = actions.open_case(incident, cast.teacher, by=cast.teamleider, at=school_morning)
    do(cast, case, "report-task-offence", school_morning, by=cast.teamleider, account="Een leerling vertelde het.")
    for person in (cast.teamleider, cast.director, cast.hr, cast.teacher):
        assert browser_of(person).get(f"/zaken/{case}/").status_code == 404
        assert browser_of(person).get(f"/incidenten/{incident}/").status_code == 404
        assert not queries.duties_for(cast.viewer(person), 10)
    assert browser_of(cast.board).get(f"/zaken/{case}/").status_code == 200
    assert browser_of(cast.board).get(f"/incidenten/{incident}/").status_code == 200
    assert queries.duties_for(cast.viewer(cast.board), 10)


def test_a_handler_stays_when_nobody_can_take_it_over(cast: Cast, school_morning: datetime) -> None:
    incident = open_incident(cast, school_morning)
    for person in (cast.other_coordinator, cast.director, cast.board):
        version = incidents.version(incident)
        actions.involve(incident, person, Part.GETUIGE, seen=version, by=cast.coordinator, at=school_morning)
    with pytest.raises(NobodyLeft):
        incident_actions.involve(
            incident,
            cast.coordinator,
            Part.GETUIGE,
            seen=incidents.version(incident),
            by=cast.coordinator,
            at=school_morning,
        )
    assert incidents.handler_of(incident) == cast.coordinator


def test_the_page_says_so_when_nobody_is_left(cast: Cast, case: UUID, school_morning: datetime) -> None:
    incident = queries.incident_of(case)
    for person in (cast.other_coordinator, cast.director, cast.board):
        version = incidents.version(incident)
        actions.involve(incident, person, Part.GETUIGE, seen=version, by=cast.coordinator, at=school_morning)
    said = {"person": str(cast.coordinator), "part": "getuige", "seen_version": str(incidents.version(incident))}
    answer = browser_of(cast.coordinator).post(f"/zaken/gebeurtenis/{incident}/persoon/", said)
    assert "Dan kan niemand anders het behandelen" in answer.content.decode()
    assert browser_of(cast.coordinator).get(f"/zaken/{case}/").status_code == 200


def test_a_part_given_meanwhile_is_shown_first(cast: Cast, case: UUID, school_morning: datetime) -> None:
    incident = queries.incident_of(case)
    seen = incidents.version(incident)
    actions.involve(incident, cast.affected, Part.GETUIGE, seen=seen, by=cast.director, at=school_morning)
    said = {"person": str(cast.third_year), "part": "getuige", "seen_version": str(seen)}
    answer = browser_of(cast.coordinator).post(f"/zaken/gebeurtenis/{incident}/persoon/", said)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Noor Jansen: heeft het gezien" in page
    assert "Fleur Mulder (3A)" in page


def test_a_subject_with_a_case_stays_its_subject(cast: Cast, case: UUID, school_morning: datetime) -> None:
    incident = queries.incident_of(case)
    page = browser_of(cast.coordinator).get(f"/zaken/gebeurtenis/{incident}/rol/").content.decode()
    assert f"{cast.subject}:onderwerp" not in page
    assert f"{cast.bystander}:getuige" in page


@pytest.mark.article("leerlingen-9")
def test_a_guardian_reads_the_decision_and_why(cast: Cast, case: UUID, school_morning: datetime) -> None:
    later = school_morning + timedelta(minutes=5)
    do(cast, case, "decide-measure", school_morning, measure="gesprek", reason="Zij praten het samen uit.")
    said: dict[str, Any] = {"decision": "b1", "channel": "brief"}
    do(cast, case, "adopt-settings", school_morning, by=cast.director, objection_address="Schoolplein 1")
    do(cast, case, "announce", later, person=str(cast.guardian), **said)
    page = browser_of(cast.guardian).get(f"/mijn/{case}/").content.decode()
    assert "Over Daan Bakker" in page
    assert "Zij praten het samen uit." in page
    assert browser_of(cast.second_guardian).get(f"/mijn/{case}/").status_code == 404
