"""What people write stays words: in pages, headers, log lines, queries and forms that were bent."""

import io
import logging
from datetime import datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from keyzer.incidents import queries as incidents
from keyzer.intake import queries as intake
from keyzer.kit.logs import WithoutContent
from keyzer.people.models import Person
from tests.cast import Cast, browser_of
from tests.rooms.cases.world import do
from tests.rooms.intake.conftest import evidence_folder
from tests.rooms.intake.samples import PNG
from tests.safety.world import World, build, tell

__all__ = ["evidence_folder"]

BENT = "<script>alert(1)</script>\"'><img src=x onerror=y>{{ 7|add:7 }}{person:1}%(name)s%s"
NAME = "<b>Bo\"'&</b>"


@pytest.fixture
def world(cast: Cast, school_morning: datetime, evidence_folder: Path) -> World:
    """One of everything, told by people whose names are markup."""
    Person.objects.update(given_name=NAME)
    return build(cast, school_morning)


def test_words_and_names_stay_words_on_every_page(cast: Cast, world: World, school_morning: datetime) -> None:
    report = tell(cast.reporter, "melding", words=BENT, who=BENT, moment=BENT[:200])
    browser = browser_of(cast.coordinator)
    assert browser.post(f"/melden/{report}/zeg/", {"seen": 1, "words": BENT}).status_code == 302
    fact = {"seen_version": str(incidents.version(world.incident)), "fact": BENT}
    assert browser.post(f"/incidenten/{world.incident}/feit/", fact).status_code == 302
    do(cast, world.case, "claim-urgency", school_morning, reason=BENT)
    do(cast, world.case, "invite-hearing", school_morning, person=str(cast.second_guardian),
       planned_at=school_morning.isoformat(), place=BENT)  # fmt: skip
    for who, urls in {
        cast.coordinator: ("/", f"/melden/{report}/", f"/melden/{report}/incident/", f"/incidenten/{world.incident}/",
                           f"/zaken/{world.case}/", f"/zaken/{world.case}/weigh/", "/zaken/", "/melden/ontvangen/",
                           f"/dossier/{cast.subject}/", "/zoeken/?q=%3Cb", f"/zoeken/?q={BENT}",
                           f"/zaken/gebeurtenis/{world.incident}/persoon/?q=2A",
                           f"/zaken/{world.case}/weigh/?reason={BENT}"),
        cast.reporter: ("/", f"/melden/{report}/", "/melden/mijn/", f"/melden/{report}/verstuurd/"),
        cast.second_guardian: ("/", f"/mijn/{world.case}/", "/melden/nieuw/melding/"),
    }.items():  # fmt: skip
        own = browser_of(who)
        for url in urls:
            answer = own.get(url)
            content = answer.content.decode()
            assert answer.status_code == 200, url
            for markup in ("<script>alert", "<img src=x", "<b>Bo", "{{ 14", ">14<"):
                assert markup not in content, (url, markup)


def test_maydo_says_bent_words_back_as_words(client: Client, cast: Cast) -> None:
    for query in (f"who={BENT}", f"{BENT}=x", "act=%00", "act=" + "x" * 9000):
        answer = client.get(f"/mag-dit/antwoord/?{query}")
        assert answer.status_code in {200, 400}
        assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize(
    "name", ['x".png', "x\r\nSet-Cookie: a=b.png", "../../../etc/passwd.png", "\u202egnp.exe.png", "<b>.png"]
)
def test_the_name_of_a_file_is_no_header_and_no_path(
    cast: Cast, school_morning: datetime, evidence_folder: Path, name: str
) -> None:
    report = tell(cast.reporter, "melding", evidence=[SimpleUploadedFile("a.png", PNG)])
    browser = browser_of(cast.reporter)
    body = b'--x\r\nContent-Disposition: form-data; name="evidence"; filename="' + name.replace('"', "%22").encode()
    body += b'"\r\nContent-Type: image/svg+xml\r\n\r\n' + PNG + b" \r\n--x--\r\n"
    browser.post(f"/melden/{report}/bewijs/", body, content_type="multipart/form-data; boundary=x")
    page = intake.page(cast.viewer(cast.reporter), report)
    assert page is not None
    assert len(page.evidence) == 2
    for file in page.evidence:
        link = browser.get(f"/melden/{report}/bestand/{file.file}/").headers["Location"]
        answer = browser.get(link)
        assert answer.getvalue().rstrip() == PNG
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert "Set-Cookie" not in answer.headers
    assert all(place.parent == evidence_folder for place in evidence_folder.rglob("*"))


