"""What one person sees of consent about another, or about oneself: the own answers, and what holds together."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.protocol import AboutImage, ImageAnswer, ImagePurpose, ImageSaid, ImageStanding, Viewer

from .about import about
from .standing import answers_about


class Line(NamedTuple):
    """One purpose: what the viewer said last, what holds, and whether an answer is asked.

    `standing` is None for a guardian of a pupil of 16 or 17: what such a pupil decides is not told to them.
    """

    purpose: ImagePurpose
    own: ImageSaid | None
    standing: ImageStanding | None
    is_asked: bool


class ConsentPage(NamedTuple):
    """About whom, whether the viewer decides (else can only say no), and each purpose."""

    known: AboutImage
    decides: bool
    is_own: bool
    lines: list[Line]


def consent_page(viewer: Viewer, person: UUID, on: date) -> ConsentPage | None:
    """None for who has no say about pictures of this person."""
    known, edition = about(person, on), protocol.in_force(on)
    if known is None or viewer.id not in protocol.image_withdrawers(edition, known, on):
        return None
    answers = answers_about([person], on)
    decides, is_own = viewer.id in protocol.image_deciders(edition, known, on), viewer.id == known.person
    lines = [_line(viewer.id, known, one, answers[person, one], on) for one in ImagePurpose]
    if not decides and not is_own:
        lines = [line._replace(standing=None) for line in lines]
    return ConsentPage(known, decides, is_own, lines)


def _line(viewer: str, known: AboutImage, purpose: ImagePurpose, answers: Iterable[ImageAnswer], on: date) -> Line:
    given = list(answers)
    own = next((one.said for one in given if one.by == viewer), None)
    edition = protocol.in_force(on)
    standing = protocol.image_standing(edition, known, given, on)
    return Line(purpose, own, standing, protocol.image_answer_owed(edition, known, given, viewer, on))
