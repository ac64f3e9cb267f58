"""Every write of the register: enter an account, keep it up to date, look it over, hand it on, retire it; fakes."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import IntegrityError

from keyzer import protocol
from keyzer.kit import clock
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import queries as ledger_queries
from keyzer.people import queries as people
from keyzer.post import actions as post
from keyzer.protocol import AccountAct, Viewer

from . import events, handles, queries
from .events import Kind
from .models import Account, Fake, Publisher
from .standing import KEEPERS, MEND, REVIEW, due

SHOW = "/kanalen/{}/"
FAKE = "/kanalen/nep/{}/"
WAITING = "waiting"


class NotAllowed(Exception):
    """The protocol bars it; `reasons` say why. Without any it is not this person's business, or not there."""

    def __init__(self, reasons: tuple[protocol.Reason, ...] = ()) -> None:
        super().__init__("; ".join(reason.text.en for reason in reasons))
        self.reasons = reasons


class AlreadyRegistered(Exception):
    """An account in use has this name on this platform already."""


class NotAtWork(Exception):
    """Who is to have it, to publish or to stand in has no task at the school."""


class Draft(NamedTuple):
    """An account as somebody enters it; `shown` is its handle or address, `recovery` says in words where that lies."""

    platform: str
    shown: str
    purpose: str
    recovery: str
    publishers: tuple[UUID, ...] = ()
    deputy: UUID | None = None
    pupils_may_follow: bool = False
    free_of_personal: bool = False


def register_channel(draft: Draft, *, by: Viewer, at: datetime) -> UUID:
    """Enter a channel of the school. Raises NotAllowed, AlreadyRegistered, NotAtWork, handles.NotAHandle."""
    _require_declared(Kind.SCHOOL, draft, by)
    _require_at_work({*draft.publishers, *([draft.deputy] if draft.deputy else [])}, at)
    return _enter(draft, Kind.SCHOOL, owner=None, by=by, at=at)


def register_own(draft: Draft, *, by: Viewer, at: datetime) -> UUID:
    """Enter one's own account for work (personeel-7); who publishes is who enters it.

    Raises NotAllowed, AlreadyRegistered, NotAtWork, handles.NotAHandle.
    """
    _require_declared(Kind.WORK, draft, by)
    _require_at_work({draft.deputy} if draft.deputy else set(), at)
    return _enter(draft._replace(publishers=()), Kind.WORK, owner=UUID(by.id), by=by, at=at)


def rearrange(account: UUID, draft: Draft, *, by: Viewer, at: datetime) -> None:
    """Say anew what an account is for, who publishes, who stands in and where its recovery lies.

    Of one for work also whether pupils may follow it: from then on somebody looks it over soon.
    Raises NotAllowed, NotAtWork.
    """
    _require_at_work({*draft.publishers, *([draft.deputy] if draft.deputy else [])}, at)
    with writing():
        row = _held(account, AccountAct.REARRANGE, by, at)
        row.purpose, row.deputy_id = draft.purpose, draft.deputy
        if row.owner_id:
            is_opened = draft.pupils_may_follow and not row.pupils_may_follow
            row.review_due = due(MEND, at) if is_opened else row.review_due
            row.pupils_may_follow = draft.pupils_may_follow
        row.save(update_fields=["purpose", "deputy", "pupils_may_follow", "review_due"])
        Publisher.objects.filter(account=row).delete()
        Publisher.objects.bulk_create(Publisher(account=row, person_id=one) for one in set(draft.publishers))
        said = events.Rearranged(
            purpose=draft.purpose,
            recovery=draft.recovery,
            publishers=tuple(map(str, draft.publishers)),
            deputy=str(draft.deputy) if draft.deputy else None,
            pupils_may_follow=draft.pupils_may_follow if row.owner_id else None,
        )
        _append(account, said, by, at)


def still_in_use(account: UUID, *, by: Viewer, at: datetime) -> None:
    """Give the sign of life by which an account does not count as asleep. Raises NotAllowed."""
    with writing():
        row = _held(account, AccountAct.SAY_IN_USE, by, at)
        row.active_on = clock.local(at).date()
        row.save(update_fields=["active_on"])
        _append(account, events.InUse(), by, at)


def review(account: UUID, *, is_right: bool, remark: str, by: Viewer, at: datetime) -> None:
    """Look an account over as its reviewer; one that is not right is looked at again soon. Raises NotAllowed."""
    today = clock.local(at).date()
    with writing():
        row = _held(account, AccountAct.REVIEW, by, at)
        row.review_due, row.to_mend = due(REVIEW if is_right else MEND, at), not is_right
        row.active_on = max(row.active_on, today) if is_right else row.active_on
        row.save(update_fields=["review_due", "to_mend", "active_on"])
        _append(account, events.Reviewed(is_right=is_right, remark=remark), by, at)
        if row.owner_id and not is_right:
            post.queue(to=row.owner_id, kind=WAITING, path=SHOW.format(account), by=UUID(by.id), at=at)


