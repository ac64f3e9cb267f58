"""What is told to whoever asks about a draft. It is worked out and forgotten: no table, no log, no trace."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from keyzer import protocol
from keyzer.handbook.audiences import audiences_of
from keyzer.people import queries as people
from keyzer.people.queries.marks import NOBODY, NameMarks, class_name_marks
from keyzer.people.requests import SignedIn
from keyzer.protocol import Audience, CheckFinding, Role

from .draft import Writer, look


@dataclass(frozen=True)
class Told:
    """One finding with its place in the draft."""

    finding: CheckFinding
    start: int
    end: int


def told(draft: str, request: SignedIn, on: date) -> list[Told]:
    """The findings in a draft, in its order, each with the articles that bind whoever asks."""
    audience = audience_of(request)
    edition = protocol.in_force(on)
    found = look(draft, _writer(request, audience), _marks(request, on))
    findings = [(protocol.check_finding(edition, each.kind, each.sure, audience), each) for each in found]
    return [Told(finding, each.start, each.end) for finding, each in findings if finding is not None]


def audience_of(request: SignedIn) -> Audience:
    """As what the writer is bound: staff before all else, for staff are bound most."""
    bound = audiences_of(request)
    return Audience.PERSONEEL if Audience.PERSONEEL in bound else bound[0]


def _writer(request: SignedIn, audience: Audience) -> Writer:
    own = people.name_words(UUID(request.viewer.id))
    school = people.school().name if audience is Audience.PERSONEEL else None
    return Writer(own, school, tells_by_shape=not request.viewer.holds(*people.STAFF))


def _marks(request: SignedIn, on: date) -> NameMarks:
    """Names that the writer has reason to know: nobody can try here whether another is at this school."""
    if request.viewer.holds(*people.STAFF):
        return people.name_marks(on)
    own_class = next((held.class_id for held in request.viewer.roles if held.role is Role.LEERLING), None)
    return class_name_marks(UUID(own_class), on) if own_class else NOBODY
