"""The scenarios beside this file: facts in, verdict and grounds out, one file per article."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from keyzer.protocol.ask import ask
from keyzer.protocol.load import current
from keyzer.protocol.situation import parse_situation
from keyzer.protocol.verdict import Verdict

ON = date(2026, 11, 23)
FOLDER = Path(__file__).parent / "scenarios"
FILES = sorted(FOLDER.glob("*.toml"))


def read(file: Path) -> list[dict[str, Any]]:
    return list(tomllib.loads(file.read_text(encoding="utf-8"))["scenario"])


def scenarios() -> Iterator[Any]:
    for file in FILES:
        for scenario in read(file):
            name = f"{file.stem}: {scenario['name']}"
            yield pytest.param(scenario, id=name, marks=pytest.mark.article(file.stem))


def found(verdict: Verdict) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "verdict": verdict.__struct_config__.tag,
        "whom": getattr(verdict, "whom", None),
        "grounds": list(verdict.articles),
        "lacking": list(verdict.lacking),
        "notes": [note.article for note in verdict.notes],
    }
    return {key: value for key, value in answer.items() if value}


@pytest.mark.parametrize("scenario", list(scenarios()))
def test_the_answer_is_as_written(scenario: dict[str, Any]) -> None:
    verdict = ask(current(), parse_situation(scenario["facts"]), ON)
    assert found(verdict) == {key: value for key, value in scenario.items() if key not in {"name", "facts"}}


def test_every_article_has_its_scenarios() -> None:
    assert {file.stem for file in FILES} == set(current().articles)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_article_is_shown_at_work(file: Path) -> None:
    """At least three scenarios, of which two cite the article; a pupil and a member of staff are among them."""
    written = read(file)
    citing = [s for s in written if file.stem in s["grounds"] + s.get("notes", [])]
    assert len(written) >= 3
    assert len(citing) >= 2
    audiences = {s["facts"].get("who") for s in written}
    assert {"leerling", "personeel"} <= audiences


def test_no_two_scenarios_of_an_article_are_called_the_same() -> None:
    for file in FILES:
        names = [scenario["name"] for scenario in read(file)]
        assert len(names) == len(set(names)), file.name
