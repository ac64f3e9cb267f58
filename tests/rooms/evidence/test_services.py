"""Other programs: a real time-stamping authority of openssl, a virus scanner, a reader of words in pictures."""

import shutil
import socket
import struct
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import LazySettings
from PIL import Image, ImageDraw, ImageFont

from keyzer.evidence import actions, queries, scanning, spelling, stamping
from keyzer.evidence.actions.items import Infected
from keyzer.evidence.events import Scan
from keyzer.evidence.models import Item
from tests.cast import NOW, Cast
from tests.rooms.evidence.conftest import Keep, picture

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
TSA = """
[tsa]
dir = {folder}
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[ext]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
basicConstraints = CA:FALSE
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
"""


def openssl(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    return subprocess.run(["openssl", *arguments], cwd=folder, input=given, capture_output=True, check=True).stdout


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Certificates of a time-stamping authority and of who vouches for it."""
    folder = tmp_path_factory.mktemp("tsa")
    (folder / "serial").write_text("01")
    ecdsa = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-config", "tsa.cnf")
    (folder / "tsa.cnf").write_text("[req]\ndistinguished_name = dn\n[dn]\n" + TSA.format(folder=folder))
    openssl(
        folder, "req", "-x509", *ecdsa, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=CA", "-extensions", "ca"
    )
    openssl(folder, "req", *ecdsa, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=TSA")
    sign = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "tsa.cnf", "-extensions", "ext")
    openssl(folder, "x509", "-req", "-in", "tsa.csr", *sign, "-out", "tsa.pem", "-days", "30")
    return folder


@pytest.fixture
def server(authority: Path) -> Iterator[str]:
    """The authority behind an address; it stamps with `openssl ts`."""

    class Stamping(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            (authority / "q.tsq").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            answer = openssl(authority, "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile", "q.tsq")
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Stamping) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}/"
        serving.shutdown()
        thread.join()


def test_what_came_in_is_stamped_once_and_openssl_agrees(
    cast: Cast, keep: Keep, stream: UUID, settings: LazySettings, server: str, authority: Path
) -> None:
    settings.KEYZER_TIMESTAMP_SERVER, settings.KEYZER_TIMESTAMP_ROOTS = server, str(authority / "ca.pem")
    kept = keep(picture(), "a.jpg")
    assert [actions.see_to(NOW).stamped for _round in range(2)] == [1, 0]
    found = queries.item(stream, kept.item)
    assert found is not None
    assert found.stamp is not None
    assert found.stamp.verified
    (authority / "digest").write_bytes(bytes.fromhex(kept.sha256))
    (authority / "answer.tsr").write_bytes(found.stamp.answer)
    openssl(authority, "ts", "-verify", "-data", "digest", "-in", "answer.tsr", "-CAfile", "ca.pem")


def test_a_stamp_of_a_stranger_or_none_leaves_it_waiting(
    cast: Cast, keep: Keep, settings: LazySettings, server: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    openssl(
        tmp_path, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "x.key", "-out", "x.pem", "-subj", "/CN=X"
    )
    settings.KEYZER_TIMESTAMP_SERVER, settings.KEYZER_TIMESTAMP_ROOTS = server, str(tmp_path / "x.pem")
    keep(picture(), "a.jpg")
    assert actions.see_to(NOW).stamped == 0
    settings.KEYZER_TIMESTAMP_SERVER = "http://127.0.0.1:9/"
    assert actions.see_to(NOW).stamped == 0
    assert Item.objects.get().waits_for_stamp
    assert [record.levelname for record in caplog.records] == ["WARNING", "WARNING"]
    actions.see_to(NOW + timedelta(days=8))
    assert not Item.objects.get().waits_for_stamp
    with pytest.raises(stamping.NoStamp, match="https://"):
        stamping.stamp("file:///etc/passwd", "00" * 32, roots="")


class Responder(threading.Thread):
    """Speaks clamd's INSTREAM, for machines without it: it knows one virus, and one length that is too much."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.listening.getsockname()[1]}"

    def run(self) -> None:
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as source:
                connection.sendall(self._answer(source))  # type: ignore[arg-type]  # a buffered reader

    def _answer(self, source: BytesIO) -> bytes:
        assert source.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack(">I", source.read(4))[0]:
            content += source.read(length)
            if len(content) > 1024 * 1024:
                return b"INSTREAM size limit exceeded. ERROR\0"
        return b"stream: Test.Virus.UNOFFICIAL FOUND\0" if EICAR in content else b"stream: OK\0"


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[str]:
    """The real clamd where this machine has it, with one signature of its own; else a small one that speaks alike."""
    program = shutil.which("clamd")
    if program is None:
        responder = Responder()
        responder.start()
        yield responder.address
        responder.listening.close()
        return
    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "own.ndb").write_text(f"Test.Virus:0:*:{EICAR.hex()}\n")
    address = tmp_path / "s"
    settings = f"LocalSocket {address}\nDatabaseDirectory {tmp_path / 'db'}\nForeground yes\nStreamMaxLength 1M\n"
    (tmp_path / "clamd.conf").write_text(f"{settings}SelfCheck 0\nConcurrentDatabaseReload no\n")
    with subprocess.Popen([program, "-c", str(tmp_path / "clamd.conf")], stdout=subprocess.DEVNULL) as process:
        _wait_for(address, process)
        yield str(address)
        process.terminate()


