"""What can be written in a history of consent, and in that of a published picture."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec
from msgspec import Struct

from keyzer.ledger.actions import Entry

PERSON = "image-consent"
PICTURE = "published-picture"


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Something that happened to consent."""


class Answered(Event, frozen=True, kw_only=True, tag="answered"):
    """Somebody said yes or no for one purpose, or lifted an own no."""

    signer: UUID
    purpose: str
    said: str
    school_year: int
    at: datetime
    how: str


class Published(Event, frozen=True, kw_only=True, tag="published"):
    """A picture was published, of these persons, or approved by the answer to a consult and so may be."""

    place: str
    purpose: str
    published_on: date
    persons: tuple[UUID, ...]
    consult: UUID | None = None


class TakeDownAsked(Event, frozen=True, kw_only=True, tag="take-down-asked"):
    """Consent of a person ended: the picture must be gone by a day."""

    person: UUID
    owed_by: UUID
    due_on: date


class TakenDown(Event, frozen=True, kw_only=True, tag="taken-down"):
    """The picture is gone."""


AnyEvent = Answered | Published | TakeDownAsked | TakenDown


def entries(events: Sequence[AnyEvent]) -> list[Entry]:
    """The events as the ledger takes them."""
    return [Entry(str(type(event).__struct_config__.tag), msgspec.json.encode(event)) for event in events]
