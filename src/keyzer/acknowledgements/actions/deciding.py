"""What the school decides about a refusal. It is never a measure: the protocol binds also who does not sign."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from keyzer.acknowledgements.events import Decided, entries
from keyzer.acknowledgements.models import RefusalDecision, Signature
from keyzer.acknowledgements.queries.decisions import DECIDE_WHAT_FOLLOWS
from keyzer.acknowledgements.words import Outcome, Refused, State, Why
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import queries as history
from keyzer.people import queries as people

from . import rows
from .reminding import tell


def decide(signature: UUID, *, outcomes: Collection[Outcome], words: str, seen: int, by: UUID, at: datetime) -> UUID:
    """Record what was decided about a refusal, and let who refused know; `seen` is how many decisions the writer saw.

    The words are kept in the ledger alone. Raises Refused, with why, and ledger.actions.Conflict.
    """
    if not people.viewer_of(by, clock.local(at).date()).holds(*DECIDE_WHAT_FOLLOWS):
        raise Refused(Why.NOT_YOURS, f"`{by}` does not lead the school: let the director decide")
    with writing():
        row = _refusal(signature, by, at)
        known = RefusalDecision.objects.filter(signature=row).count()
        if known != seen:
            raise ledger.Conflict(seen, known)
        event = Decided(
            signature=row.id, outcomes=tuple(one for one in Outcome if one in outcomes), words=words.strip()
        )
        ledger.append(row.stream, entries([event]), seen=history.version(row.stream), by=by, at=at)
        decision = RefusalDecision.objects.create(signature=row, by_id=by, at=at)
        tell(row.signer_id, by=by, at=at)
    return decision.id


def _refusal(signature: UUID, by: UUID, at: datetime) -> Signature:
    """The refusal, while nobody else writes about that person. Raises Refused when it does not stand."""
    row = Signature.objects.filter(id=signature, state=State.REFUSED).first()
    if row is None:
        raise Refused(Why.NOT_REFUSED, f"`{signature}` is no refusal")
    rows.locked(row.on_behalf_of_id, at)
    row.refresh_from_db()
    if row.ended_at is not None:
        raise Refused(Why.NOT_REFUSED, f"refusal `{signature}` has ended: read what was said since")
    if row.signer_id == by:
        raise Refused(Why.OWN_REFUSAL, f"`{by}` refused himself: let somebody else who leads the school decide")
    return row
