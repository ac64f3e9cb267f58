"""When an answer is owed: the term stands in the edition, the days that count in the school's settings."""

from datetime import datetime

import msgspec

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people import queries as people

from .events import IntakeLane

ANSWER = "antwoorden"
BOARD_GROUNDS = ("personeel-9",)
"""The article behind what is told to the board alone."""


def answer_due(lane: IntakeLane, since: datetime) -> datetime:
    """By when who handles a report or doubt of `since` answers it (leerlingen-8); at once where no term is set."""
    step = protocol.in_force(clock.local(since).date()).step(lane.value, ANSWER)
    return since if step.term is None else protocol.due_after(since, step.term, step.counted_in, _calendar())


def grounds(lane: IntakeLane) -> tuple[str, ...]:
    """The articles on which an answer is owed."""
    return protocol.in_force(clock.today()).step(lane.value, ANSWER).grounds


def _calendar() -> protocol.SchoolCalendar:
    known = people.school().settings
    fields = {name: known[name] for name in protocol.SchoolSettings.__struct_fields__ if name in known}
    return msgspec.convert(fields, protocol.SchoolSettings).calendar()
