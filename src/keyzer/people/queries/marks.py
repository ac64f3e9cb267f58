"""Names of the roster in a form from which nobody can read them back: to find a name in a draft, and no more."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from keyzer.ledger import queries as history
from keyzer.ledger.keys import school_key
from keyzer.people.models import Enrolment, Person

from .mentions import ways, words
from .persons import NAME, holds
from .school import school

Mark = bytes


class NameMarks(NamedTuple):
    """Marks under the school's key. `whole`: given and family name, in any order; `family`: the family name alone.

    `seated` is a given name in a class; `longest` the number of words in the longest name.
    """

    whole: frozenset[Mark]
    family: frozenset[Mark]
    seated: frozenset[Mark]
    longest: int


NOBODY = NameMarks(frozenset(), frozenset(), frozenset(), 0)


def mark(kind: str, parts: Iterable[str]) -> Mark:
    """The mark of some words, in lower case and without accents; of another kind it is another mark."""
    return school_key().blind_index("\x1f".join(("name", kind, *parts)).encode())


def name_marks(on: date) -> NameMarks:
    """Marks of everybody in the school's tables, and of who sits in which class on that day."""
    known = school()
    return _marks(school_key().id, known.stream, history.version(known.stream), on)


def class_name_marks(class_id: UUID, on: date) -> NameMarks:
    """As `name_marks`, of those alone who sit in one class on that day: they know each other's names anyway."""
    named = ("school_class__name", "pupil__given_name", "pupil__prefix", "pupil__family_name")
    seats = Enrolment.objects.filter(holds(on), school_class_id=class_id).values_list(*named)
    return _marks_of([parts for _name, *parts in seats], [(name, parts[0]) for name, *parts in seats])


def name_words(person: UUID) -> tuple[str, ...]:
    """The words of somebody's name as marks take them; none for an unknown person."""
    parts = Person.objects.filter(id=person).values_list(*NAME).first()
    return words(" ".join(parts)) if parts else ()


@lru_cache(maxsize=2)
def _marks(_key: str, _stream: UUID, _version: int, on: date) -> NameMarks:
    """Worked out anew when anything is entered about people, for that grows the school's history."""
    seats = Enrolment.objects.filter(holds(on)).values_list("school_class__name", "pupil__given_name")
    return _marks_of(list(Person.objects.values_list(*NAME)), seats)


def _marks_of(people: Sequence[Sequence[str]], seats: Iterable[tuple[str, str]]) -> NameMarks:
    whole = {way for given, prefix, family in people for way in ways(given, prefix, family)}
    return NameMarks(
        whole=_marked("whole", whole),
        family=_marked("family", _families(people)),
        seated=_marked("seated", (words(name) + words(given)[:1] for name, given in seats)),
        longest=max(map(len, whole), default=0),
    )


def _families(people: Iterable[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    for _given, prefix, family in people:
        yield words(family)
        yield words(prefix) + words(family)


def _marked(kind: str, said: Iterable[tuple[str, ...]]) -> frozenset[Mark]:
    return frozenset(mark(kind, parts) for parts in said if parts)
