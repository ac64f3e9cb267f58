"""What the reader of language tells of a draft: where, what it may be, how sure, and by which means it was seen."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a line may do to somebody else."""

    BELEDIGING = "belediging"
    PESTEN = "pesten"
    BEDREIGING = "bedreiging"
    HAAT = "haat"
    SEKSUEEL = "seksueel"
    OPROEP = "oproep"


class Sure(StrEnum):
    """How sure the reader is. `misschien` is to be shown as a question."""

    ZEKER = "zeker"
    MISSCHIEN = "misschien"


class Why(StrEnum):
    """By which means a line was seen: a rule on its words, or the model that weighs all of them."""

    REGEL = "regel"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Signal:
    """A sentence that may hurt. `start` and `end` count characters of the text as it was given."""

    kind: Kind
    start: int
    end: int
    sure: Sure
    why: Why