def hand_over(account: UUID, to: UUID, *, by: Viewer, at: datetime) -> None:
    """Let another member of staff have an account for work; it is looked over soon. Raises NotAllowed, NotAtWork."""
    _require_at_work({to}, at)
    with writing():
        row = _held(account, AccountAct.HAND_OVER, by, at)
        if row.owner_id == to:
            raise NotAllowed
        row.owner_id = to
        row.deputy_id = None if row.deputy_id == to else row.deputy_id
        row.review_due = due(MEND, at)
        row.save(update_fields=["owner", "deputy", "review_due"])
        _append(account, events.HandedOver(to=str(to)), by, at)
        post.queue(to=to, kind=WAITING, path=SHOW.format(account), by=UUID(by.id), at=at)


def retire(account: UUID, reason: str, *, by: Viewer, at: datetime) -> None:
    """Let an account be the school's no more; the public page says so from now on. Raises NotAllowed."""
    with writing():
        row = _held(account, AccountAct.RETIRE, by, at)
        row.retired_at = at
        row.save(update_fields=["retired_at"])
        _append(account, events.Retired(reason=reason), by, at)


def report_fake(typed: str, platform: str, words: str, *, at: datetime) -> UUID:
    """Take in that an account only seems to be the school's; nothing tells who said so. Raises handles.NotAHandle."""
    handle = handles.read(typed, platform)
    said = events.FakeReported(platform=handle.platform, shown=typed.strip(), words=words)
    with writing():
        row = Fake(id=new_id(), platform=handle.platform, shown=typed.strip(), reported_at=at)
        ledger.begin_stream(events.FAKE_STREAM, [events.entry(said)], by=None, at=at, stream=row.id)
        row.save(force_insert=True)
        keepers = {one for role in KEEPERS for one in people.holders(role, clock.local(at).date())}
        for keeper in keepers:
            post.queue(to=keeper, kind=WAITING, path=FAKE.format(row.id), by=None, at=at)
    return row.id


def handle_fake(fake: UUID, outcome: str, *, by: Viewer, at: datetime) -> None:
    """Write down what was done about a fake; once. Raises NotAllowed."""
    if not by.holds(*KEEPERS):
        raise NotAllowed
    with writing():
        row = Fake.objects.select_for_update().filter(id=fake, handled_at=None).first()
        if row is None:
            return
        row.handled_at = at
        row.save(update_fields=["handled_at"])
        ledger.append(fake, [events.entry(events.FakeHandled(outcome=outcome))], seen=1, by=UUID(by.id), at=at)


def _enter(draft: Draft, kind: Kind, *, owner: UUID | None, by: Viewer, at: datetime) -> UUID:
    handle, today = handles.read(draft.shown, draft.platform), clock.local(at).date()
    platform = handle.platform or draft.platform
    row = Account(id=new_id(), kind=kind, platform=platform, name=handle.name)
    row.shown = handles.as_written(draft.shown)
    row.purpose, row.owner_id, row.deputy_id = draft.purpose, owner, draft.deputy
    row.pupils_may_follow, row.registered_at = draft.pupils_may_follow, at
    row.active_on, row.review_due = today, due(REVIEW, at)
    said = events.Registered(
        account_kind=kind,
        platform=platform,
        shown=row.shown,
        purpose=draft.purpose,
        recovery=draft.recovery,
        publishers=tuple(map(str, draft.publishers)),
        owner=str(owner) if owner else None,
        deputy=str(draft.deputy) if draft.deputy else None,
        free_of_personal=draft.free_of_personal,
        pupils_may_follow=draft.pupils_may_follow,
    )
    try:
        with writing():
            row.save(force_insert=True)
            Publisher.objects.bulk_create(Publisher(account=row, person_id=one) for one in set(draft.publishers))
            ledger.begin_stream(events.STREAM, [events.entry(said)], by=UUID(by.id), at=at, stream=row.id)
    except IntegrityError as taken:
        raise AlreadyRegistered(f"`{draft.shown}` is registered on `{platform}` already") from taken
    return row.id


def _held(account: UUID, act: AccountAct, by: Viewer, at: datetime) -> Account:
    """The account, locked, for who may do this with it. Raises NotAllowed."""
    row = Account.objects.select_for_update().filter(id=account).first()
    page = queries.page(by, account, clock.local(at).date())
    if row is None or page is None:
        raise NotAllowed
    if reasons := protocol.account_barred(page.about, act, by):
        raise NotAllowed(reasons)
    return row


def _require_declared(kind: Kind, draft: Draft, by: Viewer) -> None:
    if reasons := protocol.declaration_barred(kind, by, free_of_personal=draft.free_of_personal):
        raise NotAllowed(reasons)


def _require_at_work(persons: set[UUID], at: datetime) -> None:
    if persons - set(people.last_days(persons, clock.local(at).date())):
        raise NotAtWork("who publishes, stands in or takes over has a task at the school: choose somebody who has")


def _append(account: UUID, event: events.Told, by: Viewer, at: datetime) -> None:
    seen = ledger_queries.version(account)
    ledger.append(account, [events.entry(event)], seen=seen, by=UUID(by.id), at=at)
