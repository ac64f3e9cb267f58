"""What every write has in common: the row, the state that the writer saw, the event and who hears that it waits."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.consults.models import Consult
from keyzer.consults.refusals import Moved, NotAllowed, Refused
from keyzer.kit.addresses import address_of
from keyzer.ledger import actions as ledger
from keyzer.ledger import queries as ledger_queries
from keyzer.ledger.actions import Entry
from keyzer.post import actions as post
from keyzer.protocol import ConsultAct, ConsultEvent, ConsultState

STREAM = "consult"
WAITING = "waiting"


class Held(NamedTuple):
    """A consult, locked until the end of the transaction, with where it stands."""

    row: Consult
    state: ConsultState
    version: int


def entry(event: ConsultEvent) -> Entry:
    """The event as the ledger takes it."""
    return Entry(*protocol.encode_consult_event(event))


def hold(consult: UUID) -> Held:
    """The consult and its state. Raises NotAllowed when there is none."""
    row = Consult.objects.select_for_update().filter(id=consult).first()
    if row is None:
        raise NotAllowed(f"there is no consult `{consult}`")
    told = ledger_queries.read(consult)
    state = protocol.replay_consult(str(row.asker_id), [protocol.decode_consult_event(one.content) for one in told])
    return Held(row, state, len(told))


def require(held: Held, act: ConsultAct, by: UUID | None) -> None:
    """Raises Refused with every reason why `by` may not do this now."""
    if reasons := protocol.consult_barred(held.state, act, str(by)):
        raise Refused(reasons)


def record(held: Held, event: ConsultEvent, *, seen: int, by: UUID | None, at: datetime) -> None:
    """Append the event after what the writer saw. Raises Moved."""
    try:
        ledger.append(held.row.id, [entry(event)], seen=seen, by=by, at=at)
    except ledger.Conflict as moved:
        raise Moved("somebody did something with it meanwhile: read it again") from moved


def tell(person: UUID, consult: UUID, *, by: UUID | None, at: datetime) -> None:
    """Let somebody know by mail that something waits, never what."""
    post.queue(to=person, kind=WAITING, path=address_of("consults:show", consult), by=by, at=at)
