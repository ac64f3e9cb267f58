"""Who may be in a picture today, by class, for who works with that class."""

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.people import queries as people
from keyzer.people.queries import ClassBrief, Seated
from keyzer.protocol import ImagePurpose, Viewer
from keyzer.timetable import queries as timetable

from .standing import shown_in

DAYS_OF_LESSONS = 14
"""So many days ahead a lesson is looked for, to know which classes somebody teaches."""


class ClassShown(NamedTuple):
    """A class for one purpose: who may not be in the picture, and who may."""

    school_class: ClassBrief
    purpose: ImagePurpose
    hidden: list[Seated]
    shown: list[Seated]


def classes_for(viewer: Viewer, on: date) -> list[ClassBrief]:
    """The classes that somebody sees this of, by year and name."""
    days = [on + timedelta(days=ahead) for ahead in range(DAYS_OF_LESSONS)]
    lessons = timetable.teachers_lessons(timetable.bells(), UUID(viewer.id), days)
    taught = {lesson.school_class for lesson in lessons}
    return [one for one in people.classes(on) if _may_see(viewer, one, teaches=one.id in taught)]


def class_for(viewer: Viewer, school_class: UUID, purpose: ImagePurpose, on: date) -> ClassShown | None:
    """A class for one purpose; None for who does not work with it."""
    known = next((one for one in classes_for(viewer, on) if one.id == school_class), None)
    if known is None:
        return None
    pupils, standing = people.pupils_in(school_class, on), shown_in(school_class, on)
    hidden = [one for one in pupils if not standing[one.id][purpose].may_show]
    return ClassShown(known, purpose, hidden, [one for one in pupils if one not in hidden])


def _may_see(viewer: Viewer, one: ClassBrief, *, teaches: bool) -> bool:
    teachers = {viewer.id} if teaches else set[str]()
    return protocol.may_see_class_consent(viewer, str(one.id), one.layer, teachers)
