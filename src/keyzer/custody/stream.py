"""A device in custody as its stream holds it: events in, state out."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.ledger import queries as ledger
from keyzer.ledger.actions import Entry

KIND = "custody"


class Replayed(NamedTuple):
    """All events of a device and the state they lead to."""

    events: tuple[protocol.Event, ...]
    state: protocol.CustodyState

    def followed_by(self, events: Sequence[protocol.Event]) -> "Replayed":
        """As it is once these happened too."""
        return replayed((*self.events, *events))


def replayed(events: Iterable[protocol.Event]) -> Replayed:
    """The state after these events. Raises ValueError when there are none."""
    known = tuple(events)
    return Replayed(known, protocol.replay_custody(known))


def replay(custody: UUID) -> Replayed:
    """The record as its stream tells it. Raises ValueError when it was erased or never was."""
    return replayed(protocol.decode_custody_event(one.content) for one in ledger.read(custody))


def entries(events: Iterable[protocol.Event]) -> list[Entry]:
    """The events as the ledger takes them."""
    return [Entry(event.named(), protocol.encode_custody_event(event)) for event in events]
