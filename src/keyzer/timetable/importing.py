"""The lessons of a week from a file of lines: all of them are taken, or none, with every fault.

The columns are `teacher;class;weekday;period;room;subject`; a comma may stand between them too.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from keyzer.kit import sheets
from keyzer.kit.sheets import Found, Layout, Line, Unsound
from keyzer.people import queries as people

from . import actions
from .roster import NewLesson

LAYOUT = Layout(("teacher", "class", "weekday", "period"), optional=("room", "subject"))
WEEKDAYS = {"ma": 1, "di": 2, "wo": 3, "do": 4, "vr": 5} | {str(day): day for day in range(1, 6)}
MOST_PERIODS = 16
LONGEST = {"room": 20, "subject": 40}


class Known(NamedTuple):
    """The staff by number and the classes by name, as of the day from which the lessons hold."""

    staff: Mapping[str, UUID]
    classes: Mapping[str, UUID]


def read(file: Path, since: date) -> list[NewLesson]:
    """The lessons of a file. Raises FileRefused with every fault, OSError, UnicodeDecodeError."""
    known = Known(people.staff_by_number(since), {one.name.lower(): one.id for one in people.classes(since)})
    seen: dict[tuple[str, ...], int] = {}
    return sheets.read(file, LAYOUT, lambda found: _lesson(found, known, seen))


def bring_in(file: Path, *, since: date, at: datetime) -> int:
    """Let the lessons of a file hold from `since` on; answers how many. Raises as `read`."""
    lessons = read(file, since)
    actions.enter_lessons(lessons, since=since, by=None, at=at)
    return len(lessons)


def _faults(row: Line, known: Known) -> Iterator[str]:
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


def _twice(found: Found, seen: dict[tuple[str, ...], int]) -> Iterator[str]:
    first = seen.setdefault(tuple(found.said[name].lower() for name in LAYOUT.columns), found.line)
    if first != found.line:
        yield f"this lesson stands in line {first} as well: leave one of them out"


def _lesson(found: Found, known: Known, seen: dict[tuple[str, ...], int]) -> NewLesson:
    if faults := [*_faults(found.said, known), *_twice(found, seen)]:
        raise Unsound(*faults)
    said = {name: words.lower() for name, words in found.said.items()}
    return NewLesson(
        teacher=known.staff[said["teacher"]],
        school_class=known.classes[said["class"]],
        weekday=WEEKDAYS[said["weekday"]],
        period=int(said["period"]),
        room=found.said["room"],
        subject=found.said["subject"],
    )
