"""Whose a link to choose is."""

from typing import NamedTuple
from uuid import UUID

from keyzer.consent import links
from keyzer.consent.models import ConsentLink


class Link(NamedTuple):
    """A link that was made here and still works."""

    id: UUID
    person: UUID


def link_behind(token: str) -> Link | None:
    """The link of a token; None for one that expired, was changed, or was never made."""
    found = links.link_of(token)
    person = _person_of(found) if found else None
    return Link(found, person) if found and person else None


def once_behind(token: str) -> UUID | None:
    """Whose link this is or was, also when it expired: to mail a new one to who that is."""
    found = links.once_of(token)
    return _person_of(found) if found else None


def _person_of(link: UUID) -> UUID | None:
    return ConsentLink.objects.filter(id=link).values_list("person_id", flat=True).first()
