"""Where a consult stands: a fold over what happened."""

from collections.abc import Iterable
from enum import StrEnum
from functools import reduce

from msgspec import Struct
from msgspec.structs import replace

from .events import (
    ConsultAnswered,
    ConsultAsked,
    ConsultEvent,
    ConsultPassedOn,
    ConsultRevised,
    ConsultShows,
    PassedBecause,
    Wanted,
)


class ConsultPhase(StrEnum):
    """Waiting for an answer, answered, or withdrawn by who asked."""

    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class ConsultState(Struct, frozen=True, kw_only=True):
    """`holders` are who was asked and may answer, the last one last; `parties` are who may never.

    `shows` is None until somebody told who can be recognised in the pictures.
    """

    asker: str
    wanted: Wanted
    question: str
    holders: tuple[str, ...]
    parties: frozenset[str]
    phase: ConsultPhase = ConsultPhase.OPEN
    answered: ConsultAnswered | None = None
    shows: ConsultShows | None = None


def replay_consult(asker: str, events: Iterable[ConsultEvent]) -> ConsultState:
    """The state after these events, the first of which is the asking. Raises ValueError for any other beginning."""
    first, *rest = events
    if not isinstance(first, ConsultAsked):
        raise ValueError("a consult begins with being asked")  # noqa: TRY004 -- its history is wrong, no type
    parties = frozenset({first.not_to} if first.not_to else ())
    begun = ConsultState(
        asker=asker, wanted=first.wanted, question=first.question, holders=(first.to,), parties=parties
    )
    return reduce(_evolve, rest, begun)


def _evolve(state: ConsultState, event: ConsultEvent) -> ConsultState:
    match event:
        case ConsultRevised():
            return replace(state, wanted=event.wanted)
        case ConsultShows():
            return replace(state, shows=event)
        case ConsultPassedOn():
            return _passed_on(state, event)
        case ConsultAnswered():
            return replace(state, phase=ConsultPhase.ANSWERED, answered=event)
        case ConsultAsked():
            return state
    return replace(state, phase=ConsultPhase.WITHDRAWN)


def _passed_on(state: ConsultState, event: ConsultPassedOn) -> ConsultState:
    if event.because is PassedBecause.LATE:
        return replace(state, holders=(*state.holders, event.to))
    left = tuple(one for one in state.holders if one != event.by_party)
    return replace(state, holders=(*left, event.to), parties=state.parties | {event.by_party or ""})
