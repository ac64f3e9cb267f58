"""The whole database and the whole disk, read as a thief would: no word, number or address of who reported so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from keyzer.intake import actions, doorkeeping
from keyzer.intake.models import Report
from tests.cast import NOW, Cast, browser_of
from tests.rooms.intake.conftest import STORY, report_fields, report_id
from tests.rooms.intake.samples import PNG

ADDRESS, BROWSER, FILE = "203.0.113.214", "Vogelspin/9.1", "kornoelje-schermfoto.png"
MORE, ANSWER = "Waterlelie belde me op", "Boterbloem antwoordt"
REASON, SECRET = "Zonnedauw vreest", "Kamperfoelie zwijgt"
OF_PEOPLE = ("people_", "django_session")
"""Where a person's id is at home: the roster, and who is signed in now."""


def of_the_database() -> Iterator[tuple[str, bytes]]:
    """Every table, all its columns as bytes."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 -- names of our own tables
            cells = (cell for row in cursor.fetchall() for cell in row if cell is not None)
            yield table, b"\n".join(bytes(c) if isinstance(c, bytes | memoryview) else str(c).encode() for c in cells)


def of_the_disk(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file under the school's folder of evidence, with its name."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return ((path.name, path.name.encode() + path.read_bytes()) for path in files)


@pytest.fixture
def receipt(cast: Cast, school_morning: object) -> str:
    """All that can be told without being known; answers the number of what was told without a name."""
    stranger = Client(REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=BROWSER)
    said = report_fields(about="gezien", evidence=[SimpleUploadedFile(FILE, PNG)])
    said |= {"ticket": doorkeeping.ticket_for(said["sending"], NOW - doorkeeping.WAIT), "proof": ""}
    digits: str = stranger.post("/melden/zonder-naam/melding/", said).context["digits"]
    stranger.post("/melden/ontvangst/", {"receipt": digits, "seen": 9, "words": MORE, "go": "say"})
    stranger.post("/melden/zonder-naam/melding/", report_fields(step="0", go="next", about="gezien"))
    own = browser_of(cast.reporter)
    sealed = report_fields(way="in-vertrouwen", evidence=[SimpleUploadedFile(FILE, PNG)])
    report = report_id(own.post("/melden/nieuw/melding/", sealed).headers["Location"])
    own.get(f"/melden/{report}/")
    own.post(f"/melden/{report}/zeg/", {"seen": 9, "words": MORE})
    own.post("/melden/nieuw/melding/", report_fields(step="0", go="next"))
    actions.answer(report, ANSWER, seen=9, by=cast.coordinator, at=NOW)
    actions.confide(SECRET, adviser=cast.vertrouwenspersoon, person=cast.reporter, at=NOW)
    return digits


@pytest.mark.article("leerlingen-8")
@pytest.mark.article("reikwijdte-4d")
def test_neither_database_nor_disk_holds_a_word_a_number_or_an_address(
    cast: Cast, receipt: str, evidence_folder: Path
) -> None:
    assert Report.objects.filter(reporter=None).count() == 2
    needles = [STORY, MORE, ANSWER, SECRET, FILE, ADDRESS, BROWSER, receipt]
    held = [*of_the_database(), *of_the_disk(evidence_folder)]
    assert len(list(of_the_disk(evidence_folder))) == 2
    found = [f"{place} holds `{one}`" for place, content in held for one in needles if one.encode() in content]
    found += [f"{place} holds the picture" for place, content in held if PNG[8:60] in content]
    assert not found


def test_no_table_but_the_roster_knows_who_reported_in_confidence(cast: Cast, receipt: str) -> None:
    person = cast.reporter
    forms = (str(person).encode(), person.hex.encode(), person.bytes)
    found = [table for table, content in of_the_database() if any(form in content for form in forms)]
    assert [table for table in found if not table.startswith(OF_PEOPLE)] == []


def test_after_the_seal_was_broken_no_table_knows_the_person_either(cast: Cast, receipt: str) -> None:
    report = Report.objects.get(way="in-vertrouwen").id
    actions.break_seal(report, REASON, by=cast.coordinator, at=NOW)
    forms = (str(cast.reporter).encode(), cast.reporter.hex.encode(), cast.reporter.bytes)
    found = [table for table, content in of_the_database() if any(form in content for form in forms)]
    assert [table for table in found if not table.startswith(OF_PEOPLE)] == []
    assert not [table for table, content in of_the_database() if REASON.encode() in content]
