"""Ids, clock, environment and log lines."""

import logging
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine

from keyzer.kit import clock, environment, ids
from keyzer.kit.environment import EnvironmentProblem
from keyzer.kit.logs import WithoutContent


def test_ids_sort_by_the_time_they_were_made() -> None:
    with time_machine.travel(0, tick=False) as moment:
        made = []
        for _ in range(50):
            made.append(ids.new_id())
            moment.shift(0.001)
    assert made == sorted(made)
    assert len(set(made)) == 50
    assert {one.version for one in made} == {7}
    assert {one.variant for one in made} == {"specified in RFC 4122"}


def test_today_is_the_day_on_the_schools_wall() -> None:
    with time_machine.travel(datetime(2026, 6, 30, 22, 30, tzinfo=UTC), tick=False):
        assert clock.now() == datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
        assert clock.today() == date(2026, 7, 1)


def test_a_setting_comes_from_its_variable_or_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secret"
    file.write_text("from a file\n")
    monkeypatch.setenv("X_FILE", str(file))
    assert environment.text("X") == "from a file"
    monkeypatch.setenv("X", "itself")
    assert environment.text("X") == "itself"
    assert environment.secret("X", tmp_path / "other") == "itself"


def test_a_missing_setting_names_itself_and_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EnvironmentProblem, match="`Y` is not set: set it, or point `Y_FILE`"):
        environment.text("Y")
    assert environment.text("Y", "default") == "default"
    monkeypatch.setenv("Y_FILE", str(tmp_path / "gone"))
    with pytest.raises(EnvironmentProblem, match="which can't be read"):
        environment.text("Y")


def test_a_secret_is_read_from_its_file_or_holds_for_this_process(tmp_path: Path) -> None:
    file = tmp_path / "key"
    assert len(environment.secret("Z", file)) > 40
    file.write_text("kept")
    assert environment.secret("Z", file) == "kept"


@pytest.mark.parametrize(("word", "on"), [("1", True), ("Yes", True), ("on", True), ("0", False), ("", False)])
def test_flags(monkeypatch: pytest.MonkeyPatch, word: str, *, on: bool) -> None:
    monkeypatch.setenv("F", word)
    assert environment.flag("F") is on


def fail_over(words: str) -> None:
    try:
        int(words)
    except ValueError as problem:
        raise RuntimeError(words) from problem


def test_a_log_line_tells_where_and_never_what() -> None:
    with pytest.raises(RuntimeError) as failure:
        fail_over("Lena belde in tranen")
    information = (failure.type, failure.value, failure.tb)
    record = logging.LogRecord("keyzer", logging.ERROR, __file__, 1, "page failed", None, information)
    line = WithoutContent().format(record)
    assert "Lena" not in line
    assert "page failed" in line
    assert "builtins.ValueError" in line
    assert Path(__file__).name in line
