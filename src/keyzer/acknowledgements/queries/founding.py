"""Whether each row is told by its history: a signature that somebody put into the database alone is found."""

from collections.abc import Iterator
from itertools import islice
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist

from keyzer.acknowledgements import events
from keyzer.acknowledgements.events import Declined, Line, Listed, Signed, TakenBack
from keyzer.acknowledgements.models import Signature
from keyzer.acknowledgements.words import State
from keyzer.ledger import queries as ledger

STREAMS_AT_ONCE = 200
STATES = {Signed: State.SIGNED, Declined: State.REFUSED, TakenBack: State.WITHDRAWN}
Told = dict[UUID, tuple[Line, State]]


def unfounded() -> Iterator[UUID]:
    """The signatures that no history tells of, or tells otherwise; what was erased can't be held against a row."""
    streams = Signature.objects.order_by("stream").values_list("stream", flat=True).distinct().iterator()
    while part := list(islice(streams, STREAMS_AT_ONCE)):
        histories = ledger.read_many(part)
        told = {stream: _told(recorded) for stream, recorded in histories.items()}
        erased = {stream for stream in part if stream not in told and _is_known(stream)}
        for row in Signature.objects.filter(stream__in=set(part) - erased).order_by("id").iterator():
            if told.get(row.stream, {}).get(row.id) != (row.line(), State(row.state)):
                yield row.id


def _is_known(stream: UUID) -> bool:
    try:
        ledger.version(stream)
    except ObjectDoesNotExist:
        return False
    return True


def _told(recorded: list[ledger.Recorded]) -> Told:
    found: Told = {}
    for one in recorded:
        event = events.decode(one.content)
        if isinstance(event, Listed):
            found |= {line.signature: (line, State.SIGNED) for line in event.lines}
        elif isinstance(event, Signed | Declined | TakenBack):
            found[event.line.signature] = (event.line, STATES[type(event)])
    return found
