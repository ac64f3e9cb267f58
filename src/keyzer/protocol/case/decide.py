"""`decide`: from a command to the events that follow, or to every reason why it is refused."""

from datetime import datetime

from keyzer.protocol.case.act import Act
from keyzer.protocol.case.acts import BY_COMMAND
from keyzer.protocol.case.acts.opening import open_case
from keyzer.protocol.case.commands.base import Command
from keyzer.protocol.case.commands.frame import Open
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.form import asked_fields
from keyzer.protocol.case.moment import Moment
from keyzer.protocol.case.reasons import Reason, Refusal, reason
from keyzer.protocol.case.state import CaseState, Phase
from keyzer.protocol.case.targets import TARGETS
from keyzer.protocol.case.values import Actor
from keyzer.protocol.case.who import is_party, is_sealed
from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import Text


def decide(
    edition: Edition, state: CaseState | None, command: Command, at: datetime, by: Actor
) -> list[Event] | Refusal:
    """The events that `command` leads to at the aware moment `at`, or a refusal with all its reasons.

    Raises ValueError when `at` carries no time zone.
    """
    if at.tzinfo is None:
        message = f"`{at}` has no time zone: pass an aware moment"
        raise ValueError(message)
    if isinstance(command, Open):
        return _opening(edition, state, command, at, by)
    if state is None:
        return Refusal((reason("Deze zaak is nog niet geopend.", "This case has not been opened yet."),))
    moment = Moment(edition, state, at, by)
    act = BY_COMMAND[type(command)]
    against = [*barred(moment, act), *_arguments(moment, act, command)]
    return Refusal(tuple(dict.fromkeys(against))) if against else act.events(moment, command)


def _opening(
    edition: Edition, state: CaseState | None, command: Open, at: datetime, by: Actor
) -> list[Event] | Refusal:
    if state is not None:
        return Refusal((reason("Deze zaak is al geopend.", "This case was opened already."),))
    opened = open_case(edition, command, at, by)
    return [opened] if isinstance(opened, Event) else Refusal(tuple(opened))


def barred(moment: Moment, act: Act) -> list[Reason]:
    """The reasons against an act whatever its arguments: lane, phase, seal, party, role, and what must come first."""
    state = moment.state
    against = []
    if state.lane not in act.lanes:
        against += [
            reason("Dit hoort niet bij deze soort zaak.", "This does not belong to this kind of case.", moment.ground)
        ]
    if state.phase is Phase.CLOSED and not act.when_closed:
        against += [
            reason("De zaak is gesloten. Heropen die eerst.", "The case is closed. Reopen it first.", moment.ground)
        ]
    if moment.at < state.last_at:
        against += [
            reason("Er is na dit moment al iets vastgelegd.", "Something later was recorded already.", moment.ground)
        ]
    if not act.past_seal:
        against += is_sealed(moment)
    if not act.for_parties:
        against += is_party(moment)
    return against + act.who(moment) + act.when(moment) + _nothing_to_name(moment, act)


def _nothing_to_name(moment: Moment, act: Act) -> list[Reason]:
    """A command that must name something is barred when there is nothing to name."""
    empty = (
        field.required and field.ask.source and not TARGETS[field.ask.source](moment.edition, moment.state)
        for field in asked_fields(act.command)
    )
    return [reason("Dit is nu niet nodig.", "There is nothing for this now.", moment.ground)] if any(empty) else []


def _arguments(moment: Moment, act: Act, command: Command) -> list[Reason]:
    against = [*_not_offered(moment, command), *_blank(moment, command)]
    if against:
        return against
    if act.choice is not None:
        against += act.of_choice(moment, getattr(command, act.choice))
    return against + act.check(moment, command)


def _not_offered(moment: Moment, command: Command) -> list[Reason]:
    against = []
    for field in asked_fields(type(command)):
        if field.ask.source is None:
            continue
        offered = {choice.value for choice in TARGETS[field.ask.source](moment.edition, moment.state)}
        given = getattr(command, field.name)
        values = given if isinstance(given, tuple) else (given,)
        against += [_unknown(moment, field.ask.label, value) for value in values if value not in offered]
    return against


def _unknown(moment: Moment, label: Text, value: str) -> Reason:
    nl, en = f"{label.nl}: `{value}` kan hier nu niet.", f"{label.en}: `{value}` is not possible here now."
    return reason(nl, en, moment.ground)


def _blank(moment: Moment, command: Command) -> list[Reason]:
    against = []
    for field in asked_fields(type(command)):
        given = getattr(command, field.name)
        if field.required and (given == () or (isinstance(given, str) and not given.strip())):
            label = field.ask.label
            against += [reason(f"{label.nl}: vul dit in.", f"{label.en}: fill this in.", moment.ground)]
        if isinstance(given, datetime) and given.tzinfo is None:
            against += [reason(f"{field.ask.label.nl}: tijdzone ontbreekt.", f"{field.ask.label.en}: no time zone.")]
    return against
