"""Yes and no: each for one purpose, at any time; a no also asks for what was published to be taken down."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from keyzer import protocol
from keyzer.consent.models import Shown
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
    known = about(person, local(at).date())
    if known is None:
        raise Refused((NOT_TIED,))
    given = [Given(by, purpose, one, at) for purpose, one in said.items()]
    with writing():
        record({person: known}, {person: given}, how, by=by, at=at)


def record(
    known: Mapping[UUID, AboutImage], given: Mapping[UUID, Sequence[Given]], how: How, *, by: UUID | None, at: datetime
) -> int:
    """Write what was said about people and do what follows; answers how much is news. Raises Refused.

    `known` tells of each of these people who they are to the school today.
    """
    on = local(at).date()
    _expect_allowed(known, given, on)
    concerned = {person: known[person] for person in given}
    before = _differing(concerned, on)
    news = rows.write(given, how, by=by, at=at)
    ended = {person: {one.purpose for one in said if one.said is ImageSaid.NO} for person, said in news.items()}
    for person in _pictured(one for one, purposes in ended.items() if purposes):
        ask_for_take_down(person, ended[person], by=by, at=at)
    for person in dict.fromkeys(person for person, _purpose in sorted(_differing(concerned, on) - before)):
        _tell_who_decide(known[person], by=by, at=at)
    recall_answered({one.signer for said in news.values() for one in said}, at)
    return sum(map(len, news.values()))


def _expect_allowed(known: Mapping[UUID, AboutImage], given: Mapping[UUID, Sequence[Given]], on: date) -> None:
    edition = protocol.in_force(on)
    barred = [
        why
        for person, said in given.items()
        for one in said
        for why in protocol.image_barred(edition, known[person], one.said, str(one.signer), on)
    ]
    if barred:
        raise Refused(tuple(dict.fromkeys(barred)))


def _differing(known: Mapping[UUID, AboutImage], on: date) -> set[tuple[UUID, ImagePurpose]]:
    return {
        (person, purpose)
        for person, holds in standings(known, on).items()
        for purpose, standing in holds.items()
        if standing is ImageStanding.DIFFER
    }


def _pictured(persons: Iterable[UUID]) -> list[UUID]:
    """Who of these people can be seen in a picture that still stands somewhere."""
    wanted = set(persons)
    seen = Shown.objects.filter(picture__taken_down_at=None) if wanted else Shown.objects.none()
    return sorted(wanted.intersection(seen.values_list("person_id", flat=True)))


def _tell_who_decide(known: AboutImage, *, by: UUID | None, at: datetime) -> None:
    """Let all of them know that there is something to read; the mail says nothing of it, and the page not who."""
    on = local(at).date()
    for one in sorted(protocol.image_deciders(protocol.in_force(on), known, on)):
        tell(UUID(one), "waiting", about=UUID(known.person), by=by, at=at)
