"""What a browser is told to do with our answers: keep nothing, run nothing, send cookies nowhere else."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from keyzer.people.queries import account_of
from tests.cast import PASSWORD, Cast, browser_of
from tests.rooms.intake.conftest import evidence_folder
from tests.safety.world import World, build

__all__ = ["evidence_folder"]

SignIn = Callable[[UUID], Client]


@pytest.fixture
def world(cast: Cast, school_morning: datetime, evidence_folder: Path) -> World:
    """One of everything."""
    return build(cast, school_morning)


def test_pages_with_content_are_stored_nowhere(cast: Cast, world: World) -> None:
    """On a shared computer the disk and the button back keep nothing of a page."""
    browser = browser_of(cast.coordinator)
    for url in (f"/melden/{world.report}/", f"/incidenten/{world.incident}/", f"/zaken/{world.case}/", "/zaken/",
                f"/dossier/{cast.subject}/", "/zoeken/?q=Daan", "/melden/ontvangen/"):  # fmt: skip
        assert browser.get(url).headers["Cache-Control"] == "private, no-store", url


def test_the_front_page_is_asked_for_anew_each_time(cast: Cast, world: World) -> None:
    """It may be kept to be compared; signing out removes it."""
    assert browser_of(cast.coordinator).get("/").headers["Cache-Control"] == "private, no-cache"


def test_signing_out_takes_everything_along(cast: Cast, world: World) -> None:
    browser = browser_of(cast.coordinator)
    key = browser.session.session_key
    answer = browser.post("/afmelden/")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert not Session.objects.filter(session_key=key).exists()
    assert browser.get("/zaken/").status_code == 302


def test_a_session_gets_a_new_key_when_somebody_signs_in(client: Client, cast: Cast) -> None:
    account = account_of(cast.charlie)
    assert account is not None
    account.set_password(PASSWORD)
    account.save()
    session = client.session
    session["planted"] = "by another"
    session.save()
    before = session.session_key
    client.cookies["keyzer"] = str(before)
    assert client.post("/aanmelden/", {"login": "charlie", "password": PASSWORD}).status_code == 302
    assert client.cookies["keyzer"].value != before
    assert not Session.objects.filter(session_key=before).exists()


def test_a_new_password_ends_the_other_sessions(cast: Cast) -> None:
    account = account_of(cast.charlie)
    assert account is not None
    account.set_password(PASSWORD)
    account.save()
    mine, other = browser_of(cast.charlie), browser_of(cast.charlie)
    new = "drie groene fietsen op een dak"
    mine.post("/account/wachtwoord/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert mine.get("/zaken/").status_code == 200
    assert other.get("/zaken/").status_code == 302


def test_a_closed_account_is_out_at_once(cast: Cast) -> None:
    browser = browser_of(cast.charlie)
    account = account_of(cast.charlie)
    assert account is not None
    account.is_active = False
    account.save()
    assert browser.get("/zaken/").status_code == 302


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x"])
def test_nothing_sends_a_browser_elsewhere(client: Client, cast: Cast, elsewhere: str) -> None:
    account = account_of(cast.charlie)
    assert account is not None
    account.set_password(PASSWORD)
    account.save()
    signed_in = client.post("/aanmelden/", {"login": "charlie", "password": PASSWORD, "next": elsewhere})
    chosen = client.post("/taal/", {"language": "en", "next": elsewhere})
    signed_out = client.post("/afmelden/", {"next": elsewhere})
    assert [answer.headers["Location"] for answer in (signed_in, chosen, signed_out)] == ["/", "/", "/"]


def test_every_answer_bears_the_policy(cast: Cast, world: World, client: Client) -> None:
    browser = browser_of(cast.coordinator)
    for url in ("/", "/nergens", "/zaken/", f"/zaken/{world.case}/", "/aanmelden/", "/static/design/base.css"):
        answer = browser.get(url)
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"], url
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in answer.headers
    assert "'unsafe-" not in browser.get("/").headers["Content-Security-Policy"]
    refused = client.get("/", headers={"Host": "evil.example"})
    assert refused.status_code == 400
    assert "evil.example" not in refused.content.decode()
    assert "default-src 'self'" in refused.headers["Content-Security-Policy"]


BEHIND_HTTPS = """
import django; django.setup()
from django.conf import settings
from django.core.management import call_command
from django.test import Client
call_command("migrate", verbosity=0); call_command("createcachetable", verbosity=0)
secure = {"X-Forwarded-Proto": "https", "Host": "localhost"}
answer = Client().get("/aanmelden/", headers=secure)
cookies = [morsel.OutputString() for morsel in answer.cookies.values()]
print(answer.status_code, answer.headers.get("Strict-Transport-Security"), cookies, sep="|")
plain = Client().get("/aanmelden/", headers={"Host": "localhost"})
print(plain.status_code, plain.headers.get("Location"), sep="|")
"""


def test_behind_https_nothing_travels_in_the_clear(tmp_path: Path) -> None:
    environment = {**os.environ, "KEYZER_DATA": str(tmp_path), "KEYZER_HTTPS": "1"}
    environment |= {"DJANGO_SETTINGS_MODULE": "keyzer.config.settings"}
    environment.pop("KEYZER_DATABASE_URL", None)
    (tmp_path / "static").mkdir()
    settings = "from keyzer.config import settings as s; s.STORAGES['staticfiles']['BACKEND'] = "
    settings += "'django.contrib.staticfiles.storage.StaticFilesStorage'\n"
    done = subprocess.run(
        [sys.executable, "-c", settings + BEHIND_HTTPS], env=environment, capture_output=True, text=True, check=False
    )
    secure, plain = done.stdout.splitlines() or [done.stderr, ""]
    status, hsts, cookies = secure.split("|")
    assert (status, hsts) == ("200", "max-age=31536000")
    assert "__Host-csrf" in cookies
    assert "Secure" in cookies
    assert plain == "301|https://localhost/aanmelden/"
