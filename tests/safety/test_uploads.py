"""Files on their way in: whatever goes wrong, nothing of them stays behind."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from keyzer.evidence import queries as evidence
from tests.cast import Cast, browser_of
from tests.rooms.intake.conftest import evidence_folder
from tests.rooms.intake.samples import PNG, archive
from tests.safety.world import tell

__all__ = ["evidence_folder"]

SignIn = Callable[[UUID], Client]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
MACRO_PDF = b"%PDF-1.7\n<script>alert(1)</script>"


@pytest.fixture
def report(cast: Cast, school_morning: datetime, evidence_folder: Path) -> UUID:
    """A report without files."""
    return tell(cast.reporter, "melding")


def files(count: int) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(f"{number}.png", PNG) for number in range(count)]


def lying(folder: Path) -> list[str]:
    return [place.name for place in folder.rglob("*") if place.is_file()]


def test_too_many_files_leave_none(cast: Cast, report: UUID, evidence_folder: Path) -> None:
    answer = browser_of(cast.reporter).post(f"/melden/{report}/bewijs/", {"evidence": files(101)})
    assert answer.status_code == 400
    assert lying(evidence_folder) == []


def test_too_many_words_leave_no_file(cast: Cast, report: UUID, evidence_folder: Path) -> None:
    sent = {"evidence": files(2), "words": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)}
    answer = browser_of(cast.reporter).post(f"/melden/{report}/bewijs/", sent)
    assert answer.status_code == 413
    assert lying(evidence_folder) == []


def test_a_file_that_breaks_off_leaves_nothing(cast: Cast, report: UUID, evidence_folder: Path) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="evidence"; filename="a.png"\r\n\r\n' + PNG * 3000
    browser = browser_of(cast.reporter)
    browser.post(f"/melden/{report}/bewijs/", body, content_type="multipart/form-data; boundary=x")
    assert [name for name in lying(evidence_folder) if name.endswith(".part")] == []


def test_somebody_elses_report_takes_no_file(cast: Cast, report: UUID, evidence_folder: Path) -> None:
    answer = browser_of(cast.charlie).post(f"/melden/{report}/bewijs/", {"evidence": files(1)})
    assert answer.status_code == 404
    assert lying(evidence_folder) == []


@pytest.mark.parametrize("url", ["/zaken/", "/aanmelden/", "/taal/", "/melden/mijn/", "/nergens/"])
def test_where_no_file_is_asked_none_is_taken(cast: Cast, report: UUID, evidence_folder: Path, url: str) -> None:
    browser_of(cast.reporter).post(url, {"file": files(1)})
    assert lying(evidence_folder) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", SVG), ("a.png", SVG), ("a.txt", SVG), ("a.html", b"<!doctype html><p>x"), ("a.zip", archive()),
        ("a.png", PNG + archive()), ("a.pdf", MACRO_PDF), ("a.docx", archive()), ("a.exe", b"MZ" + bytes(90)),
        ("a.txt", b"<?php system($_GET[0]);"), ("a.png", PNG + b"<script>x</script>"),
    ],
)  # fmt: skip
def test_what_a_browser_could_run_is_not_taken(
    cast: Cast, report: UUID, evidence_folder: Path, name: str, content: bytes
) -> None:
    sent = {"evidence": [SimpleUploadedFile(name, content)]}
    assert browser_of(cast.reporter).post(f"/melden/{report}/bewijs/", sent).status_code == 422
    assert lying(evidence_folder) == []


def test_a_picture_with_a_report_about_sexual_images_is_kept_where_nobody_opens_it(
    cast: Cast, school_morning: datetime, evidence_folder: Path
) -> None:
    report = tell(cast.reporter, "melding", conduct=["seksueel-beeld-delen"], evidence=files(1))
    [item] = evidence.items_of([report])
    assert lying(evidence_folder) == [str(item.id)]
    for read in (evidence.original, lambda found: evidence.content(found.stream, found.id)):
        with pytest.raises(evidence.Quarantined):
            read(item)
