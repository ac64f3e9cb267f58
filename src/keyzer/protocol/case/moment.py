"""The moment at which a command is judged: the edition, the case as it stands, the time and the person."""

from datetime import datetime
from typing import TypeVar

from msgspec import Struct

from keyzer.protocol.case.commands.base import Command
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.case.values import Actor
from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import Lane

E = TypeVar("E", bound=Event)

PROCEDURE_OF: dict[Lane, str] = {Lane.LEERLING: "leerlingen-9", Lane.PERSONEEL: "personeel-8"}
POLICE_OF: dict[Lane, str] = {Lane.LEERLING: "leerlingen-10", Lane.PERSONEEL: "personeel-9"}


class Moment(Struct, frozen=True):
    """All that a rule of the case machine may look at."""

    edition: Edition
    state: CaseState
    at: datetime
    by: Actor

    @property
    def ground(self) -> str:
        """The article under which cases of this lane are handled."""
        return PROCEDURE_OF[self.state.lane]

    @property
    def police_ground(self) -> str:
        """The article under which cases of this lane go to the police."""
        return POLICE_OF[self.state.lane]


def record(moment: Moment, kind: type[E], grounds: tuple[str, ...], **fields: object) -> E:
    """An event of `kind` at this moment; `grounds` loses its repeats."""
    return kind(at=moment.at, by=moment.by.id, grounds=tuple(dict.fromkeys(grounds)), **fields)


def repeat(moment: Moment, kind: type[E], command: Command, *grounds: str, **more: object) -> E:
    """An event of `kind` that says what `command` said, and `more`."""
    said = {name: getattr(command, name) for name in command.__struct_fields__}
    return record(moment, kind, grounds or (moment.ground,), **said, **more)
