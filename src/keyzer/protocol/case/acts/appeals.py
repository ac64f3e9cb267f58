"""Acts about the appeal of a member of staff (personeel-8); body, address and term are the school's own settings."""

from datetime import date

from keyzer.protocol.case import facts
from keyzer.protocol.case.act import STAFF, Act
from keyzer.protocol.case.acts.measures import lift
from keyzer.protocol.case.clocks import appeal_ends
from keyzer.protocol.case.commands import remedies as commands
from keyzer.protocol.case.events import frame
from keyzer.protocol.case.events import remedies as events
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.moment import Moment, record, repeat
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.case.state import Phase
from keyzer.protocol.case.values import ObjectionOutcome
from keyzer.protocol.rule import implements
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Text


def _not_ahead(moment: Moment, day: date) -> list[Reason]:
    if day <= local_day(moment.at):
        return []
    return [reason("Deze dag moet nog komen.", "This day is still to come.", moment.ground)]


def _after_decision(moment: Moment, command: commands.LodgeAppeal) -> list[Reason]:
    against = _not_ahead(moment, command.received_on)
    if command.received_on < local_day(facts.decided(moment.state, command.decision).at):
        against += [reason("Het besluit was er toen nog niet.", "The decision was not there yet.", moment.ground)]
    return against


@implements("personeel-8")
def lodge_appeal(moment: Moment, command: commands.LodgeAppeal) -> list[Event]:
    """An appeal is never turned away: a late one is marked, a closed case opens again."""
    ends = appeal_ends(moment.state, command.decision)
    lodged = repeat(
        moment, events.AppealLodged, command, late=ends is not None and command.received_on > local_day(ends)
    )
    if moment.state.phase is Phase.OPEN:
        return [lodged]
    return [record(moment, frame.CaseReopened, (moment.ground,), reason=command.appeal), lodged]


def _judged_after(moment: Moment, command: commands.RecordAppealJudgment) -> list[Reason]:
    lodged = next(one for one in reversed(moment.state.appeals) if one.decision == command.decision)
    if command.judged_on >= lodged.received_on:
        return _not_ahead(moment, command.judged_on)
    return [reason("Het beroep was er toen nog niet.", "The appeal was not there yet.", moment.ground)]


def _judged(moment: Moment, command: commands.RecordAppealJudgment) -> list[Event]:
    judged: list[Event] = [repeat(moment, events.AppealJudged, command)]
    still = {one.decision for one in facts.in_force(moment.state)}
    if command.outcome is ObjectionOutcome.UPHELD and command.decision in still:
        judged.append(lift(moment, command.decision, command.judgment))
    return judged


ACTS = (
    Act(
        command=commands.LodgeAppeal,
        label=Text(nl="Beroep vastleggen", en="Take in an appeal"),
        do=lodge_appeal,
        check=_after_decision,
        lanes=STAFF,
        when_closed=True,
    ),
    Act(
        command=commands.RecordAppealJudgment,
        label=Text(nl="Oordeel op het beroep vastleggen", en="Record the judgment on an appeal"),
        do=_judged,
        check=_judged_after,
        lanes=STAFF,
    ),
)
