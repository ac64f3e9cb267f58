"""What of the register waits for somebody: a review, an account that sleeps, one whose owner leaves, a fake."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from keyzer.channels.events import Kind
from keyzer.channels.models import Account, Publisher
from keyzer.channels.standing import KEEPERS, LEAVES_SOON, SOON, asleep_before
from keyzer.people import queries as people
from keyzer.protocol import Viewer

from .accounts import Line, as_lines, reviewer_of
from .fakes import open_fakes


class WaitingKind(StrEnum):
    """What is to be done."""

    REVIEW = "review"
    SLEEPS = "sleeps"
    LEAVES = "leaves"
    FAKE = "fake"


class Waiting(NamedTuple):
    """One thing that waits; `id` is of an account or a fake. `due` is known of a review and of somebody who leaves."""

    kind: WaitingKind
    id: UUID
    shown: str
    owner_name: str = ""
    due: date | None = None


def waiting_for(viewer: Viewer, on: date) -> list[Waiting]:
    """What waits for this viewer; nothing for who has no task at the school."""
    if not viewer.holds(*people.AT_WORK):
        return []
    found = [Waiting(WaitingKind.FAKE, one.id, one.shown) for one in open_fakes(viewer)]
    used = Account.objects.filter(retired_at=None)
    due = as_lines(list(used.filter(review_due__lte=on + SOON).order_by("review_due")), on)
    own = UUID(viewer.id)
    found += [_waiting(WaitingKind.REVIEW, one, one.review_due) for one in due if reviewer_of(one, on) == own]
    through = Publisher.objects.filter(person_id=own).values("account_id")
    mine = used.filter(Q(owner_id=own) | Q(id__in=through), active_on__lt=asleep_before(on))
    found += [_waiting(WaitingKind.SLEEPS, one) for one in as_lines(list(mine), on)]
    return found + (_leaving(on) if viewer.holds(*KEEPERS) else [])


def _leaving(on: date) -> list[Waiting]:
    """Accounts for work whose owner is gone, or goes within the month."""
    lines = as_lines(list(Account.objects.filter(retired_at=None, kind=Kind.WORK)), None)
    ends = people.last_days({one.owner for one in lines if one.owner}, on)
    gone = [(one, ends.get(one.owner, on) if one.owner else on) for one in lines]
    return [_waiting(WaitingKind.LEAVES, one, end) for one, end in gone if end is not None and end <= on + LEAVES_SOON]


def _waiting(kind: WaitingKind, line: Line, due: date | None = None) -> Waiting:
    return Waiting(kind, line.id, line.shown, line.owner_name, due)
