"""Mails that remind of a signature and were not sent yet are taken back once they have lost their sense."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from keyzer.acknowledgements.queries.asked import asked_of
from keyzer.kit import clock
from keyzer.post import actions as post
from keyzer.post import queries as mails

KIND = "signature"
"""Of mails that remind; one that somebody asked for is of another kind, and goes out."""


def recall_answered(signers: Collection[UUID], at: datetime) -> None:
    """Send no reminder to those of these signers who have answered everything."""
    on = clock.local(at).date()
    waiting = mails.queued_to(KIND, among=signers) if signers else ()
    answered = {one for one in waiting if not any(line.is_owed for line in asked_of(one, on))}
    if answered:
        post.recall(KIND, answered)


def recall_all() -> set[UUID]:
    """Send nobody the reminder that waits; answers whose it was."""
    waiting = mails.queued_to(KIND)
    post.recall(KIND, waiting)
    return waiting
