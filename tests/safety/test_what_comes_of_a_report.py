"""What kept somebody away from a report keeps the same person away from all that comes of it."""

from datetime import datetime

import pytest

from keyzer.cases.actions import involve
from keyzer.cases.actions import open_case as open_case_about
from keyzer.incidents import queries as incidents
from keyzer.intake import actions, queries
from keyzer.intake.actions import IncidentDraft
from keyzer.ledger import queries as ledger
from keyzer.protocol import Part
from tests.cast import Cast, browser_of
from tests.rooms.cases.world import do
from tests.rooms.intake.conftest import evidence_folder
from tests.safety.world import tell

__all__ = ["evidence_folder"]

pytestmark = pytest.mark.usefixtures("evidence_folder")


@pytest.mark.article("leerlingen-8")
@pytest.mark.parametrize("how", ["stepped aside", "told so"])
def test_who_gave_a_report_up_does_not_see_the_incident_that_came_of_it(
    cast: Cast, school_morning: datetime, how: str
) -> None:
    if how == "stepped aside":
        report = tell(cast.reporter, "melding")
        actions.step_aside(report, by=cast.coordinator, at=school_morning)
    else:
        report = tell(cast.reporter, "melding", about_coordinator="on")
    draft = IncidentDraft("x", None, "online", [(cast.subject, Part.ONDERWERP)], ["foto-doorsturen"])
    incident = actions.open_incident(report, draft, seen=9, by=cast.other_coordinator, at=school_morning)
    assert browser_of(cast.coordinator).get(f"/incidenten/{incident}/").status_code == 404
    case = open_case_about(incident, cast.subject, by=cast.other_coordinator, at=school_morning)
    assert browser_of(cast.coordinator).get(f"/zaken/{case}/").status_code == 404
    assert browser_of(cast.other_coordinator).get(f"/zaken/{case}/").status_code == 200


def test_a_report_that_moved_is_not_written_to_by_who_may_not_read_it(cast: Cast, school_morning: datetime) -> None:
    report = tell(cast.reporter, "melding")
    draft = IncidentDraft("x", None, "online", [(cast.subject, Part.ONDERWERP)], [])
    incident = actions.open_incident(report, draft, seen=1, by=cast.coordinator, at=school_morning)
    version = incidents.version(incident)
    involve(incident, cast.coordinator, Part.GETUIGE, seen=version, by=cast.director, at=school_morning)
    assert queries.has_moved(report)
    before = ledger.position()
    for who in (cast.charlie, cast.subject, cast.guardian):
        assert browser_of(who).get(f"/melden/{report}/").status_code == 404
    assert ledger.position() == before
    assert browser_of(cast.other_coordinator).get(f"/melden/{report}/").status_code == 200
    assert not queries.has_moved(report)


def test_what_is_sealed_is_the_boards_alone(cast: Cast, school_morning: datetime) -> None:
    """WVO 2020, 3.39: also the report it came of, and its lists."""
    report = tell(cast.reporter, "melding")
    draft = IncidentDraft("x", None, "school", [(cast.affected, Part.BETROKKENE), (cast.teacher, Part.ONDERWERP)], [])
    incident = actions.open_incident(report, draft, seen=1, by=cast.coordinator, at=school_morning)
    case = open_case_about(incident, cast.teacher, by=cast.teamleider, at=school_morning)
    do(cast, case, "report-task-offence", school_morning, by=cast.teamleider, account="Iets ergs.")
    for who in ("coordinator", "teamleider", "director", "hr", "safety", "teacher", "affected"):
        browser = browser_of(getattr(cast, who))
        for address in (f"/melden/{report}/", f"/incidenten/{incident}/", f"/zaken/{case}/"):
            assert browser.get(address).status_code == 404, (who, address)
        for address in ("/", "/melden/ontvangen/", "/zaken/", "/incidenten/"):
            content = browser.get(address).content.decode()
            for one in (report, incident, case):
                assert str(one) not in content, (who, address)
    board = browser_of(cast.board)
    for address in (f"/incidenten/{incident}/", f"/zaken/{case}/", f"/melden/{report}/"):
        assert board.get(address).status_code == 200, address
    assert browser_of(cast.reporter).get(f"/melden/{report}/").status_code == 200
