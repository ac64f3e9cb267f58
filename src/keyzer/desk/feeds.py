"""Somebody's calendar, for a program that brings only the secret address of it."""

import hashlib
from datetime import datetime
from uuid import UUID

from django.utils.translation import override

from keyzer.kit.clock import local
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people

from . import ical, queries
from .deadlines import deadlines


def mark(secret: str, now: datetime) -> str | None:
    """An entity tag that changes with every event in the ledger, and every day; None for an unknown address."""
    owner = queries.owner_of_calendar(secret)
    content = f"{owner} {ledger.position()} {local(now).date()}"
    return f'"{hashlib.sha256(content.encode()).hexdigest()[:32]}"' if owner else None


def calendar(secret: str, origin: str, now: datetime) -> bytes | None:
    """The calendar at this address as of now; None for an unknown one, and for who is tied to the school no more."""
    owner = queries.owner_of_calendar(secret)
    return _of(owner, origin, now) if owner else None


def _of(person: UUID, origin: str, now: datetime) -> bytes | None:
    today = local(now).date()
    viewer = people.viewer_of(person, today)
    if not viewer.holds(*people.STAFF):
        return None
    language = people.brief([person], today)[person].language
    with override(language):
        return ical.written(deadlines(viewer, language, today), origin, now)
