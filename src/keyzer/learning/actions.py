"""Every write of learning: going on to the next screen, and finishing. Which answer was chosen never arrives here."""

from datetime import datetime
from uuid import UUID

from keyzer.kit.writing import writing

from .models import Progress
from .shelf import shelf


class NoSuchScreen(Exception):
    """There is no lesson by this name, or it has no such screen."""


def go_on(lesson_id: str, number: int, *, by: UUID, at: datetime) -> int | None:
    """Somebody has read screen `number`: answers the next one, or None when that was the last and it is finished.

    Raises NoSuchScreen.
    """
    known = shelf()
    lesson = known.lessons.get(lesson_id)
    if lesson is None or not 1 <= number <= len(lesson.screens):
        raise NoSuchScreen(f"there is no screen {number} in a lesson `{lesson_id}`: begin at the list of lessons")
    digest = known.digests[lesson_id]
    is_last = number == len(lesson.screens)
    kept: dict[str, object] = {"digest": digest, "position": 1 if is_last else number + 1}
    if is_last:
        kept |= {"finished_at": at, "finished_digest": digest}
    with writing():
        Progress.objects.update_or_create(person_id=by, lesson=lesson_id, defaults=kept)
    return None if is_last else number + 1
