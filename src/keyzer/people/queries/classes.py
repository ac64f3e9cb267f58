"""Classes of a school year, and who sits in one."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from keyzer.people.models import Enrolment, RoleHeld, SchoolClass

from .persons import NAME, full_name, holds
from .roles import AT_WORK


class ClassBrief(NamedTuple):
    """A class as a list needs it; `layer` is the year of study."""

    id: UUID
    name: str
    layer: int


class Seated(NamedTuple):
    """A pupil of a class."""

    id: UUID
    name: str


def classes(on: date) -> list[ClassBrief]:
    """Every class in which somebody sits on that day, by year and name."""
    seated = Enrolment.objects.filter(holds(on)).values("school_class_id")
    rows = SchoolClass.objects.filter(id__in=seated).order_by("layer", "name")
    return [ClassBrief(*row) for row in rows.values_list("id", "name", "layer")]


def class_brief(school_class: UUID) -> ClassBrief | None:
    """One class; None for an unknown one."""
    row = SchoolClass.objects.filter(id=school_class).values_list("id", "name", "layer").first()
    return ClassBrief(*row) if row else None


def pupils_in(school_class: UUID, on: date) -> list[Seated]:
    """Who sits in a class on that day, by name."""
    rows = Enrolment.objects.filter(holds(on), school_class_id=school_class)
    ordered = rows.order_by("pupil__given_name", "pupil__family_name", "pupil_id")
    found = ordered.values_list("pupil_id", *(f"pupil__{part}" for part in NAME))
    return [Seated(pupil, full_name(*parts)) for pupil, *parts in found]


def staff_by_number(on: date) -> dict[str, UUID]:
    """Who has a task at the school on that day, by the school's own number in lower case."""
    held = RoleHeld.objects.filter(holds(on), role__in=AT_WORK).exclude(person__number=None)
    return {str(number).lower(): person for number, person in held.values_list("person__number", "person_id")}
