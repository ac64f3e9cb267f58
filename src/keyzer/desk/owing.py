"""What is owed, and which mail it calls for: a reminder before it is due, an alarm after, and help a day later."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from keyzer.kit.clock import local
from keyzer.post.hours import Hours

GRACE = timedelta(hours=1)
"""Between the reminder of what is due at once and its alarm."""
LONG = timedelta(days=1)


class Stage(StrEnum):
    """How far the mails about one duty have come, for one person."""

    AHEAD = "ahead"
    LATE = "late"
    HELP = "help"


class Owed(NamedTuple):
    """Something that waits for a person: a duty of a case, or a report without an answer."""

    room: str
    about: UUID
    duty: str
    due: datetime
    alarm: datetime
    sealed: bool
    layer: int | None

    def mark(self, stage: Stage) -> "Mark":
        """What is kept once this was told; another due day makes it another thing."""
        return Mark(self.about, self.duty, local(self.due).date(), stage)


class Mark(NamedTuple):
    """A duty of which a person was told."""

    about: UUID
    duty: str
    due_on: date
    stage: Stage


Told = Mapping[Mark, datetime]
"""When a person was told of what."""


def soon(owed: Iterable[Owed], told: Told, hours: Hours, now: datetime) -> list[Owed]:
    """What falls due by the end of the next school day; nothing outside working hours."""
    until = hours.end_of_next_day(now)
    return [one for one in _untold(owed, told) if now < one.due < until and hours.is_open(now)]


def pressing(owed: Iterable[Owed], told: Told, hours: Hours, now: datetime) -> list[Owed]:
    """What is due before working hours begin again: a legal clock of the same day, a night, a Sunday. It goes at once.

    What lay there for long already waits for working hours.
    """
    until = hours.next_opening(now)
    since = datetime.min.replace(tzinfo=UTC) if hours.is_open(now) else now - LONG
    return [one for one in _untold(owed, told) if since < one.due < until]


def late(owed: Iterable[Owed], told: Told, hours: Hours, now: datetime) -> list[Owed]:
    """Whose alarm has passed after a reminder. It waits for working hours, but what is sealed does not."""
    return [
        one
        for one in owed
        if one.alarm <= now and one.mark(Stage.LATE) not in told and (one.sealed or hours.is_open(now))
        if (reminded := told.get(one.mark(Stage.AHEAD))) is not None and reminded <= now - GRACE
    ]


def in_need_of_help(owed: Iterable[Owed], told: Told, hours: Hours, now: datetime) -> list[Owed]:
    """What was told as late on an earlier day and still waits."""
    today = local(now).date()
    return [
        one
        for one in owed
        if (at := told.get(one.mark(Stage.LATE))) is not None and local(at).date() < today and hours.is_open(now)
    ]


def _untold(owed: Iterable[Owed], told: Told) -> Iterator[Owed]:
    return (one for one in owed if one.mark(Stage.AHEAD) not in told)
