"""A duty: who owes what, by when, on which ground; open, done, or excepted."""

from datetime import datetime
from enum import StrEnum

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from keyzer.protocol.case.clocks import due
from keyzer.protocol.case.moment import PROCEDURE_OF
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.data import Source
from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import Audience, Lane, Role, Text

PROCEDURE = {Lane.LEERLING: "zaak-leerling", Lane.PERSONEEL: "zaak-personeel"}


class DutyStatus(StrEnum):
    OPEN = "open"
    DONE = "done"
    EXCEPTED = "excepted"


class Duty(Struct, frozen=True, kw_only=True):
    """Something owed. `id` is stable within the case; `command` is the kind that settles it, with fields filled in.

    `due` is when it must be done, `alarm` when someone must be warned; None where no term is known. One that does not
    block can stay open when the case closes, and waits on. Labels hold `{person:<id>}` where a room puts a name.
    """

    id: str
    label: Text
    owed_by: frozenset[Role]
    owed_by_person: str | None
    due: datetime | None
    alarm: datetime | None
    status: DutyStatus
    grounds: tuple[str, ...]
    sources: tuple[Source, ...]
    command: str | None
    preset: dict[str, str]
    blocks: bool = True

    def is_late(self, now: datetime) -> bool:
        """Whether it is still open after its time."""
        return self.status is DutyStatus.OPEN and self.due is not None and now > self.due


class Owing(Struct, frozen=True):
    """The case whose duties are asked, and the moment of asking."""

    edition: Edition
    state: CaseState
    now: datetime

    @property
    def procedure(self) -> str:
        """The procedure of the case's lane."""
        return PROCEDURE[self.state.lane]

    @property
    def settled(self) -> bool:
        """Whether it was concluded that no measure follows."""
        return self.state.ended is not None


def status_of(*, done: bool, excepted: bool = False) -> DutyStatus:
    """Done goes before excepted: what was done anyway is shown as done."""
    if done:
        return DutyStatus.DONE
    return DutyStatus.EXCEPTED if excepted else DutyStatus.OPEN


class When(Struct, frozen=True):
    """The step of the edition that tells the term, and the moment it starts; `ends` goes before that term.

    An end of None says that no clock runs: nobody was told yet, or a dispute stops it.
    """

    step: tuple[str, str]
    start: datetime
    ends: datetime | UnsetType | None = UNSET
    alarm: datetime | None = None


class Settle(Struct, frozen=True):
    """The command that settles a duty, with the fields that the duty already fills in."""

    command: str | None = None
    preset: dict[str, str] = {}


NO_COMMAND = Settle()


def owe(
    owing: Owing,
    duty_id: str,
    label: Text,
    when: When,
    status: DutyStatus,
    *,
    settle: Settle = NO_COMMAND,
    by: tuple[Role, ...] = (),
    person: str | None = None,
) -> Duty:
    """A duty under a step of the edition, which tells term, ground, source and, unless `by` does, who owes it."""
    chosen = owing.edition.step(*when.step)
    ends = due(owing.edition, owing.state, when.step, when.start) if when.ends is UNSET else when.ends
    return Duty(
        id=duty_id,
        label=label,
        owed_by=frozenset(by or chosen.by),
        owed_by_person=person,
        due=ends,
        alarm=when.alarm or ends,
        status=status,
        grounds=_binding(owing, chosen.grounds),
        sources=chosen.sources,
        command=settle.command,
        preset=settle.preset,
    )


def waiting_on(duty: Duty) -> Duty:
    """The duty as one that holds nothing up: it can outlast the case."""
    return replace(duty, blocks=False)


def _binding(owing: Owing, grounds: tuple[str, ...]) -> tuple[str, ...]:
    """Of a step that both lanes share, the articles that bind whom this case is about; at least the lane's own."""
    about, own = Audience(owing.state.lane.value), PROCEDURE_OF[owing.state.lane]
    return tuple(article for article in grounds if about in owing.edition.articles[article].binds) or (own,)
