"""The bench runs: each cheap part once, with the smallest of sizes. How fast it is, is told by `make bench` alone."""

import sqlite3
from pathlib import Path

import pytest

from bench import __main__ as bench
from bench import chats, duties, figures, fill, verdicts, visit
from bench.visitor import Answer, Visitor, doors_by_role

DEMO = """
<h2 id="role-1">Leerling</h2>
<form action="/demo/0b5e6a52-0000-7000-8000-000000000001/"><input name="csrfmiddlewaretoken" value="s3cret"></form>
<h2 id="role-2">Ouder of verzorger</h2>
"""
SHEET = """
@import "more.css";
@font-face { src: url("latin.woff2"); unicode-range: U+0000-00FF; }
@font-face { src: url(greek.woff2); unicode-range: U+0370-03FF, U+1F00-1FFF; }
"""


def test_rules_are_measured_against_cedar() -> None:
    found = [*verdicts.figures(repeats=1), *duties.figures(repeats=1)]
    assert [figure.name.split()[0] for figure in found] == ["verdicts", "verdicts", "lists"]
    assert all(float(figure.ratio) > 0 for figure in found)


def test_figures_are_told_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    figures.tell([figures.Figure("a report", "4.0 ms", "aim 5.0 ms", figures.ratio(4, 5))])
    head, line = capsys.readouterr().out.splitlines()
    assert head.split() == ["figure", "measured", "yardstick", "ratio"]
    assert line.endswith("0.80")


def test_a_visitor_signs_in_by_role() -> None:
    sent: list[tuple[str, str, bytes]] = []

    def answer(method: str, path: str, _headers: dict[str, str], body: bytes) -> Answer:
        sent.append((method, path, body))
        return Answer(302 if method == "POST" else 200, [("Set-Cookie", "keyzer=1; Path=/")], DEMO.encode())

    Visitor(answer).sign_in("leerling")
    assert doors_by_role(DEMO) == {"leerling": ["/demo/0b5e6a52-0000-7000-8000-000000000001/"]}
    method, path, body = sent[-1]
    assert (method, path) == ("POST", "/demo/0b5e6a52-0000-7000-8000-000000000001/")
    assert b"s3cret" in body
    with pytest.raises(LookupError, match="no door for `directeur`"):
        Visitor(answer).sign_in("directeur")


def test_a_first_visit_loads_what_its_letters_need() -> None:
    assert visit.in_css(SHEET, "gewoon Nederlands") == ["more.css", "latin.woff2"]
    page = (
        b'<link rel="stylesheet" href="/a.css"><a href="https://elsewhere.example/">x</a>'
        b'<script src="//cdn.example/x.js"></script>'
    )
    loaded, others = visit.load(Visitor(lambda *_sent: Answer(200, [], page)), "/")
    assert len(loaded) == 2
    assert others == ["//cdn.example/x.js"]


def test_a_school_grows_old(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "school.sqlite3") as connection:
        for table in fill.TABLES:
            connection.execute(f"CREATE TABLE {table} (id TEXT PRIMARY KEY, due_at TEXT, handler_id TEXT)")
            row = ("019b0000000070008000000000000001", "2026-11-24 16:00:00", "someone")
            connection.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", row)  # noqa: S608 -- names of ours
    past = fill.Past(tmp_path)
    past.grow(3)
    past.grow(5)
    rows = connection.execute(f"SELECT id, due_at, handler_id FROM {fill.INCIDENTS}").fetchall()  # noqa: S608
    connection.close()
    ids, terms, handlers = (set(column) for column in zip(*rows, strict=True))
    assert (len(ids), len(terms), handlers) == (5, 5, {"someone"})


def test_it_can_be_started() -> None:
    assert callable(bench.main)


def test_a_chat_is_read_from_its_first_line_to_its_last() -> None:
    [figure] = chats.figures(lines=200)
    assert figure.name == "chat of 200 lines"
    assert float(figure.ratio) < 1
