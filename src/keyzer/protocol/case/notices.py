"""Which decisions a body outside the school must hear of, and which a person must have in writing."""

from datetime import timedelta

from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import Lane

A_DAY = timedelta(days=1)
WRITTEN = frozenset({Effect.SUSPENSION, Effect.REMOVAL, Effect.ORDER_SUSPENSION, Effect.SUMMARY_DISMISSAL})


def is_longer_than_a_day(decision: MeasureDecided) -> bool:
    """Whether a suspension lasts longer than one day (WVO 2020, 8.14(3))."""
    return decision.starts is not None and decision.ends is not None and decision.ends - decision.starts > A_DAY


def is_told_to_inspectorate(decision: MeasureDecided) -> bool:
    """Whether the Inspectorate must hear of a decision: a suspension longer than a day, or a removal."""
    if decision.effect is Effect.REMOVAL:
        return True
    return decision.effect is Effect.SUSPENSION and is_longer_than_a_day(decision)


def is_told_to_municipality(state: CaseState, decision: MeasureDecided) -> bool:
    """Whether the municipality must hear of a decision: a removal, or a suspension in compulsory education."""
    return decision.effect is Effect.REMOVAL or (decision.effect is Effect.SUSPENSION and state.compulsory_education)


def must_be_written(edition: Edition, decision: MeasureDecided) -> bool:
    """Whether a decision is told in writing alone (WVO 2020, 8.14(2), 8.15(6)), as each punishment of staff is."""
    chosen = edition.measures[decision.measure]
    return decision.effect in WRITTEN or (chosen.lane is Lane.PERSONEEL and chosen.punishes)
