"""Links are asked of a real server: what answers, what moved, what is gone, and what lets no program in."""

import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import ClassVar

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from keyzer.platforms import links, shelf
from keyzer.platforms.links import Found, Link
from tests.rooms.config.conftest import keyzer

SOUND = (shelf.SHIPPED / "signal.toml").read_text()
SINCE, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2120, 1, 1, tzinfo=UTC)
PLACES = {
    "/moved": (301, "/ok"),
    "/for-now": (302, "/ok"),
    "/far": (308, "/moved"),
    "/circle": (302, "/circle"),
    "/to-gone": (301, "/gone"),
    "/to-script": (302, "javascript:alert(1)"),
    "/to-file": (302, "file:///etc/hostname"),
}
STATUS = {"/ok": 200, "/gone": 410, "/missing": 404, "/broken": 500, "/shy": 403, "/busy": 429}


class Site(BaseHTTPRequestHandler):
    """A site that remembers what it was asked, and hands out a cookie with every answer."""

    asked: ClassVar[list[tuple[str, str, str | None]]] = []
    busy: ClassVar[int] = 0
    at_once: ClassVar[int] = 0

    def answer(self) -> None:
        Site.busy += 1
        Site.at_once = max(Site.at_once, Site.busy)
        Site.asked.append((self.command, self.path, self.headers.get("Cookie")))
        time.sleep(3 if self.path == "/slow" else 0.01)
        status, place = PLACES.get(self.path, (STATUS.get(self.path, 404), ""))
        if self.path == "/no-head":
            status = 405 if self.command == "HEAD" else 200
        self.send_response(status)
        self.send_header("Set-Cookie", "who=you")
        if place:
            self.send_header("Location", place)
        self.send_header("Content-Length", "0")
        self.end_headers()
        Site.busy -= 1

    do_GET = do_HEAD = answer  # noqa: N815 -- the names that the library looks for

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- as the library has it
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    """The address of a running server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Site.asked.clear()
    Site.at_once = Site.busy = 0
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def safe_site(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a running server with https, and the file of the certificate to trust it by."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "here")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    begun = x509.CertificateBuilder(name, name, key.public_key(), 1, SINCE, UNTIL)
    certificate = begun.add_extension(here, critical=False).sign(key, hashes.SHA256())
    plain = serialization.NoEncryption()
    held = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    trusted, both = tmp_path / "trusted.pem", tmp_path / "both.pem"
    trusted.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    both.write_bytes(trusted.read_bytes() + held)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"https://127.0.0.1:{server.server_address[1]}", trusted
    server.shutdown()
    thread.join()
    server.server_close()


def found(site: str, *paths: str, timeout: float = 5) -> list[tuple[Found, str]]:
    asked = [Link("x.toml", "report.link", site + path) for path in paths]
    return [(finding.found, finding.detail) for finding in links.check(asked, timeout)]


def test_what_answers_is_fine(site: str) -> None:
    assert found(site, "/ok", "/no-head", "/for-now") == [(Found.OK, "")] * 3


def test_what_moved_is_told_with_its_new_address(site: str) -> None:
    assert found(site, "/moved", "/far") == [(Found.MOVED, f"{site}/ok")] * 2


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/gone", "410"), ("/missing", "404"), ("/broken", "500"), ("/to-gone", "410"), ("/circle", "on and on"),
        ("/to-script", "no page"), ("/to-file", "no page"),
    ],
)  # fmt: skip
def test_what_is_gone_is_dead(site: str, path: str, why: str) -> None:
    [(state, told)] = found(site, path)
    assert state is Found.DEAD
    assert why in told


def test_who_lets_no_program_in_is_not_called_dead(site: str) -> None:
    assert [state for state, _why in found(site, "/shy", "/busy")] == [Found.UNSURE, Found.UNSURE]


def test_who_does_not_answer_is_not_waited_for(site: str) -> None:
    assert found(site, "/slow", timeout=0.2) == [(Found.DEAD, "no answer within 0.2 seconds")]
    [(state, why)] = found("http://127.0.0.1:9", "/")
    assert state is Found.DEAD
    assert "can't be reached" in why


def test_one_host_is_asked_one_thing_at_a_time_and_nothing_twice(site: str) -> None:
    found(site, "/ok", "/moved", "/ok", "/gone", "/ok")
    assert Site.at_once == 1
    assert [asked[:2] for asked in Site.asked].count(("HEAD", "/ok")) == 2
    assert {cookie for _method, _path, cookie in Site.asked} == {None}


def test_every_link_stands_with_its_file_and_field() -> None:
    asked = list(links.links_of(shelf.read(shelf.SHIPPED / "signal.toml")))
    assert Link("signal.toml", "block.link", "https://support.signal.org/") in asked
    assert list(links.links_of(shelf.read(shelf.SHIPPED / "twitter.toml"))) == []


def test_the_command_tells_what_is_well_and_what_moved(safe_site: tuple[str, Path], tmp_path: Path) -> None:
    (site, trusted), file = safe_site, tmp_path / "signal.toml"
    told = SOUND.replace("https://support.signal.org/", f"{site}/ok")
    file.write_text(told.replace(f"{site}/ok", f"{site}/moved", 1))
    run = keyzer("platforms", "check", file, SSL_CERT_FILE=str(trusted))
    assert (run.returncode, run.stderr) == (0, "")
    assert f"moved   signal.toml report.link {site}/moved {site}/ok" in run.stdout
    assert f"ok      signal.toml block.link {site}/ok" in run.stdout
    assert keyzer("platforms", "check", file).returncode == 1, "a certificate that nobody vouches for is no answer"


def test_the_command_tells_what_is_dead_and_ends_with_1(tmp_path: Path) -> None:
    file = tmp_path / "signal.toml"
    file.write_text(SOUND.replace("https://support.signal.org/", "https://127.0.0.1:9/"))
    run = keyzer("platforms", "check", "--timeout", "2", file)
    assert run.returncode == 1
    assert "signal.toml report.link https://127.0.0.1:9/" in run.stdout
    assert "4 links dead of 4" in run.stderr


def test_the_command_tells_of_an_unsound_file(tmp_path: Path) -> None:
    file = tmp_path / "signal.toml"
    file.write_text(SOUND.replace("[block]", "[blok]").replace("https://support.signal.org/", "https://127.0.0.1:9/"))
    run = keyzer("platforms", "check", file)
    assert run.returncode == 1
    assert "signal.toml" in run.stderr
    assert "blok" in run.stderr


def test_files_without_links_need_no_network(tmp_path: Path) -> None:
    file = tmp_path / "signal.toml"
    file.write_text("\n".join(line for line in SOUND.splitlines() if not line.startswith("link = ")))
    run = keyzer("platforms", "check", file)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "1 files sound, 0 links asked, none dead\n"


@pytest.mark.parametrize("seconds", ["0", "-1", "soon", "nan", "inf"])
def test_a_time_that_is_none_is_wrong_use(seconds: str) -> None:
    assert keyzer("platforms", "check", "--timeout", seconds).returncode == 2
