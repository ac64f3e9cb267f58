"""Every read of learning: one's own lessons, and for a mentor who of a class finished which; never how."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.people import queries as people
from keyzer.protocol import Audience, Role

from .lesson import Lesson
from .models import Progress
from .shelf import shelf

AUDIENCES = {
    Role.LEERLING: Audience.LEERLING,
    Role.OUDER: Audience.OUDER,
    Role.VRIJWILLIGER: Audience.VRIJWILLIGER,
    Role.STAGIAIR: Audience.STAGIAIR,
    Role.ANDER: Audience.ANDER,
}
"""Whom the paper calls what; every other role is that of staff."""


class LessonState(NamedTuple):
    """A lesson as one person has it. `position` is the screen to go on with; 1 is the beginning."""

    lesson: Lesson
    digest: str
    position: int
    finished_at: datetime | None
    changed: bool

    @property
    def is_finished(self) -> bool:
        """Whether it was finished once, be it an earlier version."""
        return self.finished_at is not None

    @property
    def is_begun(self) -> bool:
        """Whether somebody stopped halfway."""
        return self.position > 1


class Finished(NamedTuple):
    """Of one lesson, the names of who finished it."""

    lesson: Lesson
    names: list[str]


class ClassResults(NamedTuple):
    """A class, how many pupils it has, and who finished which lesson."""

    name: str
    pupils: int
    lessons: list[Finished]


def audiences_of(viewer: protocol.Viewer) -> set[Audience]:
    """As what somebody is bound (reikwijdte-1)."""
    return {AUDIENCES.get(held.role, Audience.PERSONEEL) for held in viewer.roles}


def lessons_of(person: UUID) -> list[LessonState]:
    """Every lesson, in its order, with how far this person is."""
    known, kept = shelf(), {row.lesson: row for row in Progress.objects.filter(person_id=person)}
    return [_state(lesson, known.digests[name], kept.get(name)) for name, lesson in known.lessons.items()]


def lesson_of(person: UUID, lesson_id: str) -> LessonState | None:
    """One lesson with how far this person is; None when there is no such lesson."""
    known = shelf()
    if lesson_id not in known.lessons:
        return None
    kept = Progress.objects.filter(person_id=person, lesson=lesson_id).first()
    return _state(known.lessons[lesson_id], known.digests[lesson_id], kept)


def lessons_about(article: str, viewer: protocol.Viewer) -> list[Lesson]:
    """The lessons that name an article and are written for this person, in their order."""
    bound = audiences_of(viewer)
    return [one for one in shelf().lessons.values() if article in one.articles and bound & set(one.audiences)]


def next_for(viewer: protocol.Viewer, states: Collection[LessonState]) -> LessonState | None:
    """What to do next: a lesson that was begun, else the first that was not finished; None when all are done."""
    mine = [state for state in states if audiences_of(viewer) & set(state.lesson.audiences)]
    open_ = [state for state in mine if not state.is_finished or state.is_begun]
    return next((state for state in open_ if state.is_begun), open_[0] if open_ else None)


def drawing(name: str) -> str:
    """A drawing of a lesson, safe to stand in a page. Raises KeyError for one that is not there."""
    return shelf().pictures[name]


def for_pupils() -> list[Lesson]:
    """The lessons that are written for pupils, in their order."""
    return [one for one in shelf().lessons.values() if Audience.LEERLING in one.audiences]


def class_results(viewer: protocol.Viewer, on: date) -> list[ClassResults]:
    """For each class that this person is mentor of: who finished which lesson for pupils (leerlingen-1)."""
    classes = [held.class_id for held in viewer.roles if held.role is Role.MENTOR and held.class_id]
    results = [_results(UUID(each), on) for each in dict.fromkeys(classes)]
    return [result for result in results if result is not None]


def _results(school_class: UUID, on: date) -> ClassResults | None:
    lines = people.bonds_in_class(school_class, on)
    seated = {UUID(line.bond.person): line for line in lines if line.bond.audience is Audience.LEERLING}
    if not seated:
        return None
    name = next(seat.name for line in seated.values() for seat in line.seats if seat.id == school_class)
    done = _finishers(seated)
    return ClassResults(name, len(seated), [Finished(one, done[one.id]) for one in for_pupils()])


def _finishers(pupils: Collection[UUID]) -> Mapping[str, list[str]]:
    """The names of who finished, by lesson, in order."""
    names = people.names(pupils)
    done = Progress.objects.filter(person_id__in=pupils, finished_at__isnull=False)
    found: dict[str, list[str]] = defaultdict(list)
    for lesson, person in done.values_list("lesson", "person_id"):
        found[lesson].append(names[person])
    return defaultdict(list, {lesson: sorted(finished) for lesson, finished in found.items()})


def _state(lesson: Lesson, digest: str, kept: Progress | None) -> LessonState:
    """How far somebody is; of a version that changed since, one begins at the first screen."""
    if kept is None:
        return LessonState(lesson, digest, 1, None, changed=False)
    position = kept.position if kept.digest == digest else 1
    changed = kept.finished_at is not None and kept.finished_digest != digest
    return LessonState(lesson, digest, position, kept.finished_at, changed)
