"""Staff matters: a room of their own, a door to open a case, and who sees what there (personeel-8)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client

from keyzer.cases import queries
from keyzer.cases.models import Case
from keyzer.incidents.models import Incident
from keyzer.kit.ids import new_id
from keyzer.people.actions import enter
from keyzer.people.models import School
from keyzer.people.roster import NewRole, Roster
from keyzer.protocol import Role
from tests.cast import NOW, SINCE, Cast, browser_of
from tests.rooms.cases.world import open_case

SignIn = Callable[[UUID], Client]
DOOR = "/zaken/personeel/openen/"
ROOM = "/zaken/personeel/"
TOLD = "Koolmees plaatste een roosterfoto met namen van leerlingen"


def said(person: UUID, **more: object) -> dict[str, object]:
    """What the form sends."""
    return {"incident": str(new_id()), "person": str(person), "told": TOLD, "place": "online", **more}


def begin(by: UUID, person: UUID, sought: str = "de Vries", **more: object) -> tuple[int, str]:
    """The door, used as a browser does; answers the status and where it leads."""
    answer = browser_of(by).post(f"{DOOR}?q={sought}", said(person, **more))
    return answer.status_code, answer.headers.get("Location", "")


def subjects(cast: Cast, who: UUID) -> set[UUID]:
    """About whom this person finds cases."""
    return {row.subject_id for row in queries.visible_to(cast.viewer(who))}


@pytest.mark.article("personeel-8")
@pytest.mark.parametrize("who", ["teamleider", "director", "hr", "board"])
def test_a_case_about_a_colleague_begins_in_one_step(cast: Cast, school_morning: datetime, who: str) -> None:
    status, location = begin(getattr(cast, who), cast.teacher, sought="teacher", conduct=["vertrouwelijk-publiceren"])
    assert status == 302
    case = Case.objects.get()
    assert location == f"/zaken/{case.id}/"
    assert (case.subject_id, case.lane, case.handler_id) == (cast.teacher, "personeel", cast.teamleider)
    assert TOLD in browser_of(getattr(cast, who)).get(f"/incidenten/{case.incident_id}/").content.decode()


@pytest.mark.parametrize("settings", [{}, {"works_council_consent": "2026-12-01"}])
def test_without_the_consent_of_the_works_council_nothing_is_opened(
    cast: Cast, school_morning: datetime, settings: dict[str, str]
) -> None:
    School.objects.update(settings=settings)
    assert begin(cast.hr, cast.teacher, sought="teacher")[0] == 422
    assert not Incident.objects.exists()


def test_who_may_fill_in_the_consent_is_led_there(cast: Cast, school_morning: datetime) -> None:
    School.objects.update(settings={})
    for who, leads in (("hr", True), ("teamleider", False)):
        page = browser_of(getattr(cast, who)).get(DOOR).content.decode()
        assert ("/instellingen/instemming/" in page) is leads
        assert "<textarea" not in page


@pytest.mark.parametrize(
    ("who", "whom", "status"),
    [
        ("teamleider", "teacher", 302),
        ("teamleider", "safety", 422),
        ("teamleider", "teamleider", 422),
        ("director", "teamleider", 302),
        ("director", "safety", 302),
        ("hr", "director", 302),
        ("hr", "hr", 422),
        ("director", "subject", 422),
        ("director", "guardian", 422),
    ],
)
def test_a_manager_opens_about_the_own_people_and_nobody_about_oneself(
    cast: Cast, school_morning: datetime, who: str, whom: str, status: int
) -> None:
    names = {"subject": "Daan", "guardian": "Marja"}
    found = begin(getattr(cast, who), getattr(cast, whom), sought=names.get(whom, whom))
    assert found[0] == status


@pytest.mark.parametrize("role", [Role.STAGIAIR, Role.VRIJWILLIGER])
def test_interns_and_volunteers_are_bound_too(cast: Cast, school_morning: datetime, role: Role) -> None:
    enter(Roster(roles=(NewRole(cast.stranger, role, SINCE),)), by=None, at=NOW)
    assert begin(cast.director, cast.stranger, sought="stranger")[0] == 302


def test_sent_twice_is_one_case(cast: Cast, school_morning: datetime) -> None:
    form, browser = said(cast.teacher), browser_of(cast.hr)
    places = {browser.post(f"{DOOR}?q=teacher", form).headers["Location"] for _ in range(2)}
    assert len(places) == 1
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"told": ""},
        {"person": "geen"},
        {"incident": "geen"},
        {"place": "maan"},
        {"conduct": ["verzonnen"]},
        {"happened_on": str((NOW + timedelta(days=3)).date())},
    ],
)
def test_what_can_not_be_is_said_and_what_was_typed_stays(
    cast: Cast, school_morning: datetime, wrong: dict[str, object]
) -> None:
    answer = browser_of(cast.hr).post(f"{DOOR}?q=teacher", {**said(cast.teacher), **wrong})
    assert answer.status_code == 422
    assert (TOLD in answer.content.decode()) is ("told" not in wrong)
    assert not Incident.objects.exists()


def test_the_id_of_something_else_opens_nothing(cast: Cast, school_morning: datetime) -> None:
    other = queries.incident_of(open_case(cast, school_morning))
    answer = browser_of(cast.hr).post(f"{DOOR}?q=teacher", said(cast.teacher, incident=str(other)))
    assert answer.status_code == 404
    assert Case.objects.count() == 1


def test_each_lane_has_its_own_list(cast: Cast, school_morning: datetime) -> None:
    pupil = open_case(cast, school_morning)
    begin(cast.director, cast.teacher, sought="teacher")
    staff = Case.objects.get(lane="personeel")
    for path, mine, other in (("/zaken/", pupil, staff.id), (ROOM, staff.id, pupil)):
        page = browser_of(cast.director).get(path).content.decode()
        assert str(mine) in page
        assert str(other) not in page
    incidents = browser_of(cast.director).get("/incidenten/").content.decode()
    assert str(staff.incident_id) not in incidents
    assert str(staff.incident_id) in browser_of(cast.director).get(ROOM).content.decode()


def test_closed_cases_and_empty_lists_have_their_words(cast: Cast, school_morning: datetime) -> None:
    for query in ("", "?toon=gesloten", f"?toon=open&ouder={uuid4()}", "?ouder=x"):
        assert browser_of(cast.hr).get(f"{ROOM}{query}").status_code == 200


@pytest.mark.article("personeel-8")
def test_a_line_manager_sees_what_that_manager_handles_and_hr_and_the_director_all(
    cast: Cast, school_morning: datetime
) -> None:
    begin(cast.director, cast.teacher, sought="teacher")
    begin(cast.director, cast.hr, sought="hr")
    begin(cast.hr, cast.teamleider, sought="teamleider")
    assert subjects(cast, cast.teamleider) == {cast.teacher}
    assert subjects(cast, cast.hr) == {cast.teacher, cast.teamleider}
    assert subjects(cast, cast.director) == {cast.teacher, cast.hr, cast.teamleider}
    assert subjects(cast, cast.board) == {cast.teacher, cast.hr, cast.teamleider}
    for who in ("coordinator", "safety", "mentor", "charlie", "fg", "beheerder", "vertrouwenspersoon", "teacher"):
        assert subjects(cast, getattr(cast, who)) == set(), who


def test_what_a_line_manager_owes_stands_on_the_desk_of_that_manager_and_of_no_other(
    cast: Cast, school_morning: datetime
) -> None:
    enter(Roster(roles=(NewRole(cast.charlie, Role.TEAMLEIDER, SINCE),)), by=None, at=NOW)
    begin(cast.director, cast.teacher, sought="teacher")
    case = Case.objects.get().id
    assert {duty.case for duty in queries.duties_for(cast.viewer(cast.teamleider), 20)} == {case}
    assert queries.duties_for(cast.viewer(cast.charlie), 20) == []
    assert str(case) in browser_of(cast.teamleider).get("/").content.decode()
    assert str(case) not in browser_of(cast.charlie).get("/").content.decode()
    assert browser_of(cast.charlie).get(f"/zaken/{case}/").status_code == 404


def test_hr_has_no_part_in_cases_about_pupils(cast: Cast, school_morning: datetime) -> None:
    case = open_case(cast, school_morning)
    assert browser_of(cast.hr).get(f"/zaken/{case}/").status_code == 404
    assert str(case) not in browser_of(cast.hr).get("/").content.decode()


def test_a_case_takes_over_what_the_school_filled_in_since(cast: Cast, school_morning: datetime) -> None:
    begin(cast.director, cast.teacher, sought="teacher")
    case = Case.objects.get().id
    filled = {"works_council_consent": "2026-09-01", "defence_days": 14, "agreement_source": "cao, artikel 1"}
    School.objects.update(settings=filled)
    page = browser_of(cast.hr).get(f"/zaken/{case}/adopt-settings/").content.decode()
    assert 'name="defence_days" value="14"' in page
    assert 'value="cao, artikel 1"' in page
