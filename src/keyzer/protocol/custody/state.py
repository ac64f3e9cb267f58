"""A device in custody as its events leave it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import reduce

from msgspec import Struct
from msgspec.structs import replace

from keyzer.protocol.case.events.base import Event
from keyzer.protocol.custody import events
from keyzer.protocol.custody.values import ClaimKind, CustodyPhase, Whereabouts

ALARM_BEFORE = timedelta(minutes=30)
"""How long before it is due back whoever has it is warned."""
NOWHERE = Whereabouts()


class CustodyState(Struct, frozen=True, kw_only=True):
    """Where one device stands. `where` is nowhere once it is given back, lost, or was never handed over."""

    phase: CustodyPhase
    asked: events.DeviceAsked
    where: Whereabouts = NOWHERE
    due: datetime | None = None
    longer: events.KeptLonger | None = None
    joined: events.CustodyJoined | None = None
    told: tuple[events.AdultTold, ...] = ()
    returned: events.DeviceHandedBack | None = None
    claim: events.ClaimOpened | None = None
    settled: events.ClaimSettled | None = None
    missing_since: datetime | None = None
    last_at: datetime
    version: int

    @property
    def begun(self) -> events.CustodyBegun | None:
        """How it was taken in; None when it was not handed over."""
        return self.asked if isinstance(self.asked, events.CustodyBegun) else None

    @property
    def has_open_claim(self) -> bool:
        """Whether loss or damage was reported that is not dealt with."""
        return self.claim is not None and self.settled is None

    @property
    def alarm(self) -> datetime | None:
        """When whoever has it is warned; None once it is not kept any more."""
        return self.due - ALARM_BEFORE if self.due and self.phase is CustodyPhase.HELD else None


def evolve_custody(state: CustodyState | None, event: Event) -> CustodyState:
    """The state after one more event. Raises ValueError for an event that can't come there."""
    if isinstance(event, events.CustodyBegun | events.HandOverRefused):
        if state is not None:
            raise ValueError("a record of custody begins once")
        return _begun(event)
    if state is None:
        raise ValueError(f"`{event.named()}` can't come before a device was asked for")
    return replace(_after(state, event), last_at=event.at, version=state.version + 1)


def replay_custody(recorded: Iterable[Event]) -> CustodyState:
    """The state after all these events. Raises ValueError when there are none, or one can't come where it stands."""
    state = reduce(evolve_custody, recorded, None)
    if state is None:
        raise ValueError("a record of custody has at least one event")
    return state


def _begun(event: events.DeviceAsked) -> CustodyState:
    if not isinstance(event, events.CustodyBegun):
        return CustodyState(phase=CustodyPhase.REFUSED, asked=event, last_at=event.at, version=1)
    where = Whereabouts(place=event.place, holder=event.holder)
    return CustodyState(phase=CustodyPhase.HELD, asked=event, where=where, due=event.due, last_at=event.at, version=1)


def _after(state: CustodyState, event: Event) -> CustodyState:
    match event:
        case events.CustodyJoined():
            return replace(state, joined=event)
        case events.DeviceMoved():
            where = Whereabouts(place=event.place, holder=event.holder)
            return replace(state, where=where, missing_since=None)
        case events.AdultTold():
            return replace(state, told=(*state.told, event))
        case events.KeptLonger():
            return replace(state, longer=event, due=event.until)
        case events.DeviceHandedBack():
            return replace(
                state, phase=CustodyPhase.RETURNED, returned=event, where=NOWHERE, due=None, missing_since=None
            )
        case _:
            return _after_trouble(state, event)


def _after_trouble(state: CustodyState, event: Event) -> CustodyState:
    match event:
        case events.ClaimOpened(claim=ClaimKind.LOST):
            lost = replace(state, phase=CustodyPhase.LOST, where=NOWHERE, due=None, missing_since=None)
            return replace(lost, claim=event, settled=None)
        case events.ClaimOpened():
            return replace(state, claim=event, settled=None)
        case events.ClaimSettled():
            return replace(state, settled=event)
        case events.DeviceCounted():
            since = None if event.present else state.missing_since or event.at
            return replace(state, missing_since=since)
        case _:
            raise ValueError(f"`{event.named()}` is no event of custody")
