"""Files that come with a report: what is taken in, what is not, and how they lie on the disk and leave it."""

import io
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from keyzer.intake import queries
from keyzer.ledger import files
from keyzer.ledger import queries as ledger
from tests.cast import Cast
from tests.rooms.intake.conftest import STORY, Telling, report_fields
from tests.rooms.intake.samples import JPEG, MP4, PNG, archive

SignIn = Callable[[UUID], Client]


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_file_lies_encrypted_and_comes_back_whole(
    cast: Cast, sign_in: SignIn, told: Telling, evidence_folder: Path
) -> None:
    report = told(cast.reporter, evidence=[upload("chat.jpg", JPEG * 30), upload("twee.png", PNG)])
    page = queries.page(cast.viewer(cast.coordinator), report)
    assert page is not None
    assert [(each.name, each.media, each.size) for each in page.evidence] == [
        ("chat.jpg", "image/jpeg", 30 * len(JPEG)),
        ("twee.png", "image/png", len(PNG)),
    ]
    lying = sorted(evidence_folder.iterdir())
    assert [path.name for path in lying] == sorted(str(each.file) for each in page.evidence)
    assert not any(b"JFIF" in path.read_bytes() or b"IEND" in path.read_bytes() for path in lying)
    browser = sign_in(cast.coordinator)
    where = f"/melden/{report}/bewijs/{page.evidence[0].file}/"
    assert "/melden/bestand/" not in browser.get(where).content.decode()
    browser.post(where, {"do": "open", "reason": "Ik bereid het gesprek voor"})
    links = re.findall(r'"(/melden/bestand/[^"]+)"', browser.get(where).content.decode())
    answer = browser.get(links[-1])
    assert answer.getvalue() == JPEG * 30
    assert answer.headers["Content-Disposition"] == 'attachment; filename="chat.jpg"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Cache-Control"] == "no-store"
    [trace] = ledger.access_to("evidence", str(page.evidence[0].file))
    assert (trace.by, trace.outcome) == (cast.coordinator, "seen")


def test_a_link_to_a_file_serves_one_person_for_a_minute(
    cast: Cast, sign_in: SignIn, told: Telling, school_morning: datetime
) -> None:
    report = told(cast.reporter, evidence=[upload("a.png", PNG)])
    page = queries.page(cast.viewer(cast.coordinator), report)
    assert page is not None
    file = page.evidence[0].file
    link = sign_in(cast.reporter).get(f"/melden/{report}/bestand/{file}/").headers["Location"]
    assert sign_in(cast.reporter).get(link).getvalue() == PNG
    assert sign_in(cast.charlie).get(link).status_code == 404
    assert sign_in(cast.coordinator).get(link).status_code == 404
    assert sign_in(cast.charlie).get(f"/melden/{report}/bewijs/{file}/").status_code == 404
    assert [trace.outcome for trace in ledger.access_to("evidence", str(file))].count("refused") == 3
    with time_machine.travel(school_morning + timedelta(seconds=62), tick=False):
        assert sign_in(cast.reporter).get(link).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("leeg.jpg", b"", "Dit bestand is leeg"),
        ("foto.png", JPEG, "iets anders dan de naam zegt"),
        ("foto.jpg", JPEG + archive(), "iets anders verstopt"),
        ("chat.zip", archive("../../etc/cron.d/x"), "vanwege “../../etc/cron.d/x” erin"),
        ("spel.exe", b"MZ\x00\x01", "Dit soort bestand kunnen we niet aannemen"),
    ],
)
def test_a_bad_file_never_costs_the_words(
    cast: Cast, sign_in: SignIn, school_morning: datetime, evidence_folder: Path, name: str, content: bytes, words: str
) -> None:
    fields = report_fields(evidence=[upload(name, content), upload("goed.png", PNG)])
    answer = sign_in(cast.reporter).post("/melden/nieuw/melding/", fields)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert name in page
    [row] = queries.own_reports(cast.viewer(cast.reporter))
    told = queries.page(cast.viewer(cast.reporter), row.id)
    assert told is not None
    assert told.told.words == STORY
    assert [each.name for each in told.evidence] == ["goed.png"]
    assert len(list(evidence_folder.iterdir())) == 1


