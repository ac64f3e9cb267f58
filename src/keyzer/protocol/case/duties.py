"""Who owes what in a case, by when, on which ground."""

from datetime import datetime

from keyzer.protocol.case.owed import appeals, frame, letters, measures, remedies, repair, reviews, staff, task_offence
from keyzer.protocol.case.owed.duty import Duty, DutyStatus, Owing
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.edition import Edition

NOUNS = (
    frame.owed,
    measures.owed,
    letters.owed,
    reviews.owed,
    repair.owed,
    remedies.owed,
    staff.owed,
    appeals.owed,
    task_offence.owed,
)


def duties(edition: Edition, state: CaseState, now: datetime) -> list[Duty]:
    """Every duty of a case, the done and the excepted too. Ids are stable: what was owed keeps its id."""
    owing = Owing(edition, state, now)
    return [duty for noun in NOUNS for duty in noun(owing)]


def open_duties(edition: Edition, state: CaseState, now: datetime) -> list[Duty]:
    """What is still owed."""
    return [duty for duty in duties(edition, state, now) if duty.status is DutyStatus.OPEN]


def blocking_duties(edition: Edition, state: CaseState, now: datetime) -> list[Duty]:
    """What is still owed before a case can be closed."""
    return [duty for duty in open_duties(edition, state, now) if duty.blocks]
