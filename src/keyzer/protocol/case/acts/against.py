"""What an objection and an appeal share: when it can have come in, that it opens a closed case, and what it ends."""

from datetime import date

from keyzer.protocol.case import facts
from keyzer.protocol.case.acts.measures import lift
from keyzer.protocol.case.events import frame
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.moment import Moment, record
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.state import Phase
from keyzer.protocol.case.values import ObjectionOutcome
from keyzer.protocol.terms import local_day


def not_ahead(moment: Moment, day: date) -> list[Reason]:
    """A reason when the day is still to come."""
    if day <= local_day(moment.at):
        return []
    return [reason("Deze dag moet nog komen.", "This day is still to come.", moment.ground)]


def not_before_decision(moment: Moment, decision: str, received_on: date) -> list[Reason]:
    """A reason for each way in which nothing can have come in against the decision on that day."""
    against = not_ahead(moment, received_on)
    if received_on < local_day(facts.decided(moment.state, decision).at):
        against += [reason("Het besluit was er toen nog niet.", "The decision was not there yet.", moment.ground)]
    return against


def taken_in(moment: Moment, lodged: Event, words: str) -> list[Event]:
    """What came in; a closed case opens again for it."""
    if moment.state.phase is Phase.OPEN:
        return [lodged]
    return [record(moment, frame.CaseReopened, (moment.ground,), reason=words), lodged]


def answered(moment: Moment, answer: Event, decision: str, outcome: ObjectionOutcome, words: str) -> list[Event]:
    """The answer; where it upholds what was lodged, a measure still in force ends."""
    still = {one.decision for one in facts.in_force(moment.state)}
    if outcome is ObjectionOutcome.UPHELD and decision in still:
        return [answer, lift(moment, decision, words)]
    return [answer]
