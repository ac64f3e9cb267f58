"""What of the register waits for somebody: a review, an account that sleeps, one whose owner leaves, a fake."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from keyzer.channels.models import Account, Publisher
from keyzer.channels.standing import FAKE, KEEPERS, LEAVES_SOON, SOON, asleep_before
from keyzer.channels.standing import due as term
from keyzer.people import queries as people
from keyzer.protocol import Viewer

from .accounts import Line, as_lines, reviewer_of
from .fakes import open_fakes


class WaitingKind(StrEnum):
    """What is to be done."""

    REVIEW = "review"
    SLEEPS = "sleeps"
    MEND = "mend"
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
    fakes = open_fakes(viewer)
    found = [Waiting(WaitingKind.FAKE, one.id, one.shown, due=term(FAKE, one.reported_at)) for one in fakes]
    used = Account.objects.filter(retired_at=None)
    due = as_lines(list(used.filter(review_due__lte=on + SOON).order_by("review_due")), on)
    own = UUID(viewer.id)
    found += [_waiting(WaitingKind.REVIEW, one, one.review_due) for one in due if reviewer_of(one, on) == own]
    mine = as_lines(list(used.filter(owner_id=own, to_mend=True)), on)
    found += [_waiting(WaitingKind.MEND, one, one.review_due) for one in mine]
    through = Publisher.objects.filter(person_id=own).values("account_id")
    asleep = used.filter(Q(owner_id=own) | Q(id__in=through), active_on__lt=asleep_before(on))
    found += [_waiting(WaitingKind.SLEEPS, one) for one in as_lines(list(asleep), on)]
    return found + (_leaving(on) if viewer.holds(*KEEPERS) else [])


def _leaving(on: date) -> list[Waiting]:
    """Accounts for work whose owner, and channels of which a publisher or deputy, is gone or goes within the month."""
    rows = {row.id: row for row in Account.objects.filter(retired_at=None)}
    through = Publisher.objects.filter(account__retired_at=None).values_list("account_id", "person_id")
    uses = {(row.id, person) for row in rows.values() for person in (row.owner_id, row.deputy_id) if person}
    uses |= {*through}
    ends = people.last_days({person for _account, person in uses}, on)
    gone = {(account, person): ends.get(person, on) for account, person in uses}
    soon = {use: end for use, end in gone.items() if end is not None and end <= on + LEAVES_SOON}
    names = people.names(person for _account, person in soon)
    return [
        Waiting(WaitingKind.LEAVES, account, rows[account].shown, names.get(person, ""), end)
        for (account, person), end in sorted(soon.items(), key=lambda one: (one[1], one[0]))
    ]


def _waiting(kind: WaitingKind, line: Line, due: date | None = None) -> Waiting:
    return Waiting(kind, line.id, line.shown, line.owner_name, due)
