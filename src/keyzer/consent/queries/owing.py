"""Who must still answer about pictures."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.people import queries as people
from keyzer.protocol import AboutImage, ImagePurpose, Role, Viewer

from .about import about, everybody
from .standing import Answers, all_answers, answers_about


class Asked(NamedTuple):
    """Somebody in pictures whom a viewer has a say about; `lacking` are the purposes that the viewer must answer."""

    person: UUID
    known: AboutImage
    decides: bool
    lacking: tuple[ImagePurpose, ...]


def asked_of(viewer: Viewer, on: date) -> list[Asked]:
    """The viewer and the children with authority, of whom pictures may be made; oneself first."""
    known = _oneself(viewer, on)
    for child in sorted(UUID(one) for one in viewer.guardian_of):
        if found := about(child, on):
            known[child] = found
    answers, edition = answers_about(known, on) if known else {}, protocol.in_force(on)
    return [
        Asked(
            person,
            who,
            viewer.id in protocol.image_deciders(edition, who, on),
            _lacking(viewer.id, person, who, answers, on),
        )
        for person, who in known.items()
        if viewer.id in protocol.image_withdrawers(edition, who, on)
    ]


def _oneself(viewer: Viewer, on: date) -> dict[UUID, AboutImage]:
    person = UUID(viewer.id)
    if viewer.holds(Role.LEERLING):
        found = about(person, on)
        return {person: found} if found else {}
    return {person: AboutImage(person=viewer.id, is_pupil=False)} if viewer.holds(*people.AT_WORK) else {}


def who_owe(on: date) -> dict[UUID, int]:
    """Everybody who has not answered everything this school year, with for how many people."""
    known, answers, found = everybody(on), all_answers(on), defaultdict[UUID, int](int)
    edition = protocol.in_force(on)
    for person, who in known.items():
        for decider in protocol.image_deciders(edition, who, on):
            found[UUID(decider)] += bool(_lacking(decider, person, who, answers, on))
    return {person: many for person, many in found.items() if many}


def _lacking(decider: str, person: UUID, who: AboutImage, answers: Answers, on: date) -> tuple[ImagePurpose, ...]:
    edition = protocol.in_force(on)
    return tuple(
        one for one in ImagePurpose if protocol.image_answer_owed(edition, who, answers[person, one], decider, on)
    )
