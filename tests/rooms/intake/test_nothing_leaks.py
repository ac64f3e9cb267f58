"""The whole database and the whole disk, read as a thief would: no word, number or address of who reported so."""

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from keyzer.intake import actions, doorkeeping
from keyzer.intake.models import BudgetMark, Draft, Report
from keyzer.kit.logs import WithoutContent
from keyzer.post.actions import deliver
from tests.cast import NOW, Cast, browser_of
from tests.on_disk import files_of_the_database
from tests.rooms.intake.conftest import STORY, report_fields, report_id
from tests.rooms.post.conftest import Server, server

__all__ = ["server"]

ADDRESS, BROWSER, FILE = "203.0.113.214", "Vogelspin/9.1", "kornoelje-schermfoto.png"
MORE, ANSWER = "Waterlelie belde me op", "Boterbloem antwoordt"
REASON, SECRET = "Zonnedauw vreest", "Kamperfoelie zwijgt"
CHAT, HALF = "Sleutelbloem plakte dit", "Duizendblad breekt af"
DRAWN = "Wolfsmelk in de foto"
OF_PEOPLE = ("people_", "django_session")
"""Where a person's id is at home: the roster, and who is signed in now."""
PICTURES = (b"\xff\xd8\xff", b"\x89PNG")


def picture() -> bytes:
    """A real one, of which copies can be drawn, with words in it that a reader of the disk would find."""
    about, out = PngInfo(), BytesIO()
    about.add_text("Comment", DRAWN)
    Image.radial_gradient("L").save(out, "PNG", pnginfo=about)
    return out.getvalue()


