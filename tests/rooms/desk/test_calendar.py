"""Deadlines in somebody's own agenda: behind a secret, without names, as any calendar program reads them."""

from datetime import datetime
from uuid import UUID

import pytest
from django.test import Client
from icalendar import Calendar

from keyzer.cases import queries as cases
from keyzer.cases.actions import open_case as open_case_about
from keyzer.desk import actions
from keyzer.desk.models import Calendar as Address
from keyzer.people.models import Person, RoleHeld
from tests.cast import NOW, Cast, browser_of
from tests.rooms.cases.world import do, open_case, open_incident
from tests.rooms.desk.conftest import Telling


@pytest.fixture
def case(cast: Cast, school_morning: datetime) -> UUID:
    return open_case(cast, NOW)


def address_for(person: UUID) -> str:
    return f"/agenda/{actions.make_calendar(person, at=NOW)}.ics"


def weigh(cast: Cast, case: UUID) -> None:
    do(cast, case, "weigh", NOW, utterance="licht", conduct="licht", consequence="licht", reason="Meteen gewist.")


def fetched(url: str) -> Calendar:
    answer = Client().get(url)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(answer.content)
    assert isinstance(calendar, Calendar)
    return calendar


def test_it_holds_every_duty_with_a_term(cast: Cast, case: UUID) -> None:
    events = fetched(address_for(cast.coordinator)).events
    duties = [duty for duty in cases.duties_for(cast.viewer(cast.coordinator), 50) if duty.due]
    assert len(events) == len(duties) > 3
    assert "Contact met een ouder" in {str(event["summary"]) for event in events}
    assert "De leerling horen" in {str(event["summary"]) for event in events}
    assert {str(event["url"]) for event in events} == {f"http://testserver/zaken/{case}/"}


def test_an_event_ends_when_the_duty_is_due_and_gives_a_signal(cast: Cast, case: UUID) -> None:
    (event,) = [one for one in fetched(address_for(cast.coordinator)).events if one["summary"] == "De leerling horen"]
    (duty,) = [one for one in cases.duties_for(cast.viewer(cast.coordinator), 50) if one.duty == "hear"]
    assert event.end == duty.due
    assert [str(part["action"]) for part in event.walk("VALARM")] == ["DISPLAY"]
    assert event.DTSTAMP == NOW


def test_nobody_is_named_in_it(cast: Cast, case: UUID, tell: Telling) -> None:
    tell(cast.reporter)
    content = Client().get(address_for(cast.coordinator)).content.decode()
    names = {part for person in Person.objects.all() for part in (person.given_name, person.family_name)}
    assert [name for name in names if name in content] == []
    assert [str(person) for _name, person in cast.people() if str(person) in content] == []


@pytest.mark.article("personeel-8")
def test_of_a_case_about_staff_it_is_not_even_said_what(cast: Cast, case: UUID) -> None:
    incident = open_incident(cast, NOW, subject=cast.teacher)
    about_teacher = open_case_about(incident, cast.teacher, by=cast.teamleider, at=NOW)
    events = fetched(address_for(cast.teamleider)).events
    said = {str(event["summary"]) for event in events if str(about_teacher) in str(event["url"])}
    assert said == {"Er wacht iets in Keyzer"}


def test_an_event_keeps_its_name_as_long_as_the_duty_waits(cast: Cast, case: UUID) -> None:
    url = address_for(cast.coordinator)
    before = {str(event["uid"]) for event in fetched(url).events}
    weigh(cast, case)
    after = {str(event["uid"]) for event in fetched(url).events}
    assert len(before - after) == 1
    assert after < before


def test_it_is_sent_again_only_when_something_changed(cast: Cast, case: UUID) -> None:
    url = address_for(cast.coordinator)
    mark = Client().get(url).headers["ETag"]
    assert Client().get(url, headers={"If-None-Match": mark}).status_code == 304
    weigh(cast, case)
    assert Client().get(url, headers={"If-None-Match": mark}).status_code == 200


def test_an_unknown_address_is_not_there(cast: Cast) -> None:
    assert Client().get("/agenda/geen-echt-geheim.ics").status_code == 404
    assert browser_of(cast.director).get("/agenda/geen-echt-geheim.ics").status_code == 404
    assert Client().post(address_for(cast.director)).status_code == 405


def test_who_works_here_no_more_has_no_calendar(cast: Cast, case: UUID) -> None:
    url = address_for(cast.coordinator)
    RoleHeld.objects.filter(person_id=cast.coordinator).delete()
    assert Client().get(url).status_code == 404


def test_the_address_is_shown_once_and_kept_as_a_digest(cast: Cast, school_morning: datetime) -> None:
    browser = browser_of(cast.coordinator)
    assert "Maak een adres" in browser.get("/agenda/").content.decode()
    page = browser.post("/agenda/").content.decode()
    url = page.split('value="http://testserver')[1].split('"')[0]
    assert Client().get(url).status_code == 200
    assert url not in browser.get("/agenda/").content.decode()
    assert url.removeprefix("/agenda/").removesuffix(".ics") not in str(Address.objects.values())


def test_a_new_address_ends_the_old_one_and_it_can_be_stopped(cast: Cast, school_morning: datetime) -> None:
    first = address_for(cast.coordinator)
    second = address_for(cast.coordinator)
    assert [Client().get(url).status_code for url in (first, second)] == [404, 200]
    stopped = browser_of(cast.coordinator).post("/agenda/stoppen/", follow=True)
    assert "werkt niet meer" in stopped.content.decode()
    assert Client().get(second).status_code == 404


def test_a_pupil_and_a_parent_have_no_agenda_here(cast: Cast) -> None:
    for person in (cast.subject, cast.guardian):
        assert browser_of(person).post("/agenda/").status_code == 404
    assert not Address.objects.exists()


def test_making_an_address_needs_the_forms_own_token(cast: Cast) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.cookies.update(browser_of(cast.coordinator).cookies)
    assert browser.post("/agenda/").status_code == 403
    assert browser.post("/agenda/stoppen/").status_code == 403
