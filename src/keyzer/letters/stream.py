"""A letter as its stream holds it."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, TypeVar
from uuid import UUID

from keyzer.ledger import queries as ledger

from . import events
from .events import AnyEvent, Free

KIND = "letter"
E = TypeVar("E", bound=AnyEvent)


class Happened(NamedTuple):
    """One thing that was done with a letter."""

    at: datetime
    by: UUID | None
    event: AnyEvent


class History(NamedTuple):
    """All that was done with a letter."""

    happened: tuple[Happened, ...]

    @property
    def version(self) -> int:
        """How many events there are."""
        return len(self.happened)

    @property
    def language(self) -> str:
        """The language that was chosen last."""
        return self._written.language

    @property
    def free(self) -> Free:
        """The free paragraphs as they stand."""
        return self._written.free

    @property
    def _written(self) -> events.Drafted | events.Rewritten:
        return next(
            one.event for one in reversed(self.happened) if isinstance(one.event, events.Drafted | events.Rewritten)
        )

    def last(self, kind: type[E]) -> tuple[Happened, E] | None:
        """The last event of a kind, or None."""
        for one in reversed(self.happened):
            if isinstance(one.event, kind):
                return one, one.event
        return None


def replay(letter: UUID) -> History | None:
    """The letter from its stream; None when it was erased or never was."""
    recorded = ledger.read(letter)
    return replayed(recorded) if recorded else None


def replayed(recorded: Sequence[ledger.Recorded]) -> History:
    """What the ledger keeps, as a history."""
    return History(tuple(Happened(one.at, one.by, events.decode(one.content)) for one in recorded))
