"""The names of those beside whom somebody sits: what is masked where they take no part."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from keyzer.people.models import Enrolment

from .persons import full_name, holds


def names_in_class_of(persons: Iterable[UUID], on: date) -> list[str]:
    """The names of everybody in a class of one of these pupils on that day, themselves among them; sorted."""
    seated = Enrolment.objects.filter(holds(on), pupil_id__in=set(persons))
    return _names(Q(school_class__in=seated.values("school_class")), on)


def names_in_year(layer: int, on: date) -> list[str]:
    """The names of everybody in a year of study on that day; sorted."""
    return _names(Q(school_class__layer=layer), on)


def _names(which: Q, on: date) -> list[str]:
    rows = Enrolment.objects.filter(holds(on), which).distinct()
    parts = rows.values_list("pupil__given_name", "pupil__prefix", "pupil__family_name")
    return sorted({full_name(*each) for each in parts})
