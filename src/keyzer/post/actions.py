"""Every write of the post: a mail is queued in the caller's transaction, and delivered by a process of its own."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.people import queries as people
from keyzer.protocol import Role

from . import kinds, queries
from .models import Outgoing
from .sending import Outcome, Round
from .writing import Mail

ROWS_A_STATEMENT = 500
KEPT_TRYING = timedelta(days=4)
WAITS = tuple(timedelta(minutes=minutes) for minutes in (5, 20, 60, 240, 720))
"""How long to wait after each try; the last wait goes on."""


class Delivered(NamedTuple):
    """What came of a round of delivering."""

    sent: int = 0
    put_off: int = 0
    given_up: int = 0


def queue(
    *, to: UUID, kind: str, path: str, by: UUID | None, at: datetime, not_before: datetime | None = None, count: int = 1
) -> bool:
    """Let a person know by mail that something waits at `path`; False for who has no e-mail address.

    It is written with the caller's own act, or not at all. Raises kinds.UnknownKind, and ValueError when `path` is not
    one of our own pages.
    """
    kinds.require(kind)
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError(f"`{path}` is no page of ours: begin it with one `/`")
    if people.mailbox_of(to) is None:
        return False
    first = max(at, not_before or at)
    mail = Outgoing(to_id=to, kind=kind, path=path, count=count, queued_by_id=by, queued_at=at)
    mail.not_before, mail.give_up_at = first, first + KEPT_TRYING
    with writing():
        mail.save()
    return True


def recall(kind: str, to: Collection[UUID]) -> int:
    """Take back the mails of a kind to these people that were not sent yet; answers how many."""
    with writing():
        waiting = Outgoing.objects.filter(kind=kind, sent_at=None, failed_at=None)
        lost = [mail for mail, person in waiting.values_list("id", "to_id") if person in to]
        for start in range(0, len(lost), ROWS_A_STATEMENT):
            Outgoing.objects.filter(id__in=lost[start : start + ROWS_A_STATEMENT]).delete()
    return len(lost)


def deliver(now: datetime, limit: int) -> Delivered:
    """Send what is due, at most `limit` mails, and say what came of it; nothing without a mail server, or in a demo.

    A mail that is taken here is put off first: a second deliverer leaves it alone, and when this one dies it is tried
    again later under the same Message-ID.
    """
    school = people.school()
    if school.demo:
        return Delivered()
    expired, outcomes = _give_up(now), Counter[Outcome]()
    if not queries.can_send():
        return Delivered(given_up=expired)
    with Round(school.name) as sending:
        for row in _take(now, limit):
            mail = _addressed(row, clock.local(now).date())
            outcome = sending.send(mail) if mail else Outcome.REFUSED
            _settle(row.id, outcome, now)
            outcomes[outcome] += 1
    return Delivered(outcomes[Outcome.SENT], outcomes[Outcome.PUT_OFF], outcomes[Outcome.REFUSED] + expired)


def _addressed(row: Outgoing, on: date) -> Mail | None:
    """The mail with where it goes as of today; None for who has no address any more."""
    mailbox = people.mailbox_of(row.to_id)
    if mailbox is None:
        return None
    to_pupil = people.viewer_of(row.to_id, on).holds(Role.LEERLING)
    return Mail(row.id, row.kind, row.count, row.path, *mailbox, to_pupil=to_pupil)


def _take(now: datetime, limit: int) -> Sequence[Outgoing]:
    """The mails that are due, out of reach of others until their next try."""
    with writing():
        due = Outgoing.objects.filter(sent_at=None, failed_at=None, not_before__lte=now).order_by("not_before")
        taken = list(due.select_for_update(skip_locked=True)[:limit])
        for mail in taken:
            mail.not_before = now + WAITS[min(mail.attempts, len(WAITS) - 1)]
            mail.attempts += 1
        Outgoing.objects.bulk_update(taken, ["not_before", "attempts"])
    return taken


def _give_up(now: datetime) -> int:
    with writing():
        expired = Outgoing.objects.filter(sent_at=None, failed_at=None, give_up_at__lt=now, not_before__lte=now)
        return expired.update(failed_at=now, path="")


def _settle(mail: UUID, outcome: Outcome, now: datetime) -> None:
    if outcome is Outcome.PUT_OFF:
        return
    ended = {"sent_at": now} if outcome is Outcome.SENT else {"failed_at": now}
    with writing():
        Outgoing.objects.filter(id=mail).update(path="", **ended)
