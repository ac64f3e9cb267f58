"""`keyzer lessons lint`: what a school runs before it uses lessons of its own."""

from pathlib import Path

from tests.rooms.config.conftest import keyzer
from tests.rooms.learning.conftest import SOUND


def test_the_shipped_lessons_are_sound(tmp_path: Path) -> None:
    answer = keyzer("lessons", "lint", "--data", tmp_path)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.endswith("learning/lessons: sound\n")


def test_the_schools_own_come_first_and_each_fault_is_named(tmp_path: Path) -> None:
    (tmp_path / "lessons").mkdir()
    broken = SOUND.replace('title.en = "You saw it happen"', "").replace("order = 70", 'order = "x"')
    (tmp_path / "lessons" / "eigen.toml").write_text(broken, encoding="utf-8")
    answer = keyzer("lessons", "lint", "--data", tmp_path)
    assert answer.returncode == 1
    assert "eigen.toml: `title.en` is missing; write it" in answer.stderr
    assert "eigen.toml: `order` must be a whole number, not `x`" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert "a lesson is left out, eigen.toml: `title.en` is missing" in keyzer("check", "--data", tmp_path).stderr


def test_a_folder_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "eigen.toml").write_text(SOUND, encoding="utf-8")
    assert keyzer("lessons", "lint", tmp_path).returncode == 0
    answer = keyzer("lessons", "lint", tmp_path / "nergens")
    assert answer.returncode == 1
    assert "there is no lesson in" in answer.stderr
