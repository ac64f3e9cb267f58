"""A picture that nobody may look at and that came nevertheless: kept for the police, and opened by nobody."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from keyzer.evidence import actions as evidence_actions
from keyzer.evidence import queries as evidence
from keyzer.evidence.actions import NotLocked
from keyzer.evidence.events import HandedToPolice
from keyzer.incidents import actions as incident_actions
from keyzer.incidents import queries as incidents
from keyzer.intake import actions, doorkeeping, queries
from tests.cast import Cast
from tests.rooms.intake.conftest import Telling, report_fields
from tests.rooms.intake.samples import JPEG, PNG

SignIn = Callable[[UUID], Client]
IMAGES = ["seksueel-beeld-delen"]
LOCKED = "Het bestand is weggesloten"

pytestmark = pytest.mark.article("reikwijdte-4a")


def upload(content: bytes = JPEG, name: str = "strand.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def version_of(cast: Cast, report: UUID) -> int:
    page = queries.page(cast.viewer(cast.coordinator), report)
    assert page is not None
    return page.version


def in_incident(cast: Cast, report: UUID, at: datetime) -> UUID:
    draft = actions.IncidentDraft("Er gaat iets rond", None, "online", [], ["foto-doorsturen"])
    return actions.open_incident(report, draft, seen=version_of(cast, report), by=cast.coordinator, at=at)


def test_what_is_sent_nevertheless_is_kept_unseen_and_the_sender_is_told_kindly(
    cast: Cast, sign_in: SignIn, told: Telling
) -> None:
    report = told(cast.reporter, conduct=IMAGES, evidence=upload())
    [item] = evidence.items_of([report])
    assert item.is_quarantined
    sender, handler = sign_in(cast.reporter), sign_in(cast.coordinator)
    for address in (f"/melden/{report}/verstuurd/", f"/melden/{report}/"):
        page = sender.get(address).content.decode()
        assert LOCKED in page
        assert "strand.jpg" not in page
    assert sender.get(f"/melden/{report}/bestand/{item.id}/").status_code == 404
    sender.post(f"/melden/{report}/bewijs/", {"evidence": upload(PNG, "nog-een.png")})
    assert [one.is_quarantined for one in evidence.items_of([report])] == [True, True]

    page = handler.get(f"/melden/{report}/bewijs/{item.id}/").content.decode()
    assert "strand.jpg" not in page
    assert 'name="reason"' not in page
    handler.post(f"/melden/{report}/bewijs/{item.id}/", {"do": "open", "reason": "Ik wil het zien"})
    assert evidence.items_of([report])[0].openings == ()
    assert handler.get(f"/melden/{report}/bewijs/{item.id}/vaag/").status_code == 404


def test_without_a_name_it_is_kept_and_told_on_the_page_with_the_number(
    client: Client, cast: Cast, school_morning: datetime
) -> None:
    sending = "8b6cb6cf-0a0c-4b8e-9f4f-3a8f1c1d9d11"
    ticket = doorkeeping.ticket_for(UUID(sending), school_morning - timedelta(minutes=1))
    fields = report_fields(sending=sending, ticket=ticket, conduct=IMAGES, layer="2", evidence=upload())
    page = client.post("/melden/zonder-naam/melding/", fields).content.decode()
    assert LOCKED in page
    [row] = queries.handled_by(cast.viewer(cast.coordinator))
    assert [one.is_quarantined for one in evidence.items_of([row.id])] == [True]
    number = page.split('name="receipt" value="')[1][:16]
    back = client.post("/melden/ontvangst/", {"receipt": number, "go": "file", "evidence": upload(PNG, "b.png")})
    assert LOCKED in back.content.decode()
    assert [one.is_quarantined for one in evidence.items_of([row.id])] == [True, True]


def test_who_locks_a_file_away_must_say_what_it_may_be_before_an_incident_comes_of_it(
    cast: Cast, sign_in: SignIn, told: Telling
) -> None:
    report = told(cast.reporter, evidence=upload())
    [item] = evidence.items_of([report])
    handler = sign_in(cast.coordinator)
    answer = handler.post(f"/melden/{report}/bewijs/{item.id}/wegsluiten/")
    assert answer.headers["Location"] == f"/melden/{report}/incident/"
    found = queries.page(cast.viewer(cast.coordinator), report)
    assert found is not None
    assert found.is_about_images
    sent = {"seen": found.version, "told": "Een beeld gaat rond", "place": "online", "go": "save"}
    refused = handler.post(f"/melden/{report}/incident/", {**sent, "conduct": ["foto-doorsturen"]})
    assert refused.status_code == 422
    assert "Kies ook" in refused.content.decode()
    opened = handler.post(f"/melden/{report}/incident/", {**sent, "conduct": IMAGES})
    assert opened.status_code == 302
    assert LOCKED in sign_in(cast.reporter).get(f"/melden/{report}/").content.decode()


def test_a_picture_stays_shut_once_the_incident_may_be_about_sexual_pictures(
    cast: Cast, sign_in: SignIn, told: Telling, school_morning: datetime
) -> None:
    report = told(cast.reporter, evidence=upload())
    [item] = evidence.items_of([report])
    incident, address = in_incident(cast, report, school_morning), f"/melden/{report}/bewijs/{item.id}/"
    assert 'name="reason"' in sign_in(cast.coordinator).get(address).content.decode()
    seen = incidents.version(incident)
    incident_actions.cite(incident, IMAGES, seen=seen, by=cast.coordinator, at=school_morning)
    for place in (address, f"/incidenten/{incident}/bewijs/{item.id}/"):
        browser = sign_in(cast.coordinator)
        browser.post(place, {"do": "open", "reason": "Ik wil het zien"})
        assert 'name="reason"' not in browser.get(place).content.decode()
        assert browser.get(f"{place}vaag/").status_code == 404
    assert evidence.items_of([report])[0].openings == ()


def test_only_what_is_locked_away_is_handed_to_the_police(cast: Cast, told: Telling, school_morning: datetime) -> None:
    report = told(cast.reporter, evidence=upload())
    [item] = evidence.items_of([report])
    handed = HandedToPolice(number="PL0600-2026123", on=school_morning.date(), to="Team Zeden")
    with pytest.raises(NotLocked):
        evidence_actions.hand_to_police(item.id, handed, by=cast.director, at=school_morning)


def test_the_director_writes_down_that_the_police_have_it_and_opens_nothing(
    cast: Cast, sign_in: SignIn, told: Telling, school_morning: datetime
) -> None:
    report = told(cast.reporter, conduct=IMAGES, evidence=upload())
    [item] = evidence.items_of([report])
    incident = in_incident(cast, report, school_morning)
    director, address = sign_in(cast.director), f"/incidenten/{incident}/bewijs/{item.id}/politie/"
    assert "Een bestand dat is weggesloten" in director.get(f"/incidenten/{incident}/").content.decode()
    sent = {"do": "handed", "number": "PL0600-2026123", "to": "Team Zeden", "on": "2026-11-23"}
    assert director.post(address, {**sent, "on": "2026-11-24"}).status_code == 422
    assert director.post(address, sent).status_code == 302
    assert "PL0600-2026123" in director.get(address).content.decode()
    [handed] = evidence.items_of([report])[0].handed
    assert (handed.by, handed.told.to) == (cast.director, "Team Zeden")
    sign_in(cast.coordinator).post(address, {**sent, "number": "verzonnen"})
    assert len(evidence.items_of([report])[0].handed) == 1


def test_what_came_with_reports_of_the_same_is_opened_in_the_incident(
    cast: Cast, sign_in: SignIn, told: Telling, school_morning: datetime
) -> None:
    first = told(cast.reporter, evidence=upload())
    second = told(cast.bystander, evidence=upload(PNG, "scherm.png"))
    incident = in_incident(cast, first, school_morning)
    actions.join(second, first, "Hetzelfde", seen=version_of(cast, second), by=cast.coordinator, at=school_morning)
    director = sign_in(cast.director)
    page = director.get(f"/incidenten/{incident}/").content.decode()
    assert "strand.jpg" in page
    assert "scherm.png" in page
    [item] = evidence.items_of([second])
    address = f"/incidenten/{incident}/bewijs/{item.id}/"
    assert "/incidenten/bestand/" not in director.get(address).content.decode()
    director.post(address, {"do": "open", "reason": "Ik weeg de maatregel"})
    link = director.get(address).content.decode().split('href="/incidenten/bestand/')[1].split('"')[0]
    assert director.get(f"/incidenten/bestand/{link}").getvalue() == PNG
    assert sign_in(cast.charlie).get(address).status_code == 404
    locked = sign_in(cast.coordinator).post(f"{address}wegsluiten/")
    assert locked.headers["Location"] == f"/incidenten/{incident}/gedrag/"
    actions.bring_back(second, "Toch niet", seen=version_of(cast, second), by=cast.coordinator, at=school_morning)
    assert sign_in(cast.director).get(address).status_code == 404


def test_messages_that_are_pasted_come_in_as_a_conversation(cast: Cast, told: Telling) -> None:
    chat = "21-11-2026 20:02 - Daan Bakker: haha\n21-11-2026 20:03 - Lena Visser: haal weg\n"
    for conduct in (IMAGES, ["foto-doorsturen"]):
        [item] = evidence.items_of([told(cast.reporter, conduct=conduct, pasted=chat)])
        assert (item.name, item.media, item.is_quarantined) == ("Geplakte berichten.txt", "text/plain", False)
