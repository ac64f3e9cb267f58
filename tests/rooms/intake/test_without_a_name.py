"""Without a name: no account, a receipt that is shown once, and a door that slows floods and tells nothing."""

import hashlib
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from keyzer.intake import actions, doorkeeping, queries, receipts
from keyzer.intake.models import Receipt, Report
from keyzer.ledger.models import Access, Event
from keyzer.people import actions as people
from keyzer.people.queries import settings_version
from tests.cast import NOW, Cast, browser_of
from tests.rooms.intake.conftest import STORY, report_fields
from tests.rooms.intake.samples import PNG

DOOR = "/melden/zonder-naam/melding/"
BACK = "/melden/ontvangst/"


@pytest.fixture(autouse=True)
def _a_school_in_the_morning(cast: Cast, school_morning: object) -> None:
    """Every test has the cast and its hour."""


def worked(ticket: str) -> str:
    """The work that a browser with scripts does."""
    return next(str(number) for number in range(10**7) if doorkeeping.has_worked(ticket, str(number)))


def fields(**more: Any) -> dict[str, Any]:
    """A report as the last step sends it, written for long enough."""
    said = report_fields(about="gezien", **more)
    issued = NOW - doorkeeping.WAIT
    return {"ticket": doorkeeping.ticket_for(said["sending"], issued), "proof": "", **said}


def send(browser: Client | None = None, **more: Any) -> str:
    """Report without a name; answers the receipt."""
    answer = (browser or Client()).post(DOOR, fields(**more))
    assert answer.status_code == 200, answer.content.decode()
    digits: str = answer.context["digits"]
    return digits


@pytest.mark.article("leerlingen-8")
def test_it_arrives_in_the_year_that_was_said_and_keeps_nothing_of_who_sent_it() -> None:
    browser = Client(REMOTE_ADDR="203.0.113.77", HTTP_USER_AGENT="Vogelspin/9")
    receipt = send(browser, layer="3")
    row = Report.objects.get()
    assert (row.layer, row.reporter_id, row.way) == (3, None, "zonder-naam")
    assert row.handler_id == Cast.other_coordinator
    assert not browser.cookies
    assert not Event.objects.filter(stream_id=row.id).exclude(by=None).exists()
    assert not Access.objects.exists()
    assert len(receipt) == 16
    assert bytes(Receipt.objects.get().lookup) != hashlib.sha256(receipt.encode()).digest()


def test_who_signed_in_is_a_stranger_at_this_door(cast: Cast) -> None:
    browser = browser_of(cast.reporter)
    page = browser.get(DOOR)
    assert "Lena" not in page.content.decode()
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    send(browser)
    assert queries.own_reports(cast.viewer(cast.reporter)) == []
    assert not Event.objects.filter(by=cast.reporter).exists()


@pytest.mark.article("leerlingen-8")
def test_the_number_opens_the_conversation_on_any_browser(cast: Cast) -> None:
    receipt = send(layer="2", evidence=[SimpleUploadedFile("chat.png", PNG)])
    report = Report.objects.get().id
    actions.mark_read(report, by=cast.coordinator, at=NOW)
    actions.answer(report, "Dank je wel dat je dit durft.", seen=1, by=cast.coordinator, at=NOW)
    page = Client().post(BACK, {"receipt": receipts.read_aloud(receipt)})
    words = page.content.decode()
    assert STORY in words
    assert "Dank je wel dat je dit durft." in words
    assert "heeft het gelezen" in words
    said = {"receipt": receipt, "seen": page.context["found"].version, "words": "Het gaat nog door.", "go": "say"}
    assert "Het gaat nog door." in Client().post(BACK, said).content.decode()
    assert browser_of(cast.coordinator).get(f"/melden/{report}/").content.decode().count("Het gaat nog door.") == 1
    file = page.context["found"].evidence[0].file
    got = Client().post(f"{BACK}{file}/", {"receipt": receipt})
    assert b"".join(got) == PNG
    assert Client().post(f"{BACK}{file}/", {"receipt": "1" * 16}).status_code == 422


def test_two_words_at_once_are_told(cast: Cast) -> None:
    receipt = send()
    report = Report.objects.get().id
    actions.answer(report, "Intussen geantwoord.", seen=1, by=cast.coordinator, at=NOW)
    answer = Client().post(BACK, {"receipt": receipt, "seen": 1, "words": "Nog iets.", "go": "say"})
    assert answer.status_code == 409
    assert "Nog iets." in answer.content.decode()


def test_a_doubt_without_a_name_becomes_a_report(cast: Cast) -> None:
    said = fields(step="1")
    receipt = Client().post("/melden/zonder-naam/twijfel/", said).context["digits"]
    assert Report.objects.get().lane == "twijfel"
    Client().post(BACK, {"receipt": receipt, "go": "report"})
    assert Report.objects.get().lane == "melding"


def test_sent_twice_it_is_one_report_with_one_number() -> None:
    said = fields()
    first, again = (Client().post(DOOR, said).context["digits"] for _time in range(2))
    assert first == again
    assert Report.objects.count() == 1


def test_too_soon_without_work_waits_and_keeps_the_words() -> None:
    said = report_fields(about="gezien")
    said["ticket"] = doorkeeping.ticket_for(said["sending"], NOW)
    browser = Client()
    answer = browser.post(DOOR, said)
    assert answer.status_code == 429
    assert STORY in answer.content.decode()
    said["proof"] = worked(said["ticket"])
    assert browser.post(DOOR, said).status_code == 200


@pytest.mark.parametrize("ticket", ["", "verzonnen", doorkeeping.SALT])
def test_a_ticket_that_is_not_ours_gets_a_new_one(ticket: str) -> None:
    said = report_fields(about="gezien", ticket=ticket, proof="1")
    answer = Client().post(DOOR, said)
    assert answer.status_code == 429
    renewed = answer.context["form"]["ticket"].value()
    assert doorkeeping.is_good(renewed, said["sending"], NOW)
    assert Report.objects.count() == 0


def test_a_ticket_is_good_for_one_sending() -> None:
    ticket = doorkeeping.ticket_for(uuid4(), NOW - doorkeeping.WAIT)
    assert Client().post(DOOR, report_fields(about="gezien", ticket=ticket, proof="")).status_code == 429


def test_the_school_can_close_the_door(cast: Cast) -> None:
    given = {"report_without_name": "nee", "leave_url": "https://www.knmi.nl/"}
    people.adopt_settings("melden", given, seen=settings_version(), by=cast.director, at=NOW)
    assert Client().get(DOOR).status_code == 404
    start = Client().get("/melden/").content.decode()
    assert "/melden/zonder-naam/" not in start
    assert 'href="https://www.knmi.nl/"' in start


def test_a_reporter_without_a_name_who_writes_about_the_coordinator_reaches_another(cast: Cast) -> None:
    send(layer="2", about_coordinator="on")
    row = Report.objects.get()
    assert row.handler_id == cast.other_coordinator
    assert queries.page(cast.viewer(cast.coordinator), row.id) is None
