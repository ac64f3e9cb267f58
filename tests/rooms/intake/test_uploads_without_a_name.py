"""A large file without a name: by pieces, taken up again after a cut, within a budget, by who has the form alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Browser, Route
from pytest_django.live_server_helper import LiveServer

from keyzer.evidence import queries as evidence
from keyzer.evidence.models import Upload
from keyzer.intake import doorkeeping
from keyzer.intake.models import Report
from keyzer.ledger.files import FRAME
from tests.cast import NOW, Cast
from tests.journeys.frame import PHONE, Visitor
from tests.rooms.intake.samples import PNG
from tests.rooms.intake.test_without_a_name import BACK, fields, send

__all__ = ["evidence_folder"]
BEGIN = "/melden/versturen/zonder-naam/"
PICTURE = PNG + bytes(2 * FRAME)


@pytest.fixture(autouse=True)
def evidence_folder(cast: Cast, school_morning: object, settings: Any, tmp_path: Path) -> None:
    """A school in the morning, with a folder that is thrown away."""
    settings.KEYZER_EVIDENCE = tmp_path / "evidence"
    doorkeeping.MEGABYTES.forget()


def begin(browser: Client, said: dict[str, Any], size: int = len(PICTURE)) -> Any:
    ticket = {name: said[name] for name in ("sending", "ticket")}
    return browser.post(BEGIN, {**ticket, "name": "scherm.png", "size": size, "fingerprint": "f"})


def piece(browser: Client, where: str, start: int, end: int, key: object) -> Any:
    headers = {"Upload-Offset": str(start), "Upload-Key": str(key)}
    return browser.generic("PATCH", where, PICTURE[start:end], headers=headers)


def test_it_goes_on_after_a_cut_and_comes_in_with_the_report() -> None:
    browser, said = Client(REMOTE_ADDR="203.0.113.77"), fields()
    begun = begin(browser, said)
    where = begun.json()["address"]
    assert piece(browser, where, 0, FRAME + 9, said["sending"]).headers["Upload-Offset"] == str(FRAME)
    assert begin(browser, said).headers["Upload-Offset"] == str(FRAME)
    assert piece(browser, where, FRAME, len(PICTURE), said["sending"]).status_code == 204
    send(browser, sending=said["sending"], uploads=[begun.json()["upload"]])
    [item] = evidence.items_of([Report.objects.get().id])
    assert b"".join(evidence.original(item)) == PICTURE
    assert (item.name, item.by, Upload.objects.count(), len(browser.cookies)) == ("scherm.png", None, 0, 0)


def test_who_has_not_the_form_neither_begins_nor_goes_on() -> None:
    browser, said = Client(), fields()
    where = begin(browser, said).json()["address"]
    for key in ("", uuid4()):
        assert piece(browser, where, 0, FRAME, key).status_code == 404
    for wrong in ({**said, "sending": uuid4()}, {**said, "ticket": "verzonnen"}, {"sending": "x", "ticket": ""}):
        assert begin(browser, wrong).status_code == 404
    other = fields(uploads=[str(Upload.objects.get().id)])
    send(browser, **{name: other[name] for name in ("sending", "uploads")})
    assert evidence.items_of([Report.objects.get().id]) == []


def test_one_network_has_a_budget_and_a_cut_does_not_spend_it_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doorkeeping, "MEGABYTES", doorkeeping.MEGABYTES._replace(allowed=2))
    browser, said = Client(REMOTE_ADDR="203.0.113.77"), fields()
    assert [begin(browser, said).status_code for _again in range(5)] == [201] * 5
    assert begin(browser, fields()).status_code == 201
    refused = begin(browser, fields())
    assert (refused.status_code, Upload.objects.count()) == (422, 2)
    assert "te veel bestanden" in refused.json()["words"]
    assert begin(Client(REMOTE_ADDR="198.51.100.4"), fields()).status_code == 201


def test_with_the_receipt_it_goes_on_also_after_the_page_was_loaded_again() -> None:
    receipt, browser = send(), Client()
    page = browser.post(BACK, {"receipt": receipt})
    said = {name: page.context[name] for name in ("sending", "ticket")}
    begun = begin(browser, said)
    piece(browser, begun.json()["address"], 0, FRAME, said["sending"])
    again = browser.post(BACK, {"receipt": receipt}).context
    assert again["sending"] == said["sending"]
    piece(browser, begun.json()["address"], FRAME, len(PICTURE), again["sending"])
    sent = {"receipt": receipt, "go": "file", "sending": said["sending"], "uploads": [begun.json()["upload"]]}
    assert "scherm.png" in browser.post(BACK, sent).content.decode()
    [item] = evidence.items_of([Report.objects.get().id])
    assert b"".join(evidence.original(item)) == PICTURE
    assert not Upload.objects.exists()


def test_the_same_file_twice_is_told_and_kept_once() -> None:
    receipt, browser = send(evidence=[SimpleUploadedFile("a.png", PNG)]), Client()
    again = {"receipt": receipt, "go": "file", "evidence": [SimpleUploadedFile("b.png", PNG)]}
    assert "Dat bestand was er al" in browser.post(BACK, again).content.decode()
    assert len(evidence.items_of([Report.objects.get().id])) == 1


def test_what_came_in_is_not_lost_when_the_form_comes_back() -> None:
    browser, said = Client(), fields()
    begun = begin(browser, said)
    piece(browser, begun.json()["address"], 0, len(PICTURE), said["sending"])
    sent = {**said, "ticket": doorkeeping.ticket_for(said["sending"], NOW), "uploads": [begun.json()["upload"]]}
    held = browser.post("/melden/zonder-naam/melding/", sent)
    assert held.status_code == 429
    assert f'name="uploads" value="{begun.json()["upload"]}"' in held.content.decode()


@pytest.fixture
def somebody(chromium: Browser, live_server: LiveServer) -> Iterator[Visitor]:
    """Somebody on a telephone, without an account."""
    context = chromium.new_context(viewport=PHONE, locale="nl-NL")
    yield Visitor(context, live_server.url)
    context.close()


def test_a_telephone_goes_on_after_the_line_was_cut(somebody: Visitor, tmp_path: Path) -> None:
    film, cut = tmp_path / "film.mp4", list[str]()
    film.write_bytes(b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00" + bytes(3 * 1024 * 1024))

    def cuts_once(route: Route) -> None:
        if route.request.method == "PATCH" and route.request.headers["upload-offset"] != "0" and not cut:
            cut.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    somebody.page.route(f"**{BEGIN}**", cuts_once)
    somebody.opens("/melden/zonder-naam/twijfel/")
    somebody.fills_in({"Waar gaat de twijfel over?": "Mag dit filmpje?"})
    somebody.page.get_by_label("In welk leerjaar speelt het?").select_option("2")
    somebody.taps("Verder")
    somebody.page.set_input_files("#id_evidence", film)
    somebody.page.get_by_text("film.mp4: is binnen").wait_for()
    somebody.page.wait_for_function("document.querySelector('[name=proof]').value")
    somebody.taps("Verstuur mijn vraag")
    [item] = evidence.items_of([Report.objects.get().id])
    assert b"".join(evidence.original(item)) == film.read_bytes()
    assert (len(cut), somebody.context.cookies()) == (1, [])
