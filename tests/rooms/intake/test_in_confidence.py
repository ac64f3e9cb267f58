"""In confidence: a name under a seal, which only who handles it can break, with a reason, and the reporter is told."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from keyzer.intake import actions, queries
from keyzer.intake.models import Report
from keyzer.ledger.models import Access, Event
from keyzer.post.models import Outgoing
from tests.cast import NOW, Cast
from tests.rooms.intake.conftest import Telling

SignIn = Callable[[UUID], Client]
SEALED = {"way": "in-vertrouwen"}
REASON = "Zonder naam kan ik haar niet veilig helpen."


@pytest.fixture
def report(cast: Cast, told: Telling) -> UUID:
    """What Lena reported in confidence, and then asked on."""
    report = told(cast.reporter, **SEALED)
    actions.ask(report, "Komt er al iets van?", seen=1, by=None, at=NOW)
    return report


@pytest.mark.article("reikwijdte-4d")
@pytest.mark.article("leerlingen-8")
def test_who_handles_it_does_not_see_the_name(cast: Cast, sign_in: SignIn, report: UUID) -> None:
    browser = sign_in(cast.coordinator)
    for url in ("/", "/melden/ontvangen/", f"/melden/{report}/", f"/melden/{report}/incident/"):
        words = browser.get(url).content.decode()
        assert "Lena" not in words, url
        assert str(cast.reporter) not in words, url
    assert "Iemand in vertrouwen" in browser.get("/melden/ontvangen/").content.decode()


def test_no_table_and_no_trace_points_to_who_reported(cast: Cast, sign_in: SignIn, report: UUID) -> None:
    own = sign_in(cast.reporter)
    assert own.get(f"/melden/{report}/").status_code == 200
    assert own.get(f"/melden/{report}/verstuurd/").status_code == 200
    assert [each.id for each in queries.own_reports(cast.viewer(cast.reporter))] == [report]
    assert Report.objects.get(id=report).reporter_id is None
    assert not Event.objects.filter(by=cast.reporter).exists()
    assert not Access.objects.filter(by=cast.reporter).exists()
    with connection.cursor() as cursor:
        for table in ("intake_report", "intake_seal", "intake_party", "ledger_event", "ledger_stream"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 -- names of our own tables
            held = repr([[bytes(one) if isinstance(one, memoryview) else one for one in row] for row in cursor])
            assert cast.reporter.hex not in held.replace("-", ""), table
            assert repr(cast.reporter.bytes)[2:-1] not in held, table


def test_two_reports_of_one_person_look_unrelated(cast: Cast, told: Telling) -> None:
    one, other = told(cast.reporter, **SEALED), told(cast.reporter, **SEALED)
    assert queries.pointer(one, cast.reporter) != queries.pointer(other, cast.reporter)
    assert queries.reported_by(cast.reporter) == {one, other}
    assert queries.reported_by(cast.subject) == frozenset()


@pytest.mark.article("leerlingen-8")
def test_breaking_the_seal_takes_a_reason_and_is_told_at_once(cast: Cast, sign_in: SignIn, report: UUID) -> None:
    browser, own = sign_in(cast.coordinator), sign_in(cast.reporter)
    page = browser.get(f"/melden/{report}/zegel/")
    assert page.status_code == 200
    seen = page.context["form"]["seen"].value()
    assert browser.post(f"/melden/{report}/zegel/", {"seen": seen, "reason": ""}).status_code == 422
    assert "Lena" not in browser.get(f"/melden/{report}/").content.decode()
    browser.post(f"/melden/{report}/zegel/", {"seen": seen, "reason": REASON})
    assert "Lena Visser" in browser.get(f"/melden/{report}/").content.decode()
    words = own.get(f"/melden/{report}/").content.decode()
    assert REASON in words
    assert "Karin Dekker heeft naar de naam gekeken" in words
    assert not Outgoing.objects.filter(to_id=cast.reporter).exists()


def test_who_asked_for_it_gets_mail_when_the_seal_is_broken_and_for_nothing_else(cast: Cast, told: Telling) -> None:
    report = told(cast.reporter, by_mail="on", **SEALED)
    actions.answer(report, "Dank je wel.", seen=1, by=cast.coordinator, at=NOW)
    assert not Outgoing.objects.filter(to_id=cast.reporter).exists()
    actions.break_seal(report, REASON, by=cast.coordinator, at=NOW)
    [mail] = Outgoing.objects.filter(to_id=cast.reporter)
    assert str(report) not in mail.path


def test_nobody_else_breaks_it_or_sees_the_name_when_it_is_broken(cast: Cast, sign_in: SignIn, report: UUID) -> None:
    leader = sign_in(cast.teamleider)
    assert leader.get(f"/melden/{report}/").status_code == 200
    assert leader.post(f"/melden/{report}/zegel/", {"seen": 2, "reason": REASON}).status_code == 404
    with pytest.raises(actions.NotPossible):
        actions.break_seal(report, REASON, by=cast.teamleider, at=NOW)
    actions.break_seal(report, REASON, by=cast.coordinator, at=NOW)
    assert "Lena" not in leader.get(f"/melden/{report}/").content.decode()


def test_the_name_does_not_travel_into_an_incident(cast: Cast, sign_in: SignIn, report: UUID) -> None:
    actions.break_seal(report, REASON, by=cast.coordinator, at=NOW)
    browser = sign_in(cast.coordinator)
    assert browser.get(f"/melden/{report}/incident/").context["persons"].persons() == []


@pytest.mark.article("personeel-1")
def test_it_goes_around_a_colleague_who_reported_it_under_a_seal(cast: Cast, told: Telling) -> None:
    report = told(cast.teacher, **SEALED)
    assert queries.handler_of(report) == cast.teamleider
    actions.step_aside(report, by=cast.teamleider, at=NOW)
    assert queries.handler_of(report) not in {cast.teacher, cast.teamleider}


def test_of_a_guardian_the_child_is_left_out_and_it_is_said_that_it_is_about_one(
    cast: Cast, sign_in: SignIn, told: Telling
) -> None:
    report = told(cast.reporters_guardian, child=str(cast.reporter), **SEALED)
    words = sign_in(cast.coordinator).get(f"/melden/{report}/").content.decode()
    assert "Het is mijn kind overkomen" in words
    assert "Lena" not in words
    assert queries.handler_of(report) == cast.coordinator
    assert queries.told_in(report).child is None


def test_sent_twice_it_is_one_report(cast: Cast, told: Telling) -> None:
    sending = "0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f"
    assert told(cast.reporter, sending=sending, **SEALED) == told(cast.reporter, sending=sending, **SEALED)
