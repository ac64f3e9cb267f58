"""What of the register waits for somebody: a review, an account that sleeps, one whose owner leaves, a fake."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from keyzer.channels.models import Account, Publisher
from keyzer.channels.standing import FAKE, KEEPERS, LEAVES_SOON, SOON, asleep_before, wakes_by
from keyzer.channels.standing import due as term
from keyzer.kit.prepared import prepared
from keyzer.people import queries as people
from keyzer.protocol import AccountKind, Role, Viewer

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
    fakes, own = open_fakes(viewer), UUID(viewer.id)
    found = [Waiting(WaitingKind.FAKE, one.id, one.shown, due=term(FAKE, one.reported_at)) for one in fakes]
    through = {account for (account,) in _published_through(own)}
    near = {*through, *(account for (account,) in _at_hand(own, on + SOON))}
    lines = as_lines(_in_use(near), on)
    owners = _looked_over_by(viewer, on) if any(one.review_due <= on + SOON for one in lines) else set()
    for one in lines:
        if one.review_due <= on + SOON and one.owner in owners and reviewer_of(one, on) == own:
            found.append(_waiting(WaitingKind.REVIEW, one, one.review_due))
        if one.owner == own and one.to_mend:
            found.append(_waiting(WaitingKind.MEND, one, one.review_due))
        if one.active_on < asleep_before(on + SOON) and (one.owner == own or one.id in through):
            found.append(_waiting(WaitingKind.SLEEPS, one, wakes_by(one.active_on, on)))
    return found + (_leaving(on) if viewer.holds(*KEEPERS) else [])


@prepared
def _at_hand(person: UUID, until: date) -> QuerySet[Account, tuple[UUID]]:
    """What is due by a day, whoever looks it over, and one's own; each half by its own index."""
    used = Account.objects.filter(retired_at=None).values_list("id")
    return used.filter(review_due__lte=until).union(used.filter(owner_id=person))


@prepared
def _published_through(person: UUID) -> QuerySet[Publisher, tuple[UUID]]:
    return Publisher.objects.filter(person_id=person).values_list("account_id")


def _in_use(accounts: Collection[UUID]) -> list[Account]:
    """Mostly there are none, and then nothing is asked."""
    if not accounts:
        return []
    return list(Account.objects.filter(id__in=accounts, retired_at=None).order_by("review_due", "id"))


def _looked_over_by(viewer: Viewer, on: date) -> set[UUID | None]:
    """Whose accounts may be this viewer's to look over; the school's own, which nobody owns, too."""
    if viewer.holds(Role.DIRECTEUR, Role.BESTUUR):
        owners = Account.objects.filter(retired_at=None, kind__in=[*AccountKind], review_due__lte=on + SOON)
        return {None, *owners.values_list("owner_id", flat=True)}
    stands_in_for = [away for away, deputy in people.deputies(on).items() if deputy == UUID(viewer.id)]
    return {None, *(one for manager in (UUID(viewer.id), *stands_in_for) for one in people.answering_to(manager, on))}


def who_owe_before(day: date, on: date) -> set[UUID]:
    """Who looks accounts over that are due by this day, and who mends them; who keeps the register is asked anyway."""
    rows = as_lines(list(Account.objects.filter(retired_at=None, review_due__lte=day)), None)
    keepers = {person for role in KEEPERS for person in people.holders(role, on)}
    reviewers = {found for one in rows if (found := reviewer_of(one, on))}
    sleeping = Account.objects.filter(retired_at=None, active_on__lt=asleep_before(day))
    users = {one for row in sleeping.values_list("owner_id", "publishers__person_id") for one in row} - {None}
    return keepers | reviewers | users | {one.owner for one in rows if one.owner and one.to_mend}


def _leaving(on: date) -> list[Waiting]:
    """Accounts for work whose owner, and channels of which a publisher or deputy, is gone or goes within the month."""
    rows = {row.id: row for row in Account.objects.filter(retired_at=None, kind__in=[*AccountKind])}
    through = Publisher.objects.filter(account_id__in=list(rows)).values_list("account_id", "person_id")
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
