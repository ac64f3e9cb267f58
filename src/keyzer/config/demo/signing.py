"""Signatures of the demo school: most people put theirs in the first weeks, as a school that keeps at it sees."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from keyzer import protocol
from keyzer.acknowledgements import actions
from keyzer.acknowledgements.actions import How, ListedRow
from keyzer.acknowledgements.checks import all_asked
from keyzer.kit.clock import local

ONE_IN = 9
"""Of so many people one has not signed."""
WEEKS = 6


def sign(leave_out: Collection[UUID], founded: datetime, now: datetime) -> int:
    """Let most people sign, spread over the first weeks; who is in `leave_out` still must. Answers how many."""
    edition = protocol.in_force(local(founded).date())
    asked = sorted(all_asked(edition, local(founded).date()) & all_asked(edition, local(now).date()))
    signers = [one for one in asked if one.signer not in leave_out and one.signer.int % ONE_IN]
    days = [min(now, founded + timedelta(weeks=one.signer.int % WEEKS)) for one in signers]
    listed = [ListedRow(one, edition.id, "nl", at) for one, at in zip(signers, days, strict=True)]
    return actions.record_many(listed, how=How.IMPORT, by=None, at=now).new
