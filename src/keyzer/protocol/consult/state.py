"""Where a consult stands: a fold over what happened."""

from collections.abc import Iterable
from enum import StrEnum
from functools import reduce

from msgspec import Struct
from msgspec.structs import replace

from .events import ConsultAnswered, ConsultAsked, ConsultEvent, ConsultPassedOn, ConsultRevised, Wanted


class ConsultPhase(StrEnum):
    """Waiting for an answer, answered, or withdrawn by who asked."""

    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class ConsultState(Struct, frozen=True, kw_only=True):
    """`holders` are who was asked so far, the last of them answers; `not_to` is who may never."""

    asker: str
    wanted: Wanted
    question: str
    holders: tuple[str, ...]
    not_to: str | None = None
    phase: ConsultPhase = ConsultPhase.OPEN
    answered: ConsultAnswered | None = None

    @property
    def holder(self) -> str:
        """Who answers."""
        return self.holders[-1]


def replay_consult(asker: str, events: Iterable[ConsultEvent]) -> ConsultState:
    """The state after these events, the first of which is the asking. Raises ValueError for any other beginning."""
    first, *rest = events
    if not isinstance(first, ConsultAsked):
        raise ValueError("a consult begins with being asked")  # noqa: TRY004 -- its history is wrong, no type
    begun = ConsultState(
        asker=asker, wanted=first.wanted, question=first.question, holders=(first.to,), not_to=first.not_to
    )
    return reduce(_evolve, rest, begun)


def _evolve(state: ConsultState, event: ConsultEvent) -> ConsultState:
    match event:
        case ConsultRevised():
            return replace(state, wanted=event.wanted)
        case ConsultPassedOn():
            return replace(state, holders=(*state.holders, event.to))
        case ConsultAnswered():
            return replace(state, phase=ConsultPhase.ANSWERED, answered=event)
        case ConsultAsked():
            return state
    return replace(state, phase=ConsultPhase.WITHDRAWN)
