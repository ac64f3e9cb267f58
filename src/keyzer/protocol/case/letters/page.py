"""One letter to one addressee, before it is written: all that its parts may look at."""

from datetime import datetime

from msgspec import Struct

from keyzer.protocol.case import facts
from keyzer.protocol.case.letters.matters import INSPECTORATE, MUNICIPALITY, Matter
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.case.values import Actor
from keyzer.protocol.edition import Edition, LetterKind, Measure
from keyzer.protocol.vocabulary import Gate, Lane, Voice

BODIES = frozenset({INSPECTORATE, MUNICIPALITY})


class Page(Struct, frozen=True, kw_only=True):
    """A letter of one kind, about one matter, to one addressee, at the moment of writing; `by` is who issues it."""

    edition: Edition
    state: CaseState
    kind: LetterKind
    matter: Matter
    addressee: str
    now: datetime
    by: Actor | None = None

    @property
    def slot(self) -> str:
        """`besluit-schorsing/b1/<person>`: the place of this letter in the case."""
        return f"{self.kind.id}/{self.matter.id}/{self.addressee}"

    @property
    def measure(self) -> Measure | None:
        """The measure that the letter concerns."""
        return self.edition.measures[self.matter.measure] if self.matter.measure else None

    @property
    def told_at(self) -> datetime:
        """Until when what was done can stand behind the letter: its decision, or now."""
        return self.matter.decision.at if self.matter.decision else self.now

    @property
    def voice(self) -> Voice:
        """How the letter speaks to its addressee."""
        if self.addressee in BODIES:
            return Voice.BODY
        if self.state.lane is Lane.PERSONEEL:
            return Voice.STAFF
        if self.addressee != self.state.subject:
            return Voice.GUARDIAN
        return Voice.ADULT_PUPIL if facts.is_adult(self.state, self.now) else Voice.PUPIL

    def asks(self, gate: Gate) -> bool:
        """Whether the measure could be decided only after `gate`."""
        return self.measure is not None and gate in self.measure.gates
