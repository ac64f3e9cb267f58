"""The lessons there are: those of the house, and over them the school's own. A file that is not sound is left out."""

import hashlib
import logging
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from django.conf import settings

from keyzer import protocol
from keyzer.kit import clock

from .lesson import Lesson
from .pictures import PictureProblem, drawing
from .soundness import unsound

SHIPPED = Path(__file__).parent / "lessons"
OWN = "lessons"
log = logging.getLogger(__name__)
Marks = tuple[tuple[str, int, int], ...]


class Shelf(NamedTuple):
    """Lessons by id in their order, with what tells one version from another; drawings; and what was refused, why."""

    lessons: Mapping[str, Lesson]
    digests: Mapping[str, str]
    pictures: Mapping[str, str]
    problems: tuple[str, ...]


def shelf() -> Shelf:
    """All lessons of this school, read again as soon as a file of them or the edition in force changes."""
    folders = (SHIPPED, Path(settings.KEYZER_DATA) / OWN)
    edition = protocol.in_force(clock.today())
    return _kept(folders, tuple(_marks(folder) for folder in folders), edition.digest)


def read(folders: Iterable[Path]) -> Shelf:
    """The lessons of several folders; of two files with one name the later holds, unless it is not sound."""
    lessons: dict[str, Lesson] = {}
    pictures: dict[str, str] = {}
    problems: list[str] = []
    for folder in folders:
        problems += _take_pictures(folder, pictures)
        for file in sorted(folder.glob("*.toml")):
            lesson, faults = _lesson(file, pictures)
            problems += [f"{file.name}: {fault}" for fault in faults]
            if lesson and not faults:
                lessons[lesson.id] = lesson
    ordered = dict(sorted(lessons.items(), key=lambda item: (item[1].order, item[0])))
    return Shelf(ordered, {name: _digest(lesson) for name, lesson in ordered.items()}, pictures, tuple(problems))


def lint(folder: Path) -> list[str]:
    """Everything that is wrong with the lessons in a folder, as they would stand beside those of the house."""
    if not any(folder.glob("*.toml")):
        return [f"there is no lesson in `{folder}`: a lesson is a file such as `wachtwoorden.toml`"]
    return list(read((SHIPPED, folder) if folder.resolve() != SHIPPED else (SHIPPED,)).problems)


def _marks(folder: Path) -> Marks:
    """What changes when a file in the folder does."""
    stats = ((file, file.stat()) for file in chain(folder.glob("*.toml"), folder.glob("pictures/*.svg")))
    return tuple(sorted((str(file), stat.st_mtime_ns, stat.st_size) for file, stat in stats))


@lru_cache(maxsize=4)
def _kept(folders: tuple[Path, ...], _marks: tuple[Marks, ...], _edition: str) -> Shelf:
    found = read(folders)
    for problem in found.problems:
        log.warning("a lesson was left out: %s", problem)
    return found


def _take_pictures(folder: Path, pictures: dict[str, str]) -> list[str]:
    problems = []
    for file in sorted(folder.glob("pictures/*.svg")):
        try:
            pictures[file.stem] = drawing(file)
        except PictureProblem as problem:
            problems.append(f"pictures/{file.name}: {problem}")
    return problems


def _lesson(file: Path, pictures: Mapping[str, str]) -> tuple[Lesson | None, list[str]]:
    """The lesson in a file, with all that is wrong with it."""
    try:
        said: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as refused:
        return None, [f"is not UTF-8 from byte {refused.start} on; save it as UTF-8"]
    except tomllib.TOMLDecodeError as refused:
        return None, [f"is not TOML: {str(refused)[:1].lower()}{str(refused)[1:]}"]
    if "id" in said:
        return None, ["`id` is the name of the file; take it out"]
    whole = {**protocol.reflow(said), "id": file.stem}
    if faults := list(protocol.faults(Lesson, whole)):
        return None, faults
    lesson = msgspec.convert(whole, Lesson)
    return lesson, list(unsound(lesson, protocol.in_force(clock.today()), pictures))


def _digest(lesson: Lesson) -> str:
    """What tells one version of a lesson from another, whatever the form of its file."""
    return hashlib.sha256(msgspec.json.encode(lesson, order="deterministic")).hexdigest()
