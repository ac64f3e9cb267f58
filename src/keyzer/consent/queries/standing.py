"""What holds for pictures of people on a day. Nobody is told here who said what."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from keyzer import protocol
from keyzer.consent.models import Answer
from keyzer.consent.words import school_year
from keyzer.kit.prepared import prepared
from keyzer.people import queries as people
from keyzer.people.queries import Seated
from keyzer.protocol import AboutImage, ImageAnswer, ImagePurpose, ImageSaid, ImageStanding

from .about import about, among, in_class

FEW = 500
"""Of more people than these the answers about everybody are read."""
Answers = Mapping[tuple[UUID, ImagePurpose], list[ImageAnswer]]


def of(person: UUID, on: date) -> dict[ImagePurpose, ImageStanding]:
    """What holds for each purpose; silence is `OPEN`, and for who is not tied to the school it is all that there is."""
    known = about(person, on)
    if known is None:
        return dict.fromkeys(ImagePurpose, ImageStanding.OPEN)
    return standings({person: known}, on)[person]


def may_show(person: UUID, purpose: ImagePurpose, on: date) -> bool:
    """Whether a picture in which this person can be recognised may be used for a purpose on that day."""
    return of(person, on)[purpose].may_show


def not_for(purpose: ImagePurpose, class_id: UUID, on: date) -> list[Seated]:
    """The pupils of a class who may not be shown for a purpose, by name; in four queries."""
    shown = shown_in(class_id, on)
    return [one for one in people.pupils_in(class_id, on) if not shown[one.id][purpose].may_show]


def not_among(purpose: ImagePurpose, persons: Iterable[UUID], on: date) -> list[UUID]:
    """Of these people, be they pupils or staff, who may not be shown for a purpose."""
    wanted = list(dict.fromkeys(persons))
    found = standings(among(wanted, on), on)
    return [person for person in wanted if person not in found or not found[person][purpose].may_show]


def shown_in(class_id: UUID, on: date) -> dict[UUID, dict[ImagePurpose, ImageStanding]]:
    """What holds for each pupil of a class and each purpose, in three queries."""
    return standings(in_class(class_id, on), on)


def standings(known: Mapping[UUID, AboutImage], on: date) -> dict[UUID, dict[ImagePurpose, ImageStanding]]:
    """What holds for each of these people and each purpose, in one query."""
    answers, edition = answers_about(known, on), protocol.in_force(on)
    return {
        person: {one: protocol.image_standing(edition, who, answers[person, one], on) for one in ImagePurpose}
        for person, who in known.items()
    }


def answers_about(persons: Collection[UUID], on: date) -> Answers:
    """What stands of this school year about these people."""
    if len(persons) > FEW:
        return all_answers(on)
    return _grouped(_standing_about(tuple(sorted(persons)), school_year(on)) if persons else ())


def all_answers(on: date) -> Answers:
    """What stands of this school year about everybody."""
    return _grouped(_standing(school_year(on)))


@prepared
def _standing_about(persons: tuple[UUID, ...], year: int) -> QuerySet[Answer, Any]:
    return _standing(year).filter(person_id__in=persons)


def _standing(year: int) -> QuerySet[Answer, Any]:
    rows = Answer.objects.filter(school_year=year, ended_at=None)
    return rows.values_list("person_id", "purpose", "signer_id", "said", "at")


def _grouped(rows: Iterable[Any]) -> Answers:
    found: dict[tuple[UUID, ImagePurpose], list[ImageAnswer]] = defaultdict(list)
    for person, purpose, signer, said, at in rows:
        found[person, ImagePurpose(purpose)].append(ImageAnswer(by=str(signer), said=ImageSaid(said), at=at))
    return found