def of_the_database() -> Iterator[tuple[str, bytes]]:
    """Every table, all its columns as bytes."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 -- names of our own tables
            cells = (cell for row in cursor.fetchall() for cell in row if cell is not None)
            yield table, b"\n".join(bytes(c) if isinstance(c, bytes | memoryview) else str(c).encode() for c in cells)


def of_the_disk(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file under the school's folder of evidence, with its name: what was sent, half sent, and drawn of it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return ((path.name, path.name.encode() + path.read_bytes()) for path in files)


def of_what_passes(logged: list[logging.LogRecord], server: Server) -> Iterator[tuple[str, bytes]]:
    """What sessions hold when they are read, mails that were sent, and every line of the log, also of no account."""
    yield from (("a session", repr(one.get_decoded()).encode()) for one in Session.objects.all())
    yield from (("a mail", one.as_bytes()) for one in server.arrived)
    yield from (("the log", WithoutContent().format(line).encode()) for line in logged)


def without_a_name() -> str:
    """All that can be told without a name, from one address; answers the number."""
    stranger = Client(REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=BROWSER)
    said = report_fields(about="gezien", pasted=CHAT, evidence=[SimpleUploadedFile(FILE, picture())])
    said |= {"ticket": doorkeeping.ticket_for(said["sending"], NOW - doorkeeping.WAIT), "proof": ""}
    digits: str = stranger.post("/melden/zonder-naam/melding/", said).context["digits"]
    stranger.post("/melden/ontvangst/", {"receipt": digits, "seen": 9, "words": MORE, "go": "say"})
    stranger.post("/melden/ontvangst/", {"receipt": digits[::-1]})
    stranger.post("/melden/zonder-naam/melding/", report_fields(step="0", go="next", about="gezien", pasted=CHAT))
    return digits


def in_confidence(cast: Cast) -> None:
    """All that can be told in confidence, with a file that breaks off; answered with mail, opened, and talked about."""
    own, coordinator = browser_of(cast.reporter), browser_of(cast.coordinator)
    own.defaults.update(REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=BROWSER)
    begun = own.post("/melden/versturen/", {"name": FILE, "size": 10**6, "fingerprint": "x"}).json()
    own.generic("PATCH", begun["address"], HALF.encode() * 5000, headers={"Upload-Offset": "0"})
    sealed = report_fields(way="in-vertrouwen", by_mail="on", evidence=[SimpleUploadedFile(FILE, picture())])
    report = report_id(own.post("/melden/nieuw/melding/", sealed).headers["Location"])
    own.get(f"/melden/{report}/")
    own.post(f"/melden/{report}/zeg/", {"seen": 9, "words": MORE})
    own.post("/melden/nieuw/melding/", report_fields(step="0", go="next"))
    [file] = coordinator.get(f"/melden/{report}/").context["found"].evidence
    item = f"/melden/{report}/bewijs/{file.file}/"
    coordinator.get(f"{item}vaag/")
    coordinator.post(item, {"do": "open", "reason": REASON})
    for link in re.findall(r'"(/melden/bestand/[^"]+)"', coordinator.get(item).content.decode()):
        assert coordinator.get(link).getvalue()
    actions.answer(report, ANSWER, seen=9, by=cast.coordinator, at=NOW)
    actions.confide(SECRET, adviser=cast.vertrouwenspersoon, person=cast.reporter, at=NOW)


@pytest.fixture
def receipt(cast: Cast, school_morning: object) -> str:
    """All that can be told without being known; answers the number of what was told without a name."""
    in_confidence(cast)
    return without_a_name()


@pytest.mark.django_db(transaction=True)
@pytest.mark.article("leerlingen-8")
@pytest.mark.article("reikwijdte-4d")
def test_neither_database_nor_disk_nor_log_nor_mail_holds_a_word_a_number_or_an_address(
    cast: Cast, school_morning: object, evidence_folder: Path, caplog: pytest.LogCaptureFixture, server: Server
) -> None:
    caplog.set_level(logging.DEBUG)
    in_confidence(cast)
    receipt = without_a_name()
    actions.break_seal(Report.objects.get(way="in-vertrouwen").id, REASON, by=cast.coordinator, at=NOW)
    deliver(NOW, 50)
    assert len(server.arrived) == server.recipients.count("reporter@dekeyzer.example") + 1  # the adviser's own
    on_disk = list(of_the_disk(evidence_folder))
    assert (Report.objects.count(), Draft.objects.count(), bool(BudgetMark.objects.count())) == (2, 2, True)
    assert len(on_disk) >= 6  # two pictures, two copies of one, what was pasted, and half a file
    told = [STORY, MORE, ANSWER, REASON, SECRET, CHAT, HALF, DRAWN]
    needles = [*(words.split()[0] for words in told), FILE, ADDRESS, BROWSER, receipt]
    held = [*of_the_database(), *files_of_the_database(), *on_disk, *of_what_passes(caplog.records, server)]
    found = [f"{place} holds `{one}`" for place, content in held for one in needles if one.encode() in content]
    found += [
        f"{place} is a picture"
        for place, content in on_disk
        if content.removeprefix(place.encode())[:4].startswith(PICTURES)
    ]
    assert not found


def test_no_table_but_the_roster_knows_who_reported_in_confidence(cast: Cast, receipt: str) -> None:
    person = cast.reporter
    forms = (str(person).encode(), person.hex.encode(), person.bytes)
    found = [table for table, content in of_the_database() if any(form in content for form in forms)]
    assert [table for table in found if not table.startswith(OF_PEOPLE)] == []


def test_after_the_seal_was_broken_only_the_mail_that_was_asked_for_knows_the_person(cast: Cast, receipt: str) -> None:
    report = Report.objects.get(way="in-vertrouwen").id
    actions.break_seal(report, REASON, by=cast.coordinator, at=NOW)
    forms = (str(cast.reporter).encode(), cast.reporter.hex.encode(), cast.reporter.bytes)
    found = [table for table, content in of_the_database() if any(form in content for form in forms)]
    assert [table for table in found if not table.startswith(OF_PEOPLE)] == ["post_outgoing"]
    assert not [table for table, content in of_the_database() if REASON.encode() in content]
