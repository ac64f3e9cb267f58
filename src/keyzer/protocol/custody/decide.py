"""What may be done with a device in custody, by whom, and what follows (leerlingen-9, reikwijdte-2)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.reasons import Reason, Refusal
from keyzer.protocol.case.values import Actor
from keyzer.protocol.custody import against, commands, events
from keyzer.protocol.custody.against import Asked
from keyzer.protocol.custody.commands import CustodyCommand
from keyzer.protocol.custody.state import CustodyState
from keyzer.protocol.custody.values import Around
from keyzer.protocol.edition import Edition
from keyzer.protocol.rule import implements

AFTER_THE_BELL = timedelta(minutes=30)
"""What is taken when lessons are over is not kept for another day: it goes back when the pupil leaves."""


class _Rule(Struct, frozen=True):
    """Who may give a command, what can be against it, and what it does."""

    steps: tuple[str, ...]
    against: Callable[[Asked, Any], list[Reason]]
    do: Callable[[Asked, Any], list[Event]]


@implements("leerlingen-9", "reikwijdte-2")
def due_back(at: datetime, day_ends: datetime | None) -> datetime:
    """A device goes back before that school day ends; what is taken after it, when the pupil leaves."""
    soonest = at + AFTER_THE_BELL
    return day_ends if day_ends is not None and day_ends > at else soonest


def decide_custody(
    edition: Edition, state: CustodyState | None, command: CustodyCommand, at: datetime, by: Actor, around: Around
) -> list[Event] | Refusal:
    """The events that a command leads to, or every reason against it."""
    rule = _RULES[type(command)]
    asked = Asked(edition, state, at, by, around)
    reasons = [*against.not_yours(asked, rule.steps), *against.out_of_order(asked, command)]
    reasons = reasons or rule.against(asked, command)
    return Refusal(tuple(reasons)) if reasons else rule.do(asked, command)


def _event(asked: Asked, kind: type[Event], **fields: Any) -> list[Event]:  # noqa: ANN401 -- the fields of any event
    """One event of `kind` at this moment; for the conduct it broke other articles too."""
    return [kind(at=asked.at, by=asked.by.id, grounds=asked.grounds(fields.get("conduct", "")), **fields)]


def _said(command: CustodyCommand) -> dict[str, Any]:
    return {name: getattr(command, name) for name in command.__struct_fields__}


def _take(asked: Asked, command: commands.TakeIn) -> list[Event]:
    said = _said(command)
    where = said.pop("where")
    due = due_back(asked.at, asked.around.day_ends)
    return _event(asked, events.CustodyBegun, **said, place=where.place, holder=where.holder, due=due)


def _move(asked: Asked, command: commands.Move) -> list[Event]:
    return _event(asked, events.DeviceMoved, place=command.where.place, holder=command.where.holder)


def _hand_back(asked: Asked, command: commands.HandBack) -> list[Event]:
    said = _said(command)
    del said["received"]
    return _event(asked, events.DeviceHandedBack, **said)


def _repeat(kind: type[Event]) -> Callable[[Asked, CustodyCommand], list[Event]]:
    return lambda asked, command: _event(asked, kind, **_said(command))


KEEPING = ("vastleggen", "bewaren", "teruggeven", "ouders-inlichten")
_RULES: dict[type[CustodyCommand], _Rule] = {
    commands.TakeIn: _Rule(("vastleggen",), against.taking, _take),
    commands.RecordRefusal: _Rule(("vastleggen",), against.asking, _repeat(events.HandOverRefused)),
    commands.Join: _Rule(KEEPING, against.nothing, _repeat(events.CustodyJoined)),
    commands.Move: _Rule(KEEPING, against.moving, _move),
    commands.TellAdult: _Rule(KEEPING, against.telling, _repeat(events.AdultTold)),
    commands.KeepLonger: _Rule(("langer-bewaren",), against.keeping_longer, _repeat(events.KeptLonger)),
    commands.HandBack: _Rule(KEEPING, against.handing_back, _hand_back),
    commands.OpenClaim: _Rule(KEEPING, against.claiming, _repeat(events.ClaimOpened)),
    commands.SettleClaim: _Rule(("schade-afhandelen",), against.settling, _repeat(events.ClaimSettled)),
    commands.Count: _Rule(KEEPING, against.nothing, _repeat(events.DeviceCounted)),
}


def may_keep(edition: Edition, by: Actor) -> bool:
    """Whether somebody is among those who may take, keep, move and give back devices."""
    return bool(by.roles & against.who_may(edition, KEEPING))


def may_keep_longer(edition: Edition, by: Actor) -> bool:
    """Whether somebody may keep a device past the school day."""
    return bool(by.roles & against.who_may(edition, ("langer-bewaren",)))


def may_settle_claims(edition: Edition, by: Actor) -> bool:
    """Whether somebody may end a claim about loss or damage."""
    return bool(by.roles & against.who_may(edition, ("schade-afhandelen",)))
