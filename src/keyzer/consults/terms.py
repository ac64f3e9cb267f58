"""When an answer is owed: the term stands in the edition, the days that count in the school's settings."""

from datetime import datetime

import msgspec

from keyzer import protocol
from keyzer.kit import clock
from keyzer.people import queries as people

PROCEDURE, ANSWER = "ruggespraak", "antwoorden"


def answer_due(since: datetime) -> datetime:
    """By when a consult of `since` is answered (personeel-1); at once where no term is set."""
    step = protocol.in_force(clock.local(since).date()).step(PROCEDURE, ANSWER)
    return since if step.term is None else protocol.due_after(since, step.term, step.counted_in, _calendar())


def _calendar() -> protocol.SchoolCalendar:
    known = people.school().settings
    fields = {name: known[name] for name in protocol.SchoolSettings.__struct_fields__ if name in known}
    return msgspec.convert(fields, protocol.SchoolSettings).calendar()
