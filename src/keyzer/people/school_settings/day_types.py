"""Kinds of school days with lesson times of their own, and on which days each holds, as a person types them."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import groupby
from typing import NamedTuple

from .bells import MOST, NotALesson, Span, read_bells, write_bells
from .days import NotADay, read_days, write_days

NORMAL = ""
NORMAL_AS_TYPED = ("gewoon", "normal")
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
IN_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday")
LONGEST_NAME = 40


class DayType(NamedTuple):
    """A kind of day, such as `Toetsweek`, with its lessons in order."""

    name: str
    lessons: tuple[Span, ...]


class NotADayType(ValueError):
    """A name without lessons under it, one that stands twice or is too long; its text is the line."""


class On(NamedTuple):
    """On `when`, a weekday (1 is Monday) or one day, holds the kind of day `name`; NORMAL for the normal times."""

    when: int | date
    name: str


def read_day_types(text: str) -> list[DayType]:
    """Blocks of a name with its lessons under it. Raises NotALesson, NotADayType."""
    found: list[DayType] = []
    for name, lines in _blocks(text):
        lessons = read_bells("\n".join(lines))
        taken = {*NORMAL_AS_TYPED, *(one.name.lower() for one in found)}
        if not lessons or name.lower() in taken or len(name) > LONGEST_NAME or ":" in name or len(found) == MOST:
            raise NotADayType(name)
        found.append(DayType(name, tuple(lessons)))
    return found


def write_day_types(kept: Iterable[tuple[str, Sequence[Sequence[str]]]]) -> str:
    """Kinds of days as they are kept, a block each."""
    return "\n\n".join(f"{name}\n{write_bells(lessons)}" for name, lessons in kept)


def read_days_of_types(text: str, names: Iterable[str]) -> list[On]:
    """Lines such as `vrijdag: Toetsweek`; of `names` alone. Raises NotADay, NotADayType with the line."""
    known = {name.lower(): name for name in names} | dict.fromkeys(NORMAL_AS_TYPED, NORMAL)
    found: dict[int | date, On] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        when, _colon, name = (part.strip() for part in line.partition(":"))
        if name.lower() not in known:
            raise NotADayType(line)
        found |= {one: On(one, known[name.lower()]) for one in _when(when, line)}
    return sorted(found.values(), key=lambda one: (isinstance(one.when, date), str(one.when)))


def write_days_of_types(kept: Iterable[tuple[int | str, str]]) -> str:
    """The days as they are kept, as lines; those of one kind that follow each other as one."""
    every = [(when, name or NORMAL_AS_TYPED[0]) for when, name in kept]
    weekly = [f"{WEEKDAYS[when - 1]}: {name}" for when, name in every if isinstance(when, int)]
    single = [(date.fromisoformat(when), name) for when, name in every if isinstance(when, str)]
    runs = ((name, [day for day, _name in run]) for name, run in groupby(sorted(single), key=lambda one: one[1]))
    return "\n".join([*weekly, *(f"{line}: {name}" for name, days in runs for line in write_days(days).splitlines())])


def _blocks(text: str) -> Iterable[tuple[str, list[str]]]:
    """Each name with the lines of its lessons; a lesson before the first name is none of any kind."""
    blocks: list[tuple[str, list[str]]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if not line[0].isdigit() or _is_name(line):
            blocks.append((line, []))
        elif blocks:
            blocks[-1][1].append(line)
        else:
            raise NotADayType(line)
    return blocks


def _is_name(line: str) -> bool:
    """Whether a line that begins with a figure is a name, as in `40-minutenrooster`: a lesson holds no letters."""
    with suppress(NotALesson):
        return not read_bells(line)
    return any(sign.isalpha() for sign in line)


def _when(text: str, line: str) -> list[int] | list[date]:
    days: Mapping[str, int] = {name: number for row in (WEEKDAYS, IN_ENGLISH) for number, name in enumerate(row, 1)}
    if text.lower() in days:
        return [days[text.lower()]]
    try:
        found = read_days(text)
    except NotADay as wrong:
        raise NotADay(line) from wrong
    if not found:
        raise NotADay(line)
    return found
