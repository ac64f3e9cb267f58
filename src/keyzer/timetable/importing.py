"""The lessons of a week from a file of lines: all of them are taken, or none, with every fault.

The columns are `teacher;class;weekday;period;room;subject`; a comma may stand between them too.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from keyzer.people import queries as people

from . import actions
from .roster import NewLesson

COLUMNS = ("teacher", "class", "weekday", "period", "room", "subject")
NEEDED = COLUMNS[:4]
WEEKDAYS = {"ma": 1, "di": 2, "wo": 3, "do": 4, "vr": 5} | {str(day): day for day in range(1, 6)}
MOST_PERIODS = 16
LONGEST = {"room": 20, "subject": 40}


class Fault(NamedTuple):
    """What is wrong with a line of the file, counted from 1, and what to do."""

    line: int
    words: str


class FileRefused(Exception):
    """Nothing of the file was taken."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = sorted(faults)


class Known(NamedTuple):
    """The staff by number and the classes by name, as of the day from which the lessons hold."""

    staff: Mapping[str, UUID]
    classes: Mapping[str, UUID]


def read(file: Path, since: date) -> list[NewLesson]:
    """The lessons of a file. Raises FileRefused with every fault, OSError, UnicodeDecodeError."""
    text = file.read_text(encoding="utf-8-sig")
    rows = csv.DictReader(text.splitlines(), delimiter=";" if ";" in text.partition("\n")[0] else ",")
    named = [name.strip().lower() for name in rows.fieldnames or ()]
    if missing := [name for name in NEEDED if name not in named]:
        raise FileRefused([Fault(1, f"column `{missing[0]}` is missing: begin with {';'.join(COLUMNS)}")])
    rows.fieldnames = named
    known = Known(people.staff_by_number(since), {one.name.lower(): one.id for one in people.classes(since)})
    lines = [(rows.line_num, {name: (row.get(name) or "").strip() for name in COLUMNS}) for row in rows]
    if faults := [Fault(line, words) for line, row in lines for words in _faults(row, known)] + _twice(lines):
        raise FileRefused(faults)
    return [_lesson(row, known) for _line, row in lines]


def bring_in(file: Path, *, since: date, at: datetime) -> int:
    """Let the lessons of a file hold from `since` on; answers how many. Raises as `read`."""
    lessons = read(file, since)
    actions.enter_lessons(lessons, since=since, by=None, at=at)
    return len(lessons)


def _faults(row: Mapping[str, str], known: Known) -> Iterator[str]:
    if row["teacher"].lower() not in known.staff:
        yield f"`{row['teacher']}` is the number of nobody who works here: correct `teacher`"
    if row["class"].lower() not in known.classes:
        yield f"`{row['class']}` is no class with pupils then: correct `class`"
    if row["weekday"].lower() not in WEEKDAYS:
        yield f"`{row['weekday']}` is no day with lessons: write 1 to 5, or ma, di, wo, do, vr"
    if not (row["period"].isdecimal() and 1 <= int(row["period"]) <= MOST_PERIODS):
        yield f"`{row['period']}` is no lesson hour: write 1 to {MOST_PERIODS}"
    for name, most in LONGEST.items():
        if len(row[name]) > most:
            yield f"`{row[name]}` is too long: write `{name}` in at most {most} characters"


def _twice(lines: Sequence[tuple[int, Mapping[str, str]]]) -> list[Fault]:
    seen: dict[tuple[str, ...], int] = {}
    found = []
    for line, row in lines:
        place = tuple(row[name].lower() for name in NEEDED)
        if seen.setdefault(place, line) != line:
            found.append(Fault(line, f"this lesson stands in line {seen[place]} as well: leave one of them out"))
    return found


def _lesson(row: Mapping[str, str], known: Known) -> NewLesson:
    return NewLesson(
        teacher=known.staff[row["teacher"].lower()],
        school_class=known.classes[row["class"].lower()],
        weekday=WEEKDAYS[row["weekday"].lower()],
        period=int(row["period"]),
        room=row["room"],
        subject=row["subject"],
    )
