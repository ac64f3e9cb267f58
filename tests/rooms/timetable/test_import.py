"""`keyzer import lessons`: all lines or none, each fault with its line and what to do."""

from pathlib import Path
from uuid import UUID

import pytest

from keyzer.kit.sheets import FileRefused
from keyzer.people.models import Person
from keyzer.timetable.importing import bring_in, read
from keyzer.timetable.models import Lesson
from tests.cast import NOW, TODAY, Cast

HEAD = "teacher;class;weekday;period;room;subject\n"


@pytest.fixture
def staff(cast: Cast) -> UUID:
    """The teacher has a number."""
    Person.objects.filter(id=cast.teacher).update(number="VRI")
    return cast.teacher


def written(folder: Path, text: str) -> Path:
    file = folder / "lessen.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_lessons_are_taken_in(cast: Cast, staff: UUID, tmp_path: Path) -> None:
    file = written(tmp_path, f"{HEAD}vri;2A;ma;3;114;Nederlands\nVRI;2b;2;1;;\n")
    assert bring_in(file, since=TODAY, at=NOW) == 2
    rows = Lesson.objects.order_by("weekday").values_list("school_class_id", "teacher_id", "period", "room")
    assert list(rows) == [(cast.class_2a, staff, 3, "114"), (cast.class_2b, staff, 1, "")]


def test_commas_and_a_mark_of_a_spreadsheet_do_no_harm(staff: UUID, tmp_path: Path) -> None:
    file = written(tmp_path, "\ufeffclass,teacher,period,weekday\n2A,VRI,1,vr\n")
    assert [one.weekday for one in read(file, TODAY)] == [5]


def test_every_fault_is_told_with_its_line_and_nothing_is_taken(staff: UUID, tmp_path: Path) -> None:
    file = written(tmp_path, f"{HEAD}VRI;2A;ma;1;;\nXYZ;9Z;zo;0;{'x' * 21};\nVRI;2A;MA;1;;\n")
    with pytest.raises(FileRefused) as refused:
        bring_in(file, since=TODAY, at=NOW)
    assert [fault.line for fault in refused.value.faults] == [3, 3, 3, 3, 3, 4]
    assert "line 2 as well" in refused.value.faults[-1].words
    assert not Lesson.objects.exists()


@pytest.mark.parametrize("text", ["", "docent;klas\n", "teacher;class;weekday\n"])
def test_a_file_without_the_columns_is_refused(staff: UUID, tmp_path: Path, text: str) -> None:
    with pytest.raises(FileRefused, match="1 lines"):
        read(written(tmp_path, text), TODAY)
