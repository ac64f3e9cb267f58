"""What the person concerned adds to the own case. The protocol says who may; it is written under the own name."""

from datetime import datetime
from uuid import UUID

from keyzer import protocol
from keyzer.cases import actions as cases
from keyzer.ledger.actions import Conflict


def say(case: UUID, command: protocol.Command, *, seen: int, by: UUID, at: datetime) -> None:
    """Put the reader's own words into the case. Raises cases.actions.Refused with all reasons.

    Others may write in the case meanwhile: what somebody says stands by itself, so it needs no second look at that.
    """
    try:
        cases.act(case, command, seen=seen, by=by, at=at)
    except Conflict as conflict:
        cases.act(case, command, seen=conflict.actual, by=by, at=at)
    except cases.AlreadyDone:
        return
