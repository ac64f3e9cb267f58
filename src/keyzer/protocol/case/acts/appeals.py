"""Acts about the appeal of a member of staff (personeel-8); body, address and term are the school's own settings."""

from keyzer.protocol.case.act import STAFF, Act
from keyzer.protocol.case.acts.against import answered, not_ahead, not_before_decision, taken_in
from keyzer.protocol.case.clocks import appeal_ends
from keyzer.protocol.case.commands import remedies as commands
from keyzer.protocol.case.events import remedies as events
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.moment import Moment, repeat
from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.rule import implements
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Text


def _after_decision(moment: Moment, command: commands.LodgeAppeal) -> list[Reason]:
    return not_before_decision(moment, command.decision, command.received_on)


@implements("personeel-8")
def lodge_appeal(moment: Moment, command: commands.LodgeAppeal) -> list[Event]:
    """An appeal is never turned away: a late one is marked, a closed case opens again."""
    ends = appeal_ends(moment.state, command.decision)
    lodged = repeat(
        moment, events.AppealLodged, command, late=ends is not None and command.received_on > local_day(ends)
    )
    return taken_in(moment, lodged, command.appeal)


def _judged_after(moment: Moment, command: commands.RecordAppealJudgment) -> list[Reason]:
    lodged = next(one for one in reversed(moment.state.appeals) if one.decision == command.decision)
    if command.judged_on >= lodged.received_on:
        return not_ahead(moment, command.judged_on)
    return [reason("Het beroep was er toen nog niet.", "The appeal was not there yet.", moment.ground)]


def _judged(moment: Moment, command: commands.RecordAppealJudgment) -> list[Event]:
    judged = repeat(moment, events.AppealJudged, command)
    return answered(moment, judged, command.decision, command.outcome, command.judgment)


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
