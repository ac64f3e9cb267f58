"""One act with one device: the protocol decides, the stream grows, the table follows, and so does a case."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from keyzer import protocol
from keyzer.cases import actions as cases
from keyzer.cases import queries as case_queries
from keyzer.custody import standing, stream
from keyzer.custody.models import Custody
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.live.actions import tell
from keyzer.post import actions as post


class Refused(Exception):
    """The protocol does not allow it. `reasons` are all of its reasons."""

    def __init__(self, reasons: Sequence[protocol.Reason]) -> None:
        super().__init__("; ".join(reason.text.en for reason in reasons))
        self.reasons = tuple(reasons)


def act(custody: UUID, command: protocol.CustodyCommand, *, seen: int, by: UUID, at: datetime) -> int:
    """Do what the command says and answer the new version. `seen` is the version that the person looked at.

    A return, and keeping it longer, is recorded in the case too when a decision there took the device. Raises Refused,
    ledger.actions.Conflict when something was added since, Custody.DoesNotExist, cases.actions.Refused.
    """
    with writing():
        row = Custody.objects.select_for_update().get(id=custody)
        if row.version != seen:
            raise ledger.Conflict(seen, row.version)
        found = stream.replay(custody)
        events = decided(found.state, command, row.pupil_id, by=by, at=at)
        _follow_in_case(row, command, by=by, at=at)
        if isinstance(command, protocol.OpenClaim):
            post.queue(to=UUID(command.handler), kind="waiting", path=f"/inname/{custody}/", by=by, at=at)
        return write(row, found.events, events, by=by, at=at)


def decided(
    state: protocol.CustodyState | None, command: protocol.CustodyCommand, pupil: UUID, *, by: UUID, at: datetime
) -> list[protocol.Event]:
    """What follows from the command. Raises Refused."""
    who, around = standing.acting(by, at), standing.around(pupil, at)
    answer = protocol.decide_custody(protocol.in_force(clock.local(at).date()), state, command, at, who, around)
    if isinstance(answer, protocol.Refusal):
        raise Refused(answer.reasons)
    return answer


def _follow_in_case(row: Custody, command: protocol.CustodyCommand, *, by: UUID, at: datetime) -> None:
    """Let the case whose decision took the device know of its return, and that it stays longer."""
    if not (row.case and row.decision):
        return
    if isinstance(command, protocol.HandBack):
        said: dict[str, object] = {"decision": row.decision, "person": command.person, "damage": command.damage}
        act_in_case(row.case, protocol.ReturnDevice.named(), said, by=by, at=at)
    if isinstance(command, protocol.KeepLonger):
        said = {name: getattr(command, name) for name in command.__struct_fields__}
        act_in_case(row.case, protocol.KeepDevice.named(), {"decision": row.decision, **said}, by=by, at=at)


def act_in_case(case: UUID, kind: str, said: Mapping[str, object], *, by: UUID, at: datetime) -> None:
    """Record in a case what happened to the device of one of its decisions. Raises cases.actions.Refused."""
    command = protocol.parse_command(kind, dict(said))
    cases.act(case, command, seen=case_queries.version(case), by=by, at=at)


def write(
    row: Custody, before: Sequence[protocol.Event], events: Sequence[protocol.Event], *, by: UUID, at: datetime
) -> int:
    """Append to the record and rewrite everything that its table says; answers the new version."""
    row.version = ledger.append(row.id, stream.entries(events), seen=row.version, by=by, at=at)
    was = row.phase
    project(row, stream.replayed((*before, *events)).state, at)
    if row.phase != was:
        tell(f"pupil:{row.pupil_id}", at=at)
    return row.version


def project(row: Custody, state: protocol.CustodyState, at: datetime) -> None:
    """Let the table follow the state."""
    row.phase = state.phase.value
    row.place_id = UUID(state.where.place) if state.where.place else None
    row.holder_id = UUID(state.where.holder) if state.where.holder else None
    row.due_at, row.alarm_at, row.missing_since = state.due, state.alarm, state.missing_since
    row.open_claim = state.has_open_claim
    row.claim_handler_id = UUID(state.claim.handler) if state.claim and state.has_open_claim else None
    if state.joined:
        row.incident = UUID(state.joined.incident) if state.joined.incident else None
        row.case = UUID(state.joined.case) if state.joined.case else None
        row.decision = state.joined.decision
    told = {UUID(one.guardian) for one in state.told}
    adults = [person for person in standing.agreeing(row.pupil_id, at) if person != row.pupil_id]
    row.untold = sum(person not in told for person in adults)
    row.asks_at = _asks_at(state, row)
    row.save()


def _asks_at(state: protocol.CustodyState, row: Custody) -> datetime | None:
    """From when on something waits to be done: at once for what is missing, untold or claimed, else at the alarm."""
    if state.has_open_claim or state.missing_since:
        return state.last_at
    return state.asked.at if row.untold and state.alarm else state.alarm
