"""A case as its stream holds it: events in, state out. The edition is the one that the case was opened under."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.ledger import queries as ledger
from keyzer.ledger.actions import Entry

KIND = "case"


class Replayed(NamedTuple):
    """All events of a case and the state they lead to."""

    events: tuple[protocol.Event, ...]
    state: protocol.CaseState
    edition: protocol.Edition

    def at_version(self, version: int) -> protocol.CaseState:
        """The state as it was after `version` events."""
        return protocol.replay(self.events[:version])

    def followed_by(self, events: Sequence[protocol.Event]) -> "Replayed":
        """The case after some events more."""
        return replayed((*self.events, *events))


def entries(events: Sequence[protocol.Event]) -> list[Entry]:
    """The events as the ledger takes them."""
    return [Entry(event.named(), protocol.encode_event(event)) for event in events]


def replay(case: UUID) -> Replayed:
    """The case from its stream. Raises protocol.StreamError when it was erased or never was."""
    return replayed(opened(ledger.read(case)))


def replayed(events: Sequence[protocol.Event]) -> Replayed:
    """The case from its events. Raises protocol.StreamError when they do not begin with its opening."""
    state = protocol.replay(events)
    return Replayed(tuple(events), state, protocol.shipped(state.edition))


def opened(recorded: Sequence[ledger.Recorded]) -> list[protocol.Event]:
    """What the ledger keeps, as events."""
    return [protocol.decode_event(one.content) for one in recorded]
