"""What the school decided about refusals: for who leads the school, and for who refused."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer.acknowledgements import events
from keyzer.acknowledgements.models import RefusalDecision
from keyzer.acknowledgements.words import Outcome
from keyzer.ledger import queries as ledger
from keyzer.protocol import Role

DECIDE_WHAT_FOLLOWS = (Role.DIRECTEUR, Role.BESTUUR)


class Decision(NamedTuple):
    """What was decided about a refusal, by whom and when; the words are of who decided."""

    outcomes: tuple[Outcome, ...]
    words: str
    by: UUID | None
    at: datetime


def decisions_about(signatures: Collection[UUID]) -> dict[UUID, list[Decision]]:
    """What was decided about these refusals, oldest first; the caller sees to it that its reader may read that."""
    rows = RefusalDecision.objects.filter(signature_id__in=signatures)
    streams = set(rows.values_list("signature__stream", flat=True))
    found: dict[UUID, list[Decision]] = defaultdict(list)
    for stream in ledger.read_many(sorted(streams)).values() if streams else ():
        for recorded in stream:
            event = events.decode(recorded.content)
            if isinstance(event, events.Decided) and event.signature in signatures:
                outcomes = tuple(map(Outcome, event.outcomes))
                found[event.signature].append(Decision(outcomes, event.words, recorded.by, recorded.at))
    return dict(found)
