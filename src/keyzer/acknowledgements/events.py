"""What can be written in a history of signatures. It is erased with its stream's key."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec
from msgspec import Struct

from keyzer.ledger.actions import Entry

PERSON = "acknowledgement"
BATCH = "acknowledgement-list"
DOCUMENT = "adopted-document"
REMINDERS = "signing-reminders"


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Something that was said about the protocol."""


class Line(Struct, frozen=True, array_like=True):
    """One signature in full, as a list keeps it."""

    signature: UUID
    signer: UUID
    on_behalf_of: UUID
    audience: str
    edition: str
    edition_digest: str
    document_digest: str
    language: str
    at: datetime


class Signed(Event, frozen=True, kw_only=True, tag="signed"):
    """Somebody signed."""

    line: Line
    how: str


class Declined(Event, frozen=True, kw_only=True, tag="refused"):
    """Somebody will not sign, and says why."""

    line: Line
    how: str
    reason: str


class TakenBack(Event, frozen=True, kw_only=True, tag="withdrawn"):
    """Somebody took a signature back, and says why."""

    line: Line
    how: str
    reason: str


class Listed(Event, frozen=True, kw_only=True, tag="listed"):
    """Signatures that were put elsewhere came in together."""

    how: str
    lines: tuple[Line, ...]


class Attached(Event, frozen=True, kw_only=True, tag="attached"):
    """The adopted document was laid beside the text."""

    name: str
    file: UUID
    sha256: str
    size: int


class Decided(Event, frozen=True, kw_only=True, tag="decided"):
    """What the school decided about a refusal, in codes and in its own words."""

    signature: UUID
    outcomes: tuple[str, ...]
    words: str


class Rested(Event, frozen=True, kw_only=True, tag="rested"):
    """Nobody is reminded before `until`, or without a day until somebody starts it again."""

    until: date | None = None


class Resumed(Event, frozen=True, kw_only=True, tag="resumed"):
    """People are reminded again."""


AnyEvent = Signed | Declined | TakenBack | Listed | Attached | Decided | Rested | Resumed
_DECODER: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


def entries(events: Sequence[AnyEvent]) -> list[Entry]:
    """The events as the ledger takes them."""
    return [Entry(str(type(event).__struct_config__.tag), msgspec.json.encode(event)) for event in events]


def decode(content: bytes) -> AnyEvent:
    """What the ledger keeps, as an event. Raises msgspec.ValidationError when it is none."""
    return _DECODER.decode(content)