ODD = ("%00", "a%00b", "x+" * 3000, "%F0%9F%98%80", "%ED%A0%80", "'; DROP TABLE people_person; --", "%25_", "9" * 5000)


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_question_is_answered(cast: Cast, world: World, odd: str) -> None:
    browser = browser_of(cast.coordinator)
    for url in (f"/zoeken/?q={odd}", f"/zaken/?ouder={odd}&toon={odd}", f"/incidenten/?ouder={odd}",
                f"/melden/mijn/?voor={odd}", f"/zaken/gebeurtenis/{world.incident}/persoon/?q={odd}",
                f"/zaken/{world.case}/weigh/?person={odd}", f"/mag-dit/?who={odd}"):  # fmt: skip
        assert browser.get(url).status_code in {200, 400, 404}, url


HUGE, NONE = "9" * 5000, "\0"


@pytest.mark.parametrize("value", [HUGE, NONE, "-1", "9223372036854775808", "1e9", "\u0663", "\u00b2", ""])
def test_a_bent_form_is_answered(cast: Cast, world: World, value: str) -> None:
    """No form can be bent so that it breaks a page."""
    pupil, staff, guardian = (browser_of(who) for who in (cast.reporter, cast.coordinator, cast.guardian))
    bent = {"step": value, "go": f"remove:{value}", "sending": value, "seen": value, "seen_version": value,
            "search": value, "words": "x", "person": value, "part": value, "fact": "x", "account": "x",
            "happened_on": value, "planned_at": value, "place": value, "conduct": value}  # fmt: skip
    for browser, url in (
        (pupil, "/melden/nieuw/melding/"), (staff, "/melden/nieuw/melding/"), (staff, "/melden/nieuw/twijfel/"),
        (pupil, f"/melden/{world.report}/zeg/"), (pupil, f"/melden/{world.doubt}/wordt-melding/"),
        (staff, f"/melden/{world.report}/incident/"), (staff, f"/incidenten/{world.incident}/feit/"),
        (staff, f"/incidenten/{world.incident}/gedrag/"), (staff, f"/zaken/{world.case}/weigh/"),
        (staff, f"/zaken/{world.case}/invite-hearing/"), (staff, f"/zaken/gebeurtenis/{world.incident}/persoon/"),
        (staff, f"/zaken/gebeurtenis/{world.incident}/rol/"), (guardian, f"/mijn/{world.case}/verklaring/"),
    ):  # fmt: skip
        for go in (f"remove:{value}", f"add:{value}", "send", "next", "search"):
            answer = browser.post(url, {**bent, "go": go})
            assert answer.status_code < 500, (url, go)


def test_a_log_line_stays_one_line_and_holds_no_words(cast: Cast, world: World) -> None:
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(WithoutContent())
    logging.getLogger().addHandler(handler)
    try:
        Client(enforce_csrf_checks=True).post("/melden/bestand/x%0a2026%20ERROR%20django:%20geheim/")
        Client().get("/", headers={"Host": "evil.example\\n2026"})
        logging.getLogger("keyzer").warning("told: %s", "one\n2026 ERROR other\r\x1b[31m")
    finally:
        logging.getLogger().removeHandler(handler)
    own = [line for line in lines.getvalue().splitlines() if line and not line.startswith("  ")]
    assert not [line for line in own if line.startswith("2026 ")]
    assert "\x1b" not in lines.getvalue()
    assert "\r" not in lines.getvalue()
