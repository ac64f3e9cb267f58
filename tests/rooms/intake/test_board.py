"""The way to the board alone, past everybody who is named (WVO 2020, 3.39)."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from django.test import Client

from keyzer import protocol
from keyzer.cases import queries as cases
from keyzer.cases.actions import open_case
from keyzer.incidents import queries as incidents
from keyzer.incidents.actions import open_incident
from keyzer.intake import queries
from keyzer.intake.models import Report
from keyzer.ledger import queries as ledger
from keyzer.people.actions import enter
from keyzer.people.models import Person, RoleHeld, School
from keyzer.people.roster import NewRole, Roster
from keyzer.post.models import Outgoing
from keyzer.protocol import Part, Role
from tests.cast import NOW, SINCE, Cast, browser_of

SignIn = Callable[[UUID], Client]
ADDRESS = "/melden/bestuur/"
NOT_YET = "nog niet</span>"
STORY = "Een leerling liet berichten zien die niet door de beugel kunnen"
EVERYBODY_ELSE = (
    "coordinator other_coordinator mentor teamleider zorgcoordinator safety director hr fg beheerder "
    "vertrouwenspersoon charlie affected guardian"
)


def told(*persons: UUID, **more: object) -> dict[str, object]:
    """What the form sends."""
    return {"sending": str(uuid4()), "words": STORY, "person": [str(one) for one in persons], "go": "send", **more}


def tell(by: UUID, *persons: UUID, **more: object) -> UUID:
    """A report to the board, sent as a browser sends it."""
    answer = browser_of(by).post(ADDRESS, told(*persons, **more))
    assert answer.status_code == 302, answer.content.decode()
    return UUID(answer.headers["Location"].split("/")[3])


def page_of(cast: Cast, report: UUID, by: UUID | None = None) -> queries.ReportPage:
    found = queries.page(cast.viewer(by or cast.teacher), report)
    assert found is not None
    return found


def case_of(cast: Cast, report: UUID) -> cases.CaseFile:
    incident = page_of(cast, report).incident
    assert incident is not None
    case = next(one.case for one in incidents.persons_of(incident) if one.case)
    file = cases.case_for(cast.viewer(cast.board), case)
    assert file is not None
    return file


def give(person: UUID, role: Role) -> None:
    enter(Roster(roles=(NewRole(person, role, SINCE),)), by=None, at=NOW)


def reads(browser: Client, path: str) -> str:
    return browser.get(path, headers={"Accept-Language": "nl"}).content.decode()


@pytest.mark.article("personeel-9")
def test_it_becomes_a_sealed_case_of_the_board_in_one_go(cast: Cast, school_morning: datetime) -> None:
    report = tell(cast.teacher, cast.mentor, cast.affected)
    file = case_of(cast, report)
    assert (file.state.subject, file.state.handler, file.state.sealed) == (str(cast.mentor), str(cast.board), True)
    assert file.state.task_offence[0].account == STORY
    assert protocol.Party(person=str(cast.affected), part=Part.BETROKKENE) in file.state.parties
    owed = {duty.id for duty in protocol.open_duties(file.edition, file.state, school_morning)}
    assert {"task:consult", "task:judge"} <= owed


def test_it_does_not_wait_for_the_works_council(cast: Cast, school_morning: datetime) -> None:
    School.objects.update(settings={})
    assert case_of(cast, tell(cast.teacher, cast.mentor)).state.sealed


@pytest.mark.parametrize("who", EVERYBODY_ELSE.split())
def test_nobody_but_the_board_and_who_told_it_finds_anything(cast: Cast, school_morning: datetime, who: str) -> None:
    report = tell(cast.teacher, cast.mentor, cast.affected)
    incident, case = page_of(cast, report).incident, case_of(cast, report).id
    browser = browser_of(getattr(cast, who))
    for path in (f"/melden/{report}/", f"{ADDRESS}{report}/", f"/incidenten/{incident}/", f"/zaken/{case}/",
                 f"/zaken/{case}/judge-suspicion/"):  # fmt: skip
        assert browser.get(path).status_code == 404, path
    for path in ("/", "/zaken/", "/zaken/personeel/", "/incidenten/", "/melden/ontvangen/", f"/dossier/{cast.mentor}/"):
        content = browser.get(path).content.decode()
        assert not [one for one in (STORY, str(report), str(incident), str(case)) if one in content], path


def test_a_member_of_the_board_who_is_named_is_passed_by(cast: Cast, school_morning: datetime) -> None:
    give(cast.safety, Role.BESTUUR)
    report = tell(cast.teacher, cast.board)
    found = page_of(cast, report)
    assert found.handler.id == cast.safety
    assert browser_of(cast.board).get(f"/incidenten/{found.incident}/").status_code == 404
    assert browser_of(cast.safety).get(f"/incidenten/{found.incident}/").status_code == 200


def test_when_the_board_has_nobody_left_the_words_stay_and_somebody_can_be_called(
    cast: Cast, school_morning: datetime
) -> None:
    before = ledger.position()
    answer = browser_of(cast.teacher).post(ADDRESS, told(cast.board), headers={"Accept-Language": "nl"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert STORY in page
    assert str(cast.board) in page
    assert "0900-111 3 111" in page
    assert ledger.position() == before
    assert not Report.objects.exists()


def test_who_it_is_may_be_unknown_and_then_the_board_finds_out(cast: Cast, school_morning: datetime) -> None:
    report = tell(cast.teacher, unknown="on")
    incident = page_of(cast, report).incident
    assert incident is not None
    board = browser_of(cast.board)
    assert STORY in board.get(f"/incidenten/{incident}/").content.decode()
    assert browser_of(cast.director).get(f"/incidenten/{incident}/").status_code == 404
    said = {"seen_version": incidents.version(incident), "person": str(cast.mentor), "part": "onderwerp"}
    assert board.post(f"/zaken/gebeurtenis/{incident}/persoon/", said).status_code == 302
    assert incidents.handler_of(incident) == cast.board
    assert board.post(f"/zaken/openen/{incident}/{cast.mentor}/").status_code == 302
    assert case_of(cast, report).state.task_offence


def test_a_board_member_who_turns_out_to_take_part_leaves_it_to_another(cast: Cast, school_morning: datetime) -> None:
    give(cast.safety, Role.BESTUUR)
    report = tell(cast.teacher, cast.mentor)
    incident, first = page_of(cast, report).incident, page_of(cast, report).handler.id
    assert incident is not None
    second = cast.safety if first == cast.board else cast.board
    said = {"seen_version": incidents.version(incident), "person": str(first), "part": "getuige"}
    assert browser_of(first).post(f"/zaken/gebeurtenis/{incident}/persoon/", said).status_code == 302
    assert incidents.handler_of(incident) == second
    file = cases.case_for(cast.viewer(second), next(one.case for one in incidents.persons_of(incident) if one.case))
    assert file is not None
    assert file.state.handler == str(second)
    assert browser_of(first).get(f"/zaken/{file.id}/").status_code == 404


def test_a_report_to_the_board_is_not_handed_to_a_coordinator(cast: Cast, school_morning: datetime) -> None:
    report = tell(cast.teacher, cast.mentor)
    browser_of(cast.board).post(f"/melden/{report}/overdragen/")
    assert queries.handler_of(report) == cast.board


@pytest.mark.parametrize("where", ["incident", "case"])
def test_who_told_it_sees_that_the_board_read_it(cast: Cast, school_morning: datetime, where: str) -> None:
    report = tell(cast.teacher, cast.mentor)
    mine, found = browser_of(cast.teacher), page_of(cast, report)
    assert NOT_YET in reads(mine, f"{ADDRESS}{report}/")
    path = f"/incidenten/{found.incident}/" if where == "incident" else f"/zaken/{case_of(cast, report).id}/"
    browser_of(cast.board).get(path)
    assert NOT_YET not in reads(mine, f"{ADDRESS}{report}/")
    assert "Het bestuur heeft het gelezen" in reads(mine, f"/melden/{report}/")


def test_the_board_hears_by_mail_that_something_waits_and_not_what(cast: Cast, school_morning: datetime) -> None:
    Person.objects.filter(id=cast.board).update(email="bestuur@dekeyzer.example")
    report = tell(cast.teacher, cast.mentor)
    (mail,) = Outgoing.objects.all()
    incident = page_of(cast, report).incident
    assert (mail.to_id, mail.kind, mail.path) == (cast.board, "board-urgent", f"/incidenten/{incident}/")
    assert mail.queued_by_id is None


def test_sent_twice_is_told_once(cast: Cast, school_morning: datetime) -> None:
    said = told(cast.mentor)
    browser = browser_of(cast.teacher)
    first, second = (browser.post(ADDRESS, said).headers["Location"] for _ in range(2))
    assert first == second
    assert Report.objects.count() == 1


def test_no_file_comes_with_it(cast: Cast, school_morning: datetime) -> None:
    report = tell(cast.teacher, cast.mentor)
    browser = browser_of(cast.teacher)
    assert 'type="file"' not in reads(browser, ADDRESS)
    assert 'type="file"' not in reads(browser, f"/melden/{report}/")
    assert browser.post(f"/melden/{report}/bewijs/").status_code == 404


@pytest.mark.parametrize("role", [Role.VRIJWILLIGER, Role.STAGIAIR, Role.ANDER])
def test_everybody_with_a_task_can_tell_and_can_be_named(cast: Cast, school_morning: datetime, role: Role) -> None:
    give(cast.stranger, role)
    browser = browser_of(cast.stranger)
    assert browser.get(ADDRESS).status_code == 200
    assert "Aan het bestuur vertellen" in reads(browser, "/melden/")
    found = reads_found(browser, "Visser")
    assert str(cast.reporter) not in found
    assert str(cast.teacher) in reads_found(browser, "teacher")
    assert str(cast.stranger) in reads_found(browser_of(cast.teacher), "stranger")
    assert page_of(cast, tell(cast.stranger, cast.mentor), cast.stranger).by_reporter


def reads_found(browser: Client, sought: str) -> str:
    return browser.post(ADDRESS, told(go="search", search=sought)).content.decode()


@pytest.mark.parametrize("who", ["subject", "guardian", "grown_up", "stranger"])
def test_pupils_and_guardians_have_the_ordinary_way(cast: Cast, school_morning: datetime, who: str) -> None:
    browser = browser_of(getattr(cast, who))
    assert browser.get(ADDRESS).status_code in {403, 404}
    assert ADDRESS not in browser.get("/melden/").content.decode()


def test_looking_up_adding_and_removing_keep_what_was_typed(cast: Cast, school_morning: datetime) -> None:
    browser = browser_of(cast.teacher)
    for go in ("search", f"add:{cast.mentor}", "remove:0"):
        page = browser.post(ADDRESS, told(cast.affected, go=go, search="mentor")).content.decode()
        assert STORY in page
        assert (f'value="{cast.affected}"' in page) is (go != "remove:0")
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("said", "person"),
    [({"words": ""}, "mentor"), ({}, "affected"), ({"sending": "x"}, "mentor"), ({}, "guardian"), ({}, "teacher")],
)
def test_what_is_missing_is_asked_for(cast: Cast, school_morning: datetime, said: dict[str, str], person: str) -> None:
    """A pupil alone, a guardian, or the teller is nobody with a task whom it can be about."""
    answer = browser_of(cast.teacher).post(ADDRESS, {**told(getattr(cast, person)), **said})
    assert answer.status_code == 422
    assert not Report.objects.exists()


def test_who_no_longer_works_here_tells_nothing(cast: Cast, school_morning: datetime) -> None:
    RoleHeld.objects.filter(person=cast.teacher).delete()
    assert browser_of(cast.teacher).post(ADDRESS, told(cast.mentor)).status_code == 403


@pytest.fixture
def ordinary(cast: Cast, school_morning: datetime) -> UUID:
    """A case about a teacher that began in the ordinary way, with the line manager."""
    incident = open_incident(
        by=cast.director, at=school_morning, told=STORY, happened_on=None, place="", conduct=(), layer=None,
        report=None, persons=[(cast.teacher, Part.ONDERWERP)],
    )  # fmt: skip
    return open_case(incident, cast.teacher, by=cast.teamleider, at=school_morning)


def told_there(cast: Cast, case: UUID) -> int:
    answer = browser_of(cast.teamleider).post(
        f"/zaken/{case}/report-task-offence/", {"seen_version": cases.version(case), "account": STORY}
    )
    return answer.status_code


def test_a_case_that_turns_out_to_be_one_leaves_the_manager_for_the_board(cast: Cast, ordinary: UUID) -> None:
    assert told_there(cast, ordinary) == 302
    file = cases.case_for(cast.viewer(cast.board), ordinary)
    assert file is not None
    assert (file.state.sealed, file.state.handler) == (True, str(cast.board))
    assert browser_of(cast.teamleider).get(f"/zaken/{ordinary}/").status_code == 404
    owed = {duty.id for duty in protocol.open_duties(file.edition, file.state, NOW) if duty.owed_by_person is None}
    assert owed <= {duty.duty for duty in cases.duties_for(cast.viewer(cast.board), 40)}
    assert cases.duties_for(cast.viewer(cast.teamleider), 40) == []


def test_without_anybody_of_the_board_it_says_so_and_stays_open(cast: Cast, ordinary: UUID) -> None:
    RoleHeld.objects.filter(person=cast.board).delete()
    assert told_there(cast, ordinary) == 422
    assert cases.case_for(cast.viewer(cast.teamleider), ordinary) is not None
