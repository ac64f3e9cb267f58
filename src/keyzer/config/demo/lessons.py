"""Lessons of the demo school: in the first two years many pupils have finished some, so that a mentor sees who."""

from datetime import datetime, timedelta

from keyzer.learning import actions
from keyzer.learning.queries import for_pupils
from keyzer.people.roster import Roster

YEARS = (1, 2)
WEEKS = 9


def learn(roster: Roster, founded: datetime, now: datetime) -> int:
    """Let each pupil of these years finish the first so many lessons, from none to all. Answers how many."""
    classes = {one.id for one in roster.classes if one.layer in YEARS}
    pupils = [one.pupil for one in roster.enrolments if one.school_class in classes]
    lessons = for_pupils()
    finished = [(pupil, lesson) for pupil in pupils for lesson in lessons[: pupil.int % (len(lessons) + 1)]]
    for number, (pupil, lesson) in enumerate(finished):
        at = min(now, founded + timedelta(weeks=number % WEEKS, minutes=number))
        actions.go_on(lesson.id, len(lesson.screens), by=pupil, at=at)
    return len(finished)