def _wait_for(address: Path, process: subprocess.Popen[bytes]) -> None:
    for _attempt in range(600):
        with closing(socket.socket(socket.AF_UNIX)) as trying:
            if trying.connect_ex(str(address)) == 0:
                return
        assert process.poll() is None
        threading.Event().wait(0.05)


def test_nothing_infected_is_opened(cast: Cast, keep: Keep, stream: UUID, settings: LazySettings, scanner: str) -> None:
    settings.KEYZER_CLAMD = scanner
    clean, bad, long = keep(b"hallo", "a.txt"), keep(b"zie " + EICAR, "b.txt"), keep(b"lang " * 300_000, "c.txt")
    opened = partial(actions.open_item, by=cast.coordinator, at=NOW)
    assert opened(clean.item, "lezen") is Scan.CLEAN
    for _twice in range(2):
        with pytest.raises(Infected, match=r"Test\.Virus"):
            opened(bad.item, "lezen")
    assert opened(long.item, "lezen") is Scan.TOO_LARGE
    assert [one.scan for one in queries.items_of([stream])] == [Scan.CLEAN, Scan.INFECTED, Scan.TOO_LARGE]
    assert [len(one.openings) for one in queries.items_of([stream])] == [1, 0, 1]


def test_a_scanner_that_is_gone_is_told_and_stops_nobody(cast: Cast, keep: Keep, settings: LazySettings) -> None:
    settings.KEYZER_CLAMD = "127.0.0.1:9"
    with pytest.raises(scanning.NoScanner, match="see whether clamd runs"):
        scanning.scan(settings.KEYZER_CLAMD, [b"x"])
    assert actions.open_item(keep(b"hallo", "a.txt").item, "lezen", by=cast.coordinator, at=NOW) is None


def test_words_in_a_screenshot_are_read_where_the_machine_can(cast: Cast, keep: Keep, stream: UUID) -> None:
    screen, out = Image.new("RGB", (900, 160), "white"), BytesIO()
    ImageDraw.Draw(screen).text((20, 50), "Morgen om vier uur", "black", ImageFont.load_default(60))
    screen.save(out, "PNG")
    item = keep(out.getvalue(), "scherm.png").item
    words = actions.read_words(item, by=cast.coordinator, at=NOW)
    if not spelling.is_possible():
        assert words is None
        return
    assert words is not None
    assert "vier uur" in words
    found = queries.item(stream, item)
    assert found is not None
    assert found.words == words
