"""The range of measures: how each rung of the ladder stands to the gravity that was weighed, and to like cases."""

from collections.abc import Mapping

from msgspec import Struct

from keyzer.protocol.case.facts import SEVERITY, gravity
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.edition import Edition, Measure
from keyzer.protocol.vocabulary import Grade


class Rung(Struct, frozen=True, kw_only=True):
    """One measure of the ladder. `usual` is None before weighing; `like_cases` counts how often it was taken."""

    measure: Measure
    usual: bool | None
    like_cases: int


def fits(measure: Measure, weighed: Grade) -> bool:
    """Whether a measure is usual for this gravity."""
    lowest, highest = SEVERITY.index(measure.gravity.lowest), SEVERITY.index(measure.gravity.highest)
    return lowest <= SEVERITY.index(weighed) <= highest


def measure_range(edition: Edition, state: CaseState, precedent: Mapping[str, int]) -> list[Rung]:
    """The ladder of the case's lane, lightest first; `precedent` counts measures in like cases, by measure id."""
    weighed = gravity(state)
    return [
        Rung(
            measure=measure,
            usual=None if weighed is None else fits(measure, weighed),
            like_cases=precedent.get(measure.id, 0),
        )
        for measure in edition.ladder(state.lane)
    ]
