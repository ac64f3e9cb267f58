"""The register as staff see it: all channels of the school, and of accounts for work those that are one's business."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from keyzer import protocol
from keyzer.channels import events
from keyzer.channels.events import Kind
from keyzer.channels.models import Account, Publisher
from keyzer.channels.standing import KEEPERS, asleep_before
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people
from keyzer.protocol import AboutAccount, AccountAct, Viewer


class Line(NamedTuple):
    """An account in a list. `manager` reviews it: the line manager of its owner; None for a channel of the school."""

    id: UUID
    kind: Kind
    platform: str
    shown: str
    purpose: str
    owner: UUID | None
    owner_name: str
    pupils_may_follow: bool
    review_due: date
    to_mend: bool
    is_asleep: bool
    active_on: date
    is_retired: bool


class Told(NamedTuple):
    """One thing that was recorded of an account."""

    at: datetime
    by: str
    event: events.Told


class AccountPage(NamedTuple):
    """An account with its history, and what its viewer may do. `recovery` is empty for who needs not know."""

    line: Line
    recovery: str
    publishers: tuple[tuple[UUID, str], ...]
    deputy: tuple[UUID, str] | None
    history: tuple[Told, ...]
    version: int
    is_own: bool
    about: AboutAccount
    may: frozenset[AccountAct]


def account_of(person: UUID, platform: str) -> Line | None:
    """The professional account of a member of staff on a platform; None when none is registered or it is retired."""
    rows = Account.objects.filter(owner_id=person, platform=platform, retired_at=None)
    return next(iter(_lines(rows, on=None)), None)


def publishes_through(person: UUID, platform: str) -> list[Line]:
    """The channels of the school on a platform through which somebody may publish."""
    rows = Account.objects.filter(publishers__person_id=person, platform=platform, retired_at=None)
    return _lines(rows, on=None)


def lines_for(viewer: Viewer, on: date) -> list[Line]:
    """The channels of the school, one's own accounts, those of who answers to the viewer, and for a keeper all."""
    rows = Account.objects.order_by("kind", "platform", "name")
    own = UUID(viewer.id)
    if not viewer.holds(*KEEPERS):
        rows = rows.filter(Q(kind=Kind.SCHOOL) | Q(owner_id=own) | Q(owner_id__in=people.answering_to(own, on)))
    return _lines(rows, on=on)


def page(viewer: Viewer, account: UUID, on: date) -> AccountPage | None:
    """One account with all that this viewer may know of it; None for an account that is not the viewer's business."""
    row = next((one for one in lines_for(viewer, on) if one.id == account), None)
    if row is None:
        return None
    own, keeps = UUID(viewer.id), viewer.holds(*KEEPERS)
    told = ledger.read(account)
    said = [events.read(one.content) for one in told]
    arranged = next(one for one in reversed(said) if isinstance(one, events.Registered | events.Rearranged))
    deputy: UUID | None = Account.objects.values_list("deputy_id", flat=True).get(id=account)
    publishers = list(Publisher.objects.filter(account_id=account).values_list("person_id", flat=True))
    names = people.names({*publishers, *(one.by for one in told if one.by), *([deputy] if deputy is not None else [])})
    about = _about(row, publishers, deputy, on)
    uses, reviews = viewer.id in about.users, viewer.id == about.reviewer
    history = tuple(Told(one.at, names.get(one.by, "") if one.by else "", s) for one, s in zip(told, said, strict=True))
    return AccountPage(
        line=row,
        recovery=arranged.recovery if uses or keeps else "",
        publishers=tuple((one, names.get(one, "")) for one in publishers),
        deputy=(deputy, names.get(deputy, "")) if deputy is not None else None,
        history=history if uses or keeps or reviews else (),
        version=len(told),
        is_own=own == row.owner,
        about=about,
        may=frozenset(act for act in AccountAct if not protocol.account_barred(about, act, viewer)),
    )


def _about(line: Line, publishers: Sequence[UUID], deputy: UUID | None, on: date) -> AboutAccount:
    """What the protocol goes by."""
    reviewer = reviewer_of(line, on)
    return AboutAccount(
        kind=line.kind,
        owner=str(line.owner) if line.owner else None,
        users=frozenset(str(one) for one in (*publishers, line.owner, deputy) if one),
        reviewer=str(reviewer) if reviewer else None,
        is_retired=line.is_retired,
    )


def reviewer_of(line: Line, on: date) -> UUID | None:
    """Who looks at an account each year: the line manager of its owner; of a channel of the school the first keeper."""
    if line.owner is None:
        return next((person for role in reversed(KEEPERS) for person in people.holders(role, on)), None)
    try:
        return people.manager_of(line.owner, on)
    except people.NobodyLeft:
        return None


def _lines(rows: QuerySet[Account], on: date | None) -> list[Line]:
    return as_lines(list(rows), on)


def as_lines(rows: Sequence[Account], on: date | None) -> list[Line]:
    """Rows with names; without a day nobody asks which sleep."""
    names = people.names(row.owner_id for row in rows if row.owner_id)
    asleep = asleep_before(on) if on and rows else date.min
    return [
        Line(
            id=row.id,
            kind=Kind(row.kind),
            platform=row.platform,
            shown=row.shown,
            purpose=row.purpose,
            owner=row.owner_id,
            owner_name=names.get(row.owner_id, "") if row.owner_id else "",
            pupils_may_follow=row.pupils_may_follow,
            review_due=row.review_due,
            to_mend=row.to_mend,
            is_asleep=row.retired_at is None and row.active_on < asleep,
            active_on=row.active_on,
            is_retired=row.retired_at is not None,
        )
        for row in rows
    ]