def test_a_file_can_be_tried_again(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    report = told(cast.reporter)
    own = sign_in(cast.reporter)
    assert own.post(f"/melden/{report}/bewijs/", {"evidence": upload("a.png", JPEG)}).status_code == 422
    assert own.post(f"/melden/{report}/bewijs/", {}).status_code == 422
    assert own.post(f"/melden/{report}/bewijs/", {"evidence": upload("a.jpg", JPEG)}).status_code == 302
    assert (
        sign_in(cast.charlie).post(f"/melden/{report}/bewijs/", {"evidence": upload("a.jpg", JPEG)}).status_code == 404
    )


def test_the_same_file_twice_is_told_and_kept_once(cast: Cast, sign_in: SignIn, told: Telling) -> None:
    report = told(cast.reporter, evidence=upload("a.jpg", JPEG))
    again = sign_in(cast.reporter).post(f"/melden/{report}/bewijs/", {"evidence": upload("b.jpg", JPEG)}, follow=True)
    assert "Dat bestand was er al. We bewaren het één keer." in again.content.decode()
    page = queries.page(cast.viewer(cast.reporter), report)
    assert page is not None
    assert [each.name for each in page.evidence] == ["a.jpg"]


class Announced(io.RawIOBase):
    """A body that ends long before what was announced; reading past what there is fails the test."""

    def __init__(self, beginning: bytes) -> None:
        self._left = io.BytesIO(beginning)
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        content = self._left.read(size)
        self.taken += len(content)
        assert content, "read on although the upload was refused"
        return content


def multipart(fields: dict[str, object], filename: str) -> tuple[bytes, str]:
    """A form as a browser sends it, up to the first byte of its file."""
    parts = []
    for name, value in fields.items():
        each_value = value if isinstance(value, list) else [value]
        parts += [f'--grens\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{each}\r\n' for each in each_value]
    parts.append(
        f'--grens\r\nContent-Disposition: form-data; name="evidence"; filename="{filename}"\r\n'
        "Content-Type: video/mp4\r\n\r\n"
    )
    return "".join(parts).encode(), "multipart/form-data; boundary=grens"


def post_raw(browser: Client, environment: dict[str, Any]) -> Any:
    """Send a report of which the body is what `environment` says, whatever it announces."""
    return browser.generic("POST", "/melden/nieuw/melding/", **environment)


def test_five_gigabytes_are_refused_before_they_are_read_and_the_words_are_kept(
    cast: Cast, sign_in: SignIn, school_morning: datetime, evidence_folder: Path
) -> None:
    beginning, content_type = multipart(report_fields(), "lang.mp4")
    body = Announced(beginning + MP4 * 1000)
    answer = post_raw(
        sign_in(cast.reporter),
        {"CONTENT_TYPE": content_type, "CONTENT_LENGTH": str(5 * 1024**3), "wsgi.input": body},
    )
    assert answer.status_code == 413
    assert "samen te groot" in answer.content.decode()
    assert body.taken <= len(beginning) + 2 * 64 * 1024
    [row] = queries.own_reports(cast.viewer(cast.reporter))
    kept = queries.page(cast.viewer(cast.reporter), row.id)
    assert kept is not None
    assert kept.told.words == STORY
    assert not evidence_folder.exists() or not list(evidence_folder.iterdir())


def test_five_gigabytes_announced_and_nothing_sent_is_refused(
    cast: Cast, sign_in: SignIn, school_morning: datetime
) -> None:
    answer = post_raw(
        sign_in(cast.reporter),
        {
            "CONTENT_TYPE": "multipart/form-data; boundary=grens",
            "CONTENT_LENGTH": str(5 * 1024**3),
            "wsgi.input": io.BytesIO(),
        },
    )
    assert answer.status_code == 413


def test_a_little_too_large_is_read_to_nowhere_so_that_the_answer_arrives(
    cast: Cast, sign_in: SignIn, school_morning: datetime, evidence_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "KEYZER_EVIDENCE_LIMIT", 1024 * 1024)
    fields = report_fields(evidence=upload("lang.mp4", MP4 + bytes(2 * 1024 * 1024)))
    answer = sign_in(cast.reporter).post("/melden/nieuw/melding/", fields)
    assert answer.status_code == 413
    assert not evidence_folder.exists() or not list(evidence_folder.iterdir())


def test_an_upload_that_breaks_off_sends_nothing_and_keeps_the_words(
    cast: Cast, sign_in: SignIn, school_morning: datetime, evidence_folder: Path
) -> None:
    beginning, content_type = multipart(report_fields(), "lang.mp4")
    answer = post_raw(
        sign_in(cast.reporter),
        {
            "CONTENT_TYPE": content_type,
            "CONTENT_LENGTH": str(len(beginning) + 10_000_000),
            "wsgi.input": io.BytesIO(beginning + MP4 * 1000),
        },
    )
    assert answer.status_code == 422
    assert STORY in answer.content.decode()
    assert queries.own_reports(cast.viewer(cast.reporter)) == []
    assert list(evidence_folder.iterdir()) == []


def test_a_forged_form_is_refused_also_where_files_are_taken(cast: Cast, school_morning: datetime) -> None:
    from keyzer.people.models import User  # noqa: PLC0415 -- a browser that does check its forms

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(User.objects.get(person_id=cast.reporter))
    assert browser.post("/melden/nieuw/melding/", report_fields()).status_code == 403
    assert queries.own_reports(cast.viewer(cast.reporter)) == []


def test_a_visitor_sends_no_file(client: Client, school: None, evidence_folder: Path) -> None:
    answer = client.post("/melden/nieuw/melding/", report_fields(evidence=upload("a.jpg", JPEG)))
    assert answer.status_code == 302
    assert not evidence_folder.exists()


@pytest.mark.article("reikwijdte-4a")
def test_where_sexual_images_may_be_meant_no_file_is_asked_for(
    cast: Cast, sign_in: SignIn, school_morning: datetime
) -> None:
    browser = sign_in(cast.reporter)
    fields = report_fields(conduct=["seksueel-beeld-delen"])
    page = browser.post("/melden/nieuw/melding/", {**fields, "step": "1", "go": "next"}).content.decode()
    assert "Hier geen foto’s of filmpjes" in page
    assert 'type="file"' not in page


def flipped(content: bytes, at: int) -> bytes:
    """The content with one bit of one byte turned over: never the same content, whatever the cipher made of it."""
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def test_an_altered_file_is_never_served(cast: Cast, told: Telling, evidence_folder: Path) -> None:
    report = told(cast.reporter, evidence=[upload("a.jpg", JPEG * 30)])
    [path] = evidence_folder.iterdir()
    whole = path.read_bytes()
    file = UUID(path.name)
    for altered in (
        whole[:-1],
        whole[: 64 * 1024 + 80],
        flipped(whole, 200),
        flipped(whole, 20),
    ):
        path.write_bytes(altered)
        with pytest.raises(files.FileProblem):
            b"".join(files.content(report, file))
    path.write_bytes(whole)
    assert b"".join(files.content(report, file)) == JPEG * 30


def test_a_file_that_is_gone_is_said_so(cast: Cast, sign_in: SignIn, told: Telling, evidence_folder: Path) -> None:
    report = told(cast.reporter, evidence=[upload("a.jpg", JPEG)])
    [path] = evidence_folder.iterdir()
    path.unlink()
    browser = sign_in(cast.reporter)
    link = browser.get(f"/melden/{report}/bestand/{path.name}/").headers["Location"]
    assert "kan niet open" in browser.get(link, follow=True).content.decode()
