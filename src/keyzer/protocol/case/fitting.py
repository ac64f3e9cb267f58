"""Which fields the decision on a chosen measure asks: a warning has no end, a suspension can't do without."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from keyzer.protocol.case.asking import Field
from keyzer.protocol.case.commands.measures import DecideMeasure
from keyzer.protocol.case.effects import Effect, effect_of
from keyzer.protocol.case.facts import gravity
from keyzer.protocol.case.range import fits
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.edition import Edition, Measure
from keyzer.protocol.vocabulary import Lane

LENGTH = ("starts", "ends")
OUTSIDE = "outside_range"


def fitted(
    edition: Edition, state: CaseState, kind: str, fields: Iterable[Field], chosen: Mapping[str, str]
) -> list[Field]:
    """The fields of a command once `chosen` is settled: what must then be filled in, without what has no sense."""
    measure = edition.measures.get(chosen.get("measure", ""))
    if kind != DecideMeasure.named() or measure is None:
        return list(fields)
    needed = _needed(state, measure)
    return [
        replace(one, required=needed.get(one.name, one.required)) for one in fields if needed.get(one.name) is not False
    ]


def _needed(state: CaseState, measure: Measure) -> dict[str, bool]:
    """True for what must be filled in, False for what has no sense; what is not named stays as it is.

    A warning of staff may say how long it stays in the file, so that its dates stay open to choice; a summary
    dismissal holds from the moment it is told.
    """
    needed: dict[str, bool] = {}
    at_once = effect_of(measure) is Effect.SUMMARY_DISMISSAL
    if measure.needs_end or at_once or measure.lane is Lane.LEERLING:
        needed = dict.fromkeys(LENGTH, measure.needs_end)
    weighed = gravity(state)
    if weighed is not None:
        needed[OUTSIDE] = not fits(measure, weighed)
    return needed
