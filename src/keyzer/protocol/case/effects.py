"""What a measure does to a person where the law attaches something to it, read from the measure itself."""

from enum import StrEnum

from keyzer.protocol.edition import Measure
from keyzer.protocol.vocabulary import Gate, Lane


class Effect(StrEnum):
    """A kind of measure that has clocks and duties of its own."""

    NONE = "none"
    CUSTODY = "custody"
    SUSPENSION = "suspension"
    REMOVAL = "removal"
    ORDER_SUSPENSION = "order-suspension"
    SUMMARY_DISMISSAL = "summary-dismissal"


EFFECT_OF_PROCEDURE = {
    "inname": Effect.CUSTODY,
    "schorsing": Effect.SUSPENSION,
    "verwijdering": Effect.REMOVAL,
}


def effect_of(measure: Measure) -> Effect:
    """The effect of a measure: by its procedure; among staff by what the measure is for."""
    if measure.lane is Lane.LEERLING:
        return EFFECT_OF_PROCEDURE.get(measure.procedure or "", Effect.NONE)
    if Gate.URGENT_REASON in measure.gates:
        return Effect.SUMMARY_DISMISSAL
    return Effect.ORDER_SUSPENSION if measure.needs_end and not measure.punishes else Effect.NONE
