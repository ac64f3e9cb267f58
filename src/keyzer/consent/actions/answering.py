"""Yes and no: each for one purpose, at any time; a no also asks for what was published to be taken down."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from keyzer import protocol
from keyzer.consent.queries.about import about
from keyzer.consent.queries.standing import standings
from keyzer.consent.words import How, Refused
from keyzer.kit.clock import local
from keyzer.kit.writing import writing
from keyzer.protocol import AboutImage, ImagePurpose, ImageSaid, ImageStanding, Reason, Text

from . import rows
from .linking import tell
from .reminding import recall_answered
from .rows import Given
from .taking_down import ask_for_take_down

NOT_TIED = Reason(
    text=Text(nl="Deze persoon hoort nu niet bij school.", en="This person is not tied to the school now."),
    grounds=("leerlingen-6",),
)


def answer(
    person: UUID, purpose: ImagePurpose, said: ImageSaid, *, how: How = How.SCREEN, by: UUID, at: datetime
) -> None:
    """Say yes or no to pictures of a person for one purpose, or lift an own no. Raises Refused, with why."""
    answer_all(person, {purpose: said}, how=how, by=by, at=at)


def answer_all(
    person: UUID, said: Mapping[ImagePurpose, ImageSaid], *, how: How = How.SCREEN, by: UUID, at: datetime
) -> None:
    """Say so for several purposes at once: all of them, or none. Raises Refused, with why."""
    given = [Given(by, purpose, one, at) for purpose, one in said.items()]
    with writing():
        record(person, given, how, by=by, at=at)


def record(person: UUID, given: Sequence[Given], how: How, *, by: UUID | None, at: datetime) -> int:
    """Write what was said about one person and do what follows; answers how much is news. Raises Refused."""
    on = local(at).date()
    known = about(person, on)
    if known is None:
        raise Refused((NOT_TIED,))
    edition = protocol.in_force(on)
    if barred := [why for one in given for why in protocol.image_barred(edition, known, one.said, str(one.signer), on)]:
        raise Refused(tuple(dict.fromkeys(barred)))
    before = _differing(person, known, on)
    news = rows.write(person, given, how, by=by, at=at)
    ended = {one.purpose for one in news if one.said is ImageSaid.NO}
    ask_for_take_down(person, ended, by=by, at=at)
    if _differing(person, known, on) - before:
        _tell_who_decide(known, by=by, at=at)
    recall_answered({one.signer for one in news}, at)
    return len(news)


def _differing(person: UUID, known: AboutImage, on: date) -> set[ImagePurpose]:
    holds = standings({person: known}, on)[person]
    return {one for one, standing in holds.items() if standing is ImageStanding.DIFFER}


def _tell_who_decide(known: AboutImage, *, by: UUID | None, at: datetime) -> None:
    """Let all of them know that there is something to read; the mail says nothing of it, and the page not who."""
    on = local(at).date()
    for one in sorted(protocol.image_deciders(protocol.in_force(on), known, on)):
        tell(UUID(one), "waiting", about=UUID(known.person), by=by, at=at)
