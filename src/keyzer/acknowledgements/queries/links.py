"""Whose a link is, and whether it was used."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer.acknowledgements import links
from keyzer.acknowledgements.models import SigningLink


class Link(NamedTuple):
    """A link that was made here; `used_at` is when everything it asked was answered."""

    id: UUID
    person: UUID
    used_at: datetime | None


def link_behind(token: str) -> Link | None:
    """The link of a token; None for one that expired, was changed, or was never made."""
    return _link(links.link_of(token))


def once_behind(token: str) -> Link | None:
    """As `link_behind`, also for one that expired: whose it was, to mail a new one to who that is."""
    return _link(links.once_of(token))


def _link(found: UUID | None) -> Link | None:
    row = SigningLink.objects.filter(id=found).values_list("id", "person_id", "used_at").first() if found else None
    return Link(*row) if row else None
