"""What an act is: one command with who may do it, when, on what, and the events that follow. `decide` runs them all."""

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct

from keyzer.protocol.case.commands.base import Command
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.moment import Moment, repeat
from keyzer.protocol.case.reasons import Reason
from keyzer.protocol.case.who import Who, handles
from keyzer.protocol.vocabulary import Lane, Text

C = TypeVar("C", bound=Command)
Doing = Callable[[Moment, Any], list[Event]]
BOTH = frozenset(Lane)
PUPIL = frozenset({Lane.LEERLING})
STAFF = frozenset({Lane.PERSONEEL})


class Act(Struct, frozen=True, kw_only=True):
    """One command of the machine.

    `when` needs no arguments, so that `options` can ask it too; `of_choice` judges each value of the field
    `choice`; `check` judges the rest of the arguments; `do` tells what happened.
    """

    command: type[Command]
    label: Text
    who: Who
    when: Callable[[Moment], list[Reason]]
    check: Callable[[Moment, Any], list[Reason]]
    do: Doing
    choice: str | None
    of_choice: Callable[[Moment, str], list[Reason]]
    lanes: frozenset[Lane]
    when_closed: bool
    for_parties: bool


def act(
    command: type[C],
    nl: str,
    en: str,
    *,
    do: type[Event] | Callable[[Moment, C], list[Event]],
    who: Who = handles,
    when: Callable[[Moment], list[Reason]] = lambda _moment: [],
    check: Callable[[Moment, C], list[Reason]] = lambda _moment, _command: [],
    choice: str | None = None,
    of_choice: Callable[[Moment, str], list[Reason]] = lambda _moment, _value: [],
    lanes: frozenset[Lane] = BOTH,
    when_closed: bool = False,
    for_parties: bool = False,
) -> Act:
    """An act; an event type as `do` means that the event says what the command said."""
    return Act(
        command=command,
        label=Text(nl=nl, en=en),
        who=who,
        when=when,
        check=check,
        do=_repeating(do) if isinstance(do, type) else do,
        choice=choice,
        of_choice=of_choice,
        lanes=lanes,
        when_closed=when_closed,
        for_parties=for_parties,
    )


def _repeating(kind: type[Event]) -> Doing:
    return lambda moment, command: [repeat(moment, kind, command)]
