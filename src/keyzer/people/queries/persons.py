"""Persons in lists: names, classes, years of study, ages."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from keyzer.kit import clock
from keyzer.kit.prepared import prepared
from keyzer.people.models import Enrolment, Person

ADULT = 18
Seat = tuple[UUID, str, int, UUID]
"""A pupil in a class: its name, its year and its id."""
NAME = ("given_name", "prefix", "family_name")


class PersonBrief(NamedTuple):
    """What a list needs of a person. Who is not a pupil on that day has no class and no layer."""

    id: UUID
    name: str
    number: str | None
    class_name: str
    layer: int | None
    born: date | None
    language: str


def names(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Full names, in one query; an unknown id is absent."""
    wanted = tuple(set(ids))
    return {person: full_name(*parts) for person, _, _, _, *parts in _persons(wanted)} if wanted else {}


def brief(ids: Iterable[UUID], on: date | None = None) -> dict[UUID, PersonBrief]:
    """What lists show of persons, in two queries; their class is that of `on`, or of today."""
    wanted = tuple(set(ids))
    return brief_seated(wanted, seats(wanted, on or clock.today()))


def brief_seated(ids: tuple[UUID, ...], seated: Iterable[Seat]) -> dict[UUID, PersonBrief]:
    """The same of persons whose classes are known already, in one query."""
    places = {pupil: (name, layer) for pupil, name, layer, _ in seated}
    found = {}
    for person, number, born, language, *parts in _persons(ids):
        class_name, layer = places.get(person, ("", None))
        found[person] = PersonBrief(person, full_name(*parts), number, class_name, layer, born, language)
    return found


def layer_of(pupil_id: UUID, on: date) -> int | None:
    """The year of study of a pupil on that day; None for who is not a pupil then."""
    return next((layer for _, _, layer, _ in reversed(seats((pupil_id,), on))), None)


def is_adult(born: date | None, on: date) -> bool:
    """True from the eighteenth birthday on; an unknown date of birth counts as not yet."""
    return born is not None and (born.year + ADULT, born.month, born.day) <= (on.year, on.month, on.day)


def holds(on: date) -> Q:
    """The filter on what is dated: it holds on that day."""
    return Q(since__lte=on) & (Q(until=None) | Q(until__gte=on))


def full_name(given: str, prefix: str, family: str) -> str:
    """A name as people say it."""
    return " ".join(part for part in (given, prefix, family) if part)


@prepared
def seats(pupils: tuple[UUID, ...], on: date) -> QuerySet[Enrolment, Seat]:
    """Pupils with the class and the year they sit in on that day."""
    rows = Enrolment.objects.filter(holds(on), pupil_id__in=pupils).order_by("since")
    return rows.values_list("pupil_id", "school_class__name", "school_class__layer", "school_class_id")


@prepared
def _persons(ids: tuple[UUID, ...]) -> QuerySet[Person, tuple[UUID, str | None, date | None, str, str, str, str]]:
    return Person.objects.filter(id__in=ids).values_list("id", "number", "born", "language", *NAME)
