"""What an act is: one command with who may do it, when, on what, and the events that follow. `decide` runs them all."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from keyzer.protocol.case.commands.base import Command
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.moment import Moment, repeat
from keyzer.protocol.case.reasons import Reason
from keyzer.protocol.case.who import Who, handles
from keyzer.protocol.vocabulary import Lane, Text

Doing = Callable[[Moment, Any], list[Event]]
BOTH = frozenset(Lane)
PUPIL = frozenset({Lane.LEERLING})
STAFF = frozenset({Lane.PERSONEEL})


def no_reason(_moment: Moment, _given: object = None) -> list[Reason]:
    """Nothing is against it."""
    return []


class Act(Struct, frozen=True, kw_only=True):
    """One command of the machine.

    `when` needs no arguments, so that `options` can ask it too; `of_choice` judges each value of the field
    `choice`; `check` judges the rest of the arguments. `do` tells what happened; where it is a kind of event, that
    event says what the command said. An act for parties is open to the subject and others who take part,
    one past the seal to others than the board in a case that is the board's alone.
    """

    command: type[Command]
    label: Text
    do: Doing | type[Event]
    who: Who = handles
    when: Callable[[Moment], list[Reason]] = no_reason
    check: Callable[[Moment, Any], list[Reason]] = no_reason
    choice: str | None = None
    of_choice: Callable[[Moment, str], list[Reason]] = no_reason
    lanes: frozenset[Lane] = BOTH
    when_closed: bool = False
    for_parties: bool = False
    past_seal: bool = False

    def events(self, moment: Moment, command: Command) -> list[Event]:
        """What follows from a command that nothing is against."""
        if isinstance(self.do, type):
            return [repeat(moment, self.do, command)]
        return self.do(moment, command)
