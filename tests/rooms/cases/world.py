"""What the tests of cases share: an incident about the subject, and the commands of a whole case."""

from datetime import datetime
from uuid import UUID

from keyzer import protocol
from keyzer.cases import actions, queries
from keyzer.incidents import actions as incidents
from keyzer.protocol import Part
from tests.cast import Cast

TOLD = "Nachtegaal stuurde de vakantiefoto drie keer door in de klassenapp"


def open_incident(cast: Cast, at: datetime, *, by: UUID | None = None, subject: UUID | None = None) -> UUID:
    """An incident in which the reporter's photo was forwarded, opened by the coordinator of year 2."""
    return incidents.open_incident(
        by=by or cast.coordinator,
        at=at,
        told=TOLD,
        happened_on=at.date(),
        place="online",
        persons=[
            (cast.reporter, Part.MELDER),
            (cast.reporter, Part.BETROKKENE),
            (cast.bystander, Part.GETUIGE),
            (subject or cast.subject, Part.ONDERWERP),
        ],
        conduct=["foto-doorsturen"],
        layer=2,
        report=None,
    )


def open_case(cast: Cast, at: datetime) -> UUID:
    """A case about the subject of such an incident."""
    return actions.open_case(open_incident(cast, at), cast.subject, by=cast.coordinator, at=at)


def do(cast: Cast, case: UUID, kind: str, at: datetime, *, by: UUID | None = None, **data: object) -> int:
    """One command, by the coordinator unless said otherwise, at the version that is there."""
    command = protocol.parse_command(kind, dict(data))
    return actions.act(case, command, seen=queries.version(case), by=by or cast.coordinator, at=at)
