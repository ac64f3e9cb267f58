"""The values that the custody of a device speaks of: phases, whereabouts, claims, and what is known around it."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from keyzer.protocol.case.values import PersonId, Value
from keyzer.protocol.vocabulary import Text


class CustodyPhase(StrEnum):
    """Where a device stands: never handed over, kept by the school, given back, or lost while it was kept."""

    REFUSED = "refused"
    HELD = "held"
    RETURNED = "returned"
    LOST = "lost"


class ClaimKind(StrEnum):
    """What went wrong while the school kept it."""

    LOST = "lost"
    DAMAGED = "damaged"


class Whereabouts(Value, frozen=True, kw_only=True):
    """Where a device is: in one place or with one person, never both and never neither."""

    place: str = ""
    holder: PersonId = ""

    @property
    def is_one(self) -> bool:
        """Whether it is exactly one of the two."""
        return bool(self.place) is not bool(self.holder)


class Around(Struct, frozen=True, kw_only=True):
    """What custody turns on and does not know itself.

    `day_ends` is when the school day of the taking ends, None on a day without lessons. `agreeing` are those who can
    agree to a longer stay: guardians with authority, or a pupil of 18 and over; the device goes back to the pupil or
    to one of them.
    """

    day_ends: datetime | None = None
    agreeing: frozenset[str] = frozenset()


CLAIMS = {
    ClaimKind.LOST: Text(nl="kwijt", en="lost"),
    ClaimKind.DAMAGED: Text(nl="beschadigd", en="damaged"),
}
PHASES = {
    CustodyPhase.REFUSED: Text(nl="niet afgegeven", en="not handed over"),
    CustodyPhase.HELD: Text(nl="op school bewaard", en="kept at school"),
    CustodyPhase.RETURNED: Text(nl="teruggegeven", en="given back"),
    CustodyPhase.LOST: Text(nl="kwijt", en="lost"),
}
