"""Who gets a report, who may open it, and that its words lie nowhere in the clear."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from keyzer import protocol
from keyzer.intake import actions, queries
from keyzer.intake.events import About, IntakeLane, Named, Told
from keyzer.intake.models import Report
from keyzer.kit.ids import new_id
from keyzer.ledger import queries as ledger
from keyzer.people.queries import NobodyLeft
from keyzer.protocol import Part
from tests.cast import Cast
from tests.rooms.intake.conftest import NAMED, STORY, Telling

SignIn = Callable[[UUID], Client]

OTHERS = [
    "subject",
    "affected",
    "bystander",
    "guardian",
    "reporters_guardian",
    "other_coordinator",
    "mentor",
    "teacher",
    "zorgcoordinator",
    "director",
    "board",
    "hr",
    "fg",
    "beheerder",
    "vertrouwenspersoon",
    "charlie",
]


def handler(cast: Cast, by: UUID, report: UUID) -> UUID:
    found = queries.page(cast.viewer(by), report)
    assert found is not None
    return found.handler.id


@pytest.mark.parametrize("lane", ["melding", "twijfel"])
@pytest.mark.parametrize("who", OTHERS)
def test_for_everybody_else_it_does_not_exist_and_the_question_is_recorded(
    cast: Cast, sign_in: SignIn, told: Telling, who: str, lane: str
) -> None:
    report = told(cast.reporter, lane)
    person: UUID = getattr(cast, who)
    browser = sign_in(person)
    assert browser.get(f"/melden/{report}/").status_code == 404
    assert browser.get(f"/melden/{report}/verstuurd/").status_code == 404
    assert browser.post(f"/melden/{report}/zeg/", {"seen": 1, "words": "Hoi"}).status_code == 404
    assert browser.post(f"/melden/{report}/overdragen/").status_code == 404
    assert browser.get(f"/melden/{report}/incident/").status_code == 404
    traces = [trace for trace in ledger.access_to("report", str(report)) if trace.by == person]
    assert len(traces) >= 3
    assert {trace.outcome for trace in traces} == {"refused"}
    assert queries.own_reports(cast.viewer(person)) == []
    assert queries.handled_by(cast.viewer(person)) == []
    assert queries.waiting_for(cast.viewer(person), 10) == []


def test_the_manager_of_the_year_sees_reports_and_answers_but_no_doubts(
    cast: Cast, sign_in: SignIn, told: Telling
) -> None:
    report, doubt = told(cast.reporter), told(cast.reporter, "twijfel")
    manager = sign_in(cast.teamleider)
    page = manager.get(f"/melden/{report}/")
    assert page.status_code == 200
    assert manager.get(f"/melden/{doubt}/").status_code == 404
    assert manager.get(f"/melden/{report}/incident/").status_code == 404
    assert manager.post(f"/melden/{report}/overdragen/").status_code == 404
    manager.post(f"/melden/{report}/zeg/", {"seen": page.context["found"].version, "words": "Ik pak dit op."})
    words = sign_in(cast.reporter).get(f"/melden/{report}/").content.decode()
    assert "Teamleider de Vries schreef" in words
    assert "heeft het gelezen" not in words


def test_the_filter_lets_through_exactly_what_the_protocol_does(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    told(cast.reporter)
    told(cast.third_year)
    told(cast.reporter, "twijfel")
    told(cast.teacher, person=[str(cast.teamleider), str(cast.coordinator)], part=["onderwerp", "getuige"])
    told(cast.teacher, person=[str(cast.coordinator)], part=["onderwerp"])
    sign_in(cast.coordinator).post(f"/melden/{told(cast.reporter)}/overdragen/")
    rows = list(Report.objects.all())
    assert len(rows) == 6
    for _name, person in cast.people():
        viewer = cast.viewer(person)
        expected = {row.id for row in rows if may_see(viewer, row)}
        assert set(queries.visible_to(viewer).values_list("id", flat=True)) == expected


def may_see(viewer: protocol.Viewer, row: Report) -> bool:
    """What the protocol says of a row."""
    told = protocol.Told(
        handler=str(row.handler_id),
        reporter=str(row.reporter_id),
        layer=row.layer,
        parties=frozenset(str(each) for each in row.parties.values_list("person_id", flat=True)),
    )
    judge = protocol.may_see_doubt if row.lane == IntakeLane.TWIJFEL else protocol.may_see_report
    return judge(viewer, told)


def test_who_handles_it_leaves_a_trace(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    report = told(cast.reporter)
    sign_in(cast.coordinator).get(f"/melden/{report}/")
    assert [trace.outcome for trace in ledger.access_to("report", str(report))] == ["seen"]


@pytest.mark.article("leerlingen-8")
@pytest.mark.parametrize(
    ("by", "more", "gets_it"),
    [
        ("reporter", {}, "coordinator"),
        ("third_year", {}, "other_coordinator"),
        ("reporter", {"about_coordinator": "on"}, "other_coordinator"),
        ("reporters_guardian", {}, "coordinator"),
        ("teacher", {}, "teamleider"),
        ("teacher", {"about_coordinator": "on"}, "director"),
        ("coordinator", {}, "teamleider"),
    ],
)
def test_it_goes_to_the_right_person(cast: Cast, told: Telling, by: str, more: dict[str, str], gets_it: str) -> None:
    reporter: UUID = getattr(cast, by)
    if by == "reporters_guardian":
        more = {"child": str(cast.reporter)}
    assert handler(cast, reporter, told(reporter, **more)) == getattr(cast, gets_it)


def test_a_doubt_about_the_coordinator_goes_to_another(cast: Cast, told: Telling) -> None:
    assert (
        handler(cast, cast.reporter, told(cast.reporter, "twijfel", about_coordinator="on")) == cast.other_coordinator
    )


def test_nobody_whom_staff_name_handles_it(cast: Cast, told: Telling) -> None:
    report = told(cast.teacher, person=[str(cast.teamleider), str(cast.subject)], part=["onderwerp", "getuige"])
    assert handler(cast, cast.teacher, report) == cast.director
    found = queries.page(cast.viewer(cast.teacher), report)
    assert found is not None
    assert found.told.persons == (
        Named(person=cast.teamleider, part=Part.ONDERWERP),
        Named(person=cast.subject, part=Part.GETUIGE),
    )


def test_staff_are_asked_about_their_manager(cast: Cast, sign_in: SignIn, school_morning: datetime) -> None:
    asked = "Het gaat over mijn leidinggevende"
    assert asked in sign_in(cast.teacher).get("/melden/nieuw/twijfel/").content.decode()
    assert asked not in sign_in(cast.reporter).get("/melden/nieuw/twijfel/").content.decode()


def test_a_pupil_looks_nobody_up(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    fields = {"step": "1", "go": "search", "words": STORY, "about": "mijzelf", "search": "Daan"}
    page = sign_in(cast.reporter).post("/melden/nieuw/melding/", fields).content.decode()
    assert "Daan Bakker" not in page
    report = told(cast.reporter, person=[str(cast.subject)], part=["onderwerp"])
    found = queries.page(cast.viewer(cast.reporter), report)
    assert found is not None
    assert found.told.persons == ()


def test_staff_look_somebody_up_and_take_away_again(cast: Cast, sign_in: SignIn, school_morning: datetime) -> None:
    browser = sign_in(cast.teacher)
    fields = {"step": "1", "words": STORY, "about": "ander", "go": "next", "search": "Daan", "searched": ""}
    found = browser.post("/melden/nieuw/melding/", fields)
    assert [each.id for each in found.context["persons"].found] == [cast.subject]
    added = browser.post("/melden/nieuw/melding/", fields | {"go": f"add:{cast.subject}"})
    assert [each.person.id for each in added.context["persons"].picked] == [cast.subject]
    fields |= {"person": str(cast.subject), "part": "onderwerp", "searched": "Daan"}
    gone = browser.post("/melden/nieuw/melding/", fields | {"go": "remove:0"})
    assert gone.context["persons"].picked == []
    assert browser.post("/melden/nieuw/melding/", fields).context["now"].step == 2


def test_who_turns_out_to_be_party_hands_it_over_and_sees_it_no_more(
    cast: Cast, sign_in: SignIn, told: Telling
) -> None:
    report = told(cast.reporter)
    browser = sign_in(cast.coordinator)
    assert browser.post(f"/melden/{report}/overdragen/").status_code == 302
    assert browser.get(f"/melden/{report}/").status_code == 404
    assert handler(cast, cast.reporter, report) == cast.other_coordinator
    assert sign_in(cast.other_coordinator).get(f"/melden/{report}/").status_code == 200
    assert "Peter Vos" in sign_in(cast.reporter).get(f"/melden/{report}/").content.decode()
    sign_in(cast.other_coordinator).post(f"/melden/{report}/overdragen/")
    assert handler(cast, cast.reporter, report) == cast.director


def test_a_handler_who_gets_a_part_in_the_incident_loses_the_report_too(
    cast: Cast, sign_in: SignIn, told: Telling
) -> None:
    report = told(cast.reporter)
    browser = sign_in(cast.coordinator)
    sent = {
        "seen": browser.get(f"/melden/{report}/").context["found"].version,
        "told": STORY,
        "place": "online",
        "person": [str(cast.reporter), str(cast.coordinator)],
        "part": ["melder", "getuige"],
    }
    assert browser.post(f"/melden/{report}/incident/", sent).headers["Location"] == "/melden/ontvangen/"
    assert browser.get(f"/melden/{report}/").status_code == 404
    assert handler(cast, cast.reporter, report) == cast.other_coordinator


def test_when_everybody_is_party_the_report_is_not_lost_in_silence(cast: Cast) -> None:
    everybody = (cast.coordinator, cast.other_coordinator, cast.director, cast.board)
    told = Told(
        words=STORY, about=About.ANDER, persons=tuple(Named(person=each, part=Part.ONDERWERP) for each in everybody)
    )
    with pytest.raises(NobodyLeft):
        actions.tell(
            IntakeLane.MELDING,
            told,
            reporter=cast.viewer(cast.reporter),
            sending=new_id(),
            evidence=[],
            at=datetime.fromisoformat("2026-11-23T10:00:00+01:00"),
        )
    assert queries.own_reports(cast.viewer(cast.reporter)) == []


def test_no_word_of_a_report_lies_in_any_table_or_file_in_the_clear(
    cast: Cast, sign_in: SignIn, told: Telling, evidence_folder: Path
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415

    content = b"geheim woord in een bijlage\n" * 50
    report = told(
        cast.reporter, moment="tijdens gymnastiekles", evidence=SimpleUploadedFile("naamvanbijlage.txt", content)
    )
    seen = sign_in(cast.coordinator).get(f"/melden/{report}/").context["found"].version
    sign_in(cast.coordinator).post(f"/melden/{report}/zeg/", {"seen": seen, "words": "antwoordwoord"})
    secrets = [STORY, NAMED, "gymnastiekles", "naamvanbijlage", "geheim woord", "antwoordwoord"]
    lying = everything_in_the_database() + b"".join(path.read_bytes() for path in evidence_folder.iterdir())
    assert str(report).encode() in lying or report.hex.encode() in lying
    assert [secret for secret in secrets if secret.encode() in lying] == []


def everything_in_the_database() -> bytes:
    """Every value of every row, as bytes."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- the names are the database's own
            for row in cursor.fetchall():
                found += [bytes(each) if isinstance(each, bytes | memoryview) else str(each).encode() for each in row]
    return b"\n".join(found)


def test_lists_cost_the_same_whatever_their_length(
    cast: Cast, sign_in: SignIn, told: Telling, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(6):
        told(cast.reporter)
    coordinator, browser, own = cast.viewer(cast.coordinator), sign_in(cast.coordinator), sign_in(cast.reporter)
    with django_assert_max_num_queries(2):
        assert len(queries.waiting_for(coordinator, 50)) == 6
    with django_assert_max_num_queries(3):
        assert len(queries.handled_by(coordinator)) == 6
    with django_assert_max_num_queries(11):
        own.get("/melden/mijn/")
    with django_assert_max_num_queries(11):
        browser.get("/melden/ontvangen/")
    report = queries.handled_by(coordinator)[0].id
    browser.get(f"/melden/{report}/")
    with django_assert_max_num_queries(22):
        browser.get(f"/melden/{report}/")


def test_what_waits_is_found_by_its_index(
    cast: Cast, told: Telling, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    told(cast.reporter)
    coordinator = cast.viewer(cast.coordinator)
    with django_assert_max_num_queries(2) as asked:
        queries.waiting_for(coordinator, 50)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {asked.captured_queries[0]['sql']}")
            assert "report_waiting (handler_id=?" in str(cursor.fetchall())
