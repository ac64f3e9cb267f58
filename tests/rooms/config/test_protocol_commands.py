"""The protocol from the command line; it needs no school."""

import json
import shutil
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest

from keyzer import protocol
from tests.rooms.config.conftest import keyzer

SITUATION = '{"who": "leerling", "act": "use-device", "in_lesson": true, "teacher_leave": "not-asked"}'


def test_every_article_is_listed() -> None:
    rows = json.loads(keyzer("protocol", "articles", "--json").stdout)
    assert [row["id"] for row in rows] == list(protocol.current().articles)
    assert {"id", "kind", "title", "text", "binds"} <= set(rows[0])
    words = keyzer("protocol", "articles").stdout
    assert all(row["id"] in words for row in rows)


def test_an_article_is_traced_to_its_rules_and_proofs() -> None:
    words = keyzer("protocol", "trace", "leerlingen-8").stdout
    assert "tests/rooms/people/test_queries.py::test_the_coordinator_of_the_layer_unless_party" in words
    unknown = keyzer("protocol", "trace", "leerlingen-99")
    assert unknown.returncode == 1
    assert "no article `leerlingen-99`" in unknown.stderr


def test_an_edition_is_linted(tmp_path: Path) -> None:
    shipped = Path(str(files("keyzer.protocol"))) / "editions" / protocol.current().id
    assert keyzer("protocol", "lint", shipped).returncode == 0
    broken = Path(shutil.copytree(shipped, tmp_path / shipped.name))
    chapter = broken / "leerlingen.toml"
    chapter.write_text(chapter.read_text().replace("[leerlingen-9]", "[leerlingen-9]\nsurprise = 1"))
    found = keyzer("protocol", "lint", broken)
    assert found.returncode == 1
    for word in ("leerlingen.toml", "leerlingen-9", "surprise"):
        assert word in found.stderr


def test_a_situation_is_answered_in_words_and_as_json(tmp_path: Path) -> None:
    file = tmp_path / "situation.json"
    file.write_text(SITUATION)
    asked = json.loads(keyzer("ask", file, "--json").stdout)
    assert asked["verdict"] in {"permitted", "refused", "ask-first", "left-to-judgement"}
    assert asked == json.loads(keyzer("ask", "--json", given=SITUATION).stdout)
    assert "leerlingen-7" in keyzer("ask", "-", given=SITUATION).stdout
    assert keyzer("ask", "--language", "en", given=SITUATION).stdout != keyzer("ask", given=SITUATION).stdout


@pytest.mark.parametrize(
    ("given", "words"), [("", "JSON object"), ("[]", "JSON object"), ('{"who": "x"}', "`who`"), ('{"x": 1}', "`x`")]
)
def test_a_situation_that_cannot_be_read_is_refused(given: str, words: str) -> None:
    refused = keyzer("ask", given=given)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert words in refused.stderr


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    refused = keyzer("ask", tmp_path / "gone.json")
    assert refused.returncode == 1
    assert "gone.json` can't be read" in refused.stderr


def test_the_adopted_document_is_attached(a_school: Path, tmp_path: Path) -> None:
    paper = tmp_path / "protocol.pdf"
    paper.write_bytes(b"%PDF-1.7\nzoals vastgesteld\n%%EOF")
    attached = keyzer("protocol", "attach", paper, "--data", a_school)
    assert attached.returncode == 0, attached.stderr
    assert sha256(paper.read_bytes()).hexdigest() in attached.stdout
    paper.write_bytes(b"geen pdf")
    for file, words in ((paper, "`protocol.pdf` is no PDF"), (tmp_path / "gone.pdf", "gone.pdf` can't be read")):
        refused = keyzer("protocol", "attach", file, "--data", a_school)
        assert refused.returncode == 1
        assert words in refused.stderr


def test_nothing_is_attached_where_there_is_no_school(tmp_path: Path) -> None:
    paper = tmp_path / "protocol.pdf"
    paper.write_bytes(b"%PDF-1.7")
    refused = keyzer("protocol", "attach", paper, "--data", tmp_path)
    assert refused.returncode == 1
    assert "run `keyzer migrate`" in refused.stderr
