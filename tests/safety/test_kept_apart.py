"""Who takes part in something is kept out of it, whatever other office that person holds."""

from datetime import date, datetime
from uuid import UUID

import pytest

from keyzer.cases import queries as cases
from keyzer.cases.actions import open_case as open_case_about
from keyzer.incidents import queries as incidents
from keyzer.intake import actions, queries
from keyzer.intake.actions import IncidentDraft
from keyzer.people.actions import enter
from keyzer.people.models import Person, RoleHeld
from keyzer.people.roster import NewGuardianship, NewRole, Roster
from keyzer.protocol import Part, Role
from tests.cast import NOW, SINCE, Cast, browser_of
from tests.rooms.cases.world import do, open_case
from tests.rooms.intake.conftest import evidence_folder
from tests.safety.world import build, tell

__all__ = ["evidence_folder"]

pytestmark = pytest.mark.usefixtures("evidence_folder")


def give(person: UUID, role: Role, layer: int | None = None) -> None:
    """One more role."""
    enter(Roster(roles=(NewRole(person, role, SINCE, layer=layer),)), by=None, at=NOW)


def handler_of(report: UUID) -> UUID:
    found = queries.handler_of(report)
    assert found is not None
    return found


@pytest.mark.article("leerlingen-8")
def test_a_report_about_the_coordinator_is_not_read_by_that_coordinator_as_team_leader(
    cast: Cast, school_morning: datetime
) -> None:
    give(cast.coordinator, Role.TEAMLEIDER, layer=2)
    report = tell(cast.reporter, "melding", about_coordinator="on")
    assert handler_of(report) == cast.other_coordinator
    assert browser_of(cast.coordinator).get(f"/melden/{report}/").status_code == 404


@pytest.mark.article("personeel-8")
def test_a_report_of_staff_about_their_manager_is_not_read_by_that_manager(
    cast: Cast, school_morning: datetime
) -> None:
    report = tell(cast.teacher, "melding", about_coordinator="on")
    assert handler_of(report) == cast.director
    assert browser_of(cast.teamleider).get(f"/melden/{report}/").status_code == 404


@pytest.mark.parametrize("office", ["coordinator", "teamleider", "director", "board", "safety", "hr"])
def test_who_takes_part_sees_nothing_of_it_by_office(cast: Cast, school_morning: datetime, office: str) -> None:
    person: UUID = getattr(cast, office)
    case = open_case(cast, school_morning)
    incident = cases.incident_of(case)
    actions_of = browser_of(cast.director if office != "director" else cast.board)
    said = {"seen_version": str(incidents.version(incident)), "person": str(person), "part": "getuige"}
    assert actions_of.post(f"/zaken/gebeurtenis/{incident}/persoon/", said).status_code == 302
    browser = browser_of(person)
    for address in (
        f"/zaken/{case}/",
        f"/zaken/{case}/maatregelen/",
        f"/zaken/{case}/weigh/",
        f"/incidenten/{incident}/",
    ):
        assert browser.get(address).status_code == 404, address
    for address in ("/", "/zaken/", "/incidenten/", f"/dossier/{cast.subject}/"):
        assert str(case) not in browser.get(address).content.decode()
        assert str(incident) not in browser.get(address).content.decode()
    assert cases.cases_of(cast.viewer(person), cast.subject) == []


def test_a_guardian_of_the_subject_who_works_here_sees_nothing_by_office(cast: Cast, school_morning: datetime) -> None:
    tie = NewGuardianship(cast.teamleider, cast.subject, SINCE)
    enter(Roster(guardianships=(tie,)), by=None, at=NOW)
    case = open_case(cast, school_morning)
    assert browser_of(cast.teamleider).get(f"/zaken/{case}/").status_code == 404
    assert browser_of(cast.teamleider).get(f"/incidenten/{cases.incident_of(case)}/").status_code == 404


@pytest.mark.parametrize("left", ["a guardian", "nobody"])
def test_who_no_longer_works_here_reads_nothing_that_was_handled(
    cast: Cast, school_morning: datetime, left: str
) -> None:
    world = build(cast, school_morning)
    if left == "a guardian":
        enter(Roster(guardianships=(NewGuardianship(cast.coordinator, cast.third_year, SINCE),)), by=None, at=NOW)
    RoleHeld.objects.filter(person=cast.coordinator).update(until=date(2026, 11, 20))
    browser = browser_of(cast.coordinator)
    for address in (f"/melden/{world.report}/", f"/incidenten/{world.incident}/", f"/zaken/{world.case}/",
                    f"/melden/{world.report}/bewijs/{world.file}/"):  # fmt: skip
        assert browser.get(address).status_code == (404 if left == "a guardian" else 403), address


def test_a_mixed_incident_tells_the_pupil_lane_nothing_of_the_staff_lane(cast: Cast, school_morning: datetime) -> None:
    report = tell(cast.reporter, "melding")
    persons = [(cast.subject, Part.ONDERWERP), (cast.teacher, Part.ONDERWERP)]
    draft = IncidentDraft("x", None, "school", persons, [])
    incident = actions.open_incident(report, draft, seen=1, by=cast.coordinator, at=school_morning)
    about_staff = open_case_about(incident, cast.teacher, by=cast.teamleider, at=school_morning)
    about_pupil = open_case_about(incident, cast.subject, by=cast.teamleider, at=school_morning)
    for who in ("coordinator", "safety"):
        browser = browser_of(getattr(cast, who))
        assert browser.get(f"/incidenten/{incident}/").status_code == 404
        content = browser.get(f"/zaken/{about_pupil}/").content.decode()
        assert str(about_staff) not in content
        assert str(cast.teacher) not in content


def test_from_eighteen_on_the_parents_see_nothing_more(cast: Cast, school_morning: datetime) -> None:
    case = open_case(cast, school_morning)
    do(cast, case, "invite-hearing", school_morning, person=str(cast.guardian),
       planned_at=school_morning.isoformat(), place="Kamer 4")  # fmt: skip
    browser = browser_of(cast.guardian)
    assert browser.get(f"/mijn/{case}/").status_code == 200
    Person.objects.filter(id=cast.subject).update(born=date(2008, 11, 23))
    assert browser.get(f"/mijn/{case}/").status_code == 404
    assert browser.get(f"/dossier/{cast.subject}/").status_code == 404
    assert str(case) not in browser.get("/").content.decode()
    assert str(cast.subject) not in browser.get("/melden/nieuw/melding/").content.decode()


def test_the_own_view_on_a_closed_case_breaks_nothing(cast: Cast, school_morning: datetime) -> None:
    case = open_case(cast, school_morning)
    do(cast, case, "invite-hearing", school_morning, person=str(cast.guardian),
       planned_at=school_morning.isoformat(), place="Kamer 4")  # fmt: skip
    do(cast, case, "end-without-measure", school_morning, ground="solved", reason="Opgelost.")
    for guardian in (cast.guardian, cast.second_guardian):
        do(cast, case, "record-contact", school_morning, guardian=str(guardian), channel="telefoon",
           contacted_at=school_morning, reached=True, answer="Fijn.")  # fmt: skip
    do(cast, case, "close", school_morning, summary="Opgelost.")
    answer = browser_of(cast.guardian).post(f"/mijn/{case}/verklaring/", {"seen_version": "0", "account": "Ja."})
    assert answer.status_code in {200, 302, 422}
