"""What a person may do now in a case, and why the rest is barred."""

from datetime import datetime

from msgspec import Struct

from keyzer.protocol.case.act import Act
from keyzer.protocol.case.acts import ALL
from keyzer.protocol.case.asking import Choice
from keyzer.protocol.case.decide import barred
from keyzer.protocol.case.form import asked_fields
from keyzer.protocol.case.moment import Moment
from keyzer.protocol.case.reasons import Reason
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.case.targets import TARGETS
from keyzer.protocol.case.values import Actor
from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import Text


class Option(Struct, frozen=True, kw_only=True):
    """One thing that can be done. `preset` holds the field already chosen: each measure is an option of its own."""

    kind: str
    label: Text
    allowed: bool
    barred: tuple[Reason, ...]
    preset: dict[str, str]


def options(edition: Edition, state: CaseState, by: Actor, at: datetime) -> list[Option]:
    """Every act of the case's lane, allowed or with all the reasons against it, in the order of the work."""
    moment = Moment(edition, state, at, by)
    return [option for act in ALL if state.lane in act.lanes for option in _of(moment, act)]


def _of(moment: Moment, act: Act) -> list[Option]:
    against = barred(moment, act)
    choices = _choices(moment, act)
    if act.choice is None or not choices:
        return [_option(act, act.label, against, {})]
    return [
        _option(
            act,
            _with(act.label, choice.label),
            against + act.of_choice(moment, choice.value),
            {act.choice: choice.value},
        )
        for choice in choices
    ]


def _choices(moment: Moment, act: Act) -> tuple[Choice, ...]:
    sources = [field.ask.source for field in asked_fields(act.command) if field.name == act.choice]
    return TARGETS[sources[0]](moment.edition, moment.state) if sources and sources[0] else ()


def _with(label: Text, choice: Text) -> Text:
    return Text(nl=f"{label.nl}: {choice.nl}", en=f"{label.en}: {choice.en}")


def _option(act: Act, label: Text, against: list[Reason], preset: dict[str, str]) -> Option:
    reasons = tuple(dict.fromkeys(against))
    return Option(kind=act.command.named(), label=label, allowed=not reasons, barred=reasons, preset=preset)
