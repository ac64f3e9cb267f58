"""Standing exemptions: agree on one, end one. Each has a history of its own, that ends with it."""

import json
from datetime import datetime
from uuid import UUID

from keyzer import protocol
from keyzer.kit.clock import local
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger import queries as ledger
from keyzer.ledger.actions import Entry, append, begin_stream
from keyzer.live.actions import tell
from keyzer.people import queries as people
from keyzer.permits import queries
from keyzer.permits.devices import joined
from keyzer.permits.drafts import ExemptionDraft
from keyzer.permits.models import Exemption
from keyzer.permits.reasons import NotThere, Refused
from keyzer.protocol import AskedExemption


def agree(draft: ExemptionDraft, *, by: UUID, at: datetime) -> UUID:
    """Agree that a pupil may use some devices in lessons for a while. Raises Refused."""
    today = local(at).date()
    asked = AskedExemption(
        pupil=str(draft.pupil),
        layer=people.layer_of(draft.pupil, today),
        kinds=draft.kinds,
        since=draft.since,
        until=draft.until,
        review_on=draft.review_on,
    )
    with writing():
        if reasons := protocol.exemption_barred(protocol.in_force(today), people.viewer_of(by, today), asked, today):
            raise Refused(reasons)
        row = Exemption(id=new_id(), by_id=by, agreed_at=at, stream=new_id(), **_columns(draft))
        told = json.dumps({name: str(value) for name, value in _columns(draft).items()})
        begin_stream("exemption", [Entry("exemption-agreed", told.encode())], by=by, at=at, stream=row.stream)
        row.save(force_insert=True)
        tell(f"pupil:{draft.pupil}", at=at)
    return row.id


def end(exemption: UUID, *, by: UUID, at: datetime) -> None:
    """Let an agreement end now. Raises NotThere for who may not agree on it, and when it has ended."""
    today = local(at).date()
    with writing():
        if queries.exemption(people.viewer_of(by, today), exemption, today) is None:
            raise NotThere
        row = Exemption.objects.select_for_update().get(id=exemption)
        row.ended_at, row.ended_by_id = at, by
        row.save(update_fields=["ended_at", "ended_by"])
        append(row.stream, [Entry("exemption-ended", b"{}")], seen=ledger.version(row.stream), by=by, at=at)
        tell(f"pupil:{row.pupil_id}", at=at)


def _columns(draft: ExemptionDraft) -> dict[str, object]:
    return {
        "pupil_id": draft.pupil,
        "kinds": joined(draft.kinds),
        "since": draft.since,
        "until": draft.until,
        "review_on": draft.review_on,
    }
