"""Reads of the post: how much could not be delivered, and in the demo what would have been sent."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from keyzer.people import queries as people

from .models import Outgoing

FEW = 500
"""So many can be looked up by name; of more, all that waits is read."""


class Kept(NamedTuple):
    """A mail of the demo school, which sends none."""

    to: UUID
    name: str
    kind: str
    things: int
    path: str
    queued_at: datetime


def can_send() -> bool:
    """Whether the school told which mail server to use, as whom, and where its pages are."""
    return bool(settings.KEYZER_MAIL_URL and settings.DEFAULT_FROM_EMAIL and settings.KEYZER_ADDRESS)


def failed_since(moment: datetime) -> int:
    """How many mails were given up since then."""
    return Outgoing.objects.filter(failed_at__gte=moment).count()


def queued_to(kind: str, among: Collection[UUID] = ()) -> set[UUID]:
    """To whom a mail of this kind waits to be sent: of these people, or of everybody when none are named."""
    waiting = Outgoing.objects.filter(kind=kind, sent_at=None, failed_at=None)
    if 0 < len(among) <= FEW:
        waiting = waiting.filter(to_id__in=among)
    found = set(waiting.values_list("to_id", flat=True))
    return found.intersection(among) if among else found


def waiting(limit: int) -> list[Kept]:
    """What was queued and not sent, newest first."""
    rows = Outgoing.objects.filter(sent_at=None, failed_at=None).order_by("-queued_at", "-id")[:limit]
    names = people.names(row.to_id for row in rows)
    return [Kept(row.to_id, names[row.to_id], row.kind, row.count, row.path, row.queued_at) for row in rows]
