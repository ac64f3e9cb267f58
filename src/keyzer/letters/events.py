"""What can be written in the stream of a letter. An event is erased with its stream's key."""

from collections.abc import Iterable
from uuid import UUID

import msgspec
from msgspec import Struct

from keyzer.ledger.actions import Entry


class Free(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The paragraphs that a person writes; all else is composed from the case."""

    opening: str = ""
    personal: str = ""
    closing: str = ""


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Something that was done with a letter."""


class Drafted(Event, frozen=True, kw_only=True, tag="drafted"):
    """It was begun."""

    case: UUID
    slot: str
    language: str
    free: Free


class Rewritten(Event, frozen=True, kw_only=True, tag="rewritten"):
    """Its free paragraphs, or its language, became others."""

    language: str
    free: Free


class Approved(Event, frozen=True, kw_only=True, tag="approved"):
    """It was frozen: `digest` is the SHA-256 of the PDF, `text` what it says, as safe HTML."""

    file: UUID
    digest: str
    size: int
    text: str


class Sent(Event, frozen=True, kw_only=True, tag="sent"):
    """It went out. `proof` is how that can be shown: a number, a signature, the mailbox it went to."""

    channel: str
    proof: str


class Withdrawn(Event, frozen=True, kw_only=True, tag="withdrawn"):
    """It was taken back before it went out."""

    reason: str


class Opened(Event, frozen=True, kw_only=True, tag="opened"):
    """The addressee opened it, through the link or signed in."""

    through: str


AnyEvent = Drafted | Rewritten | Approved | Sent | Withdrawn | Opened

_DECODER: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


def entries(events: Iterable[AnyEvent]) -> list[Entry]:
    """The events as the ledger takes them."""
    return [Entry(str(type(event).__struct_config__.tag), msgspec.json.encode(event)) for event in events]


def decode(content: bytes) -> AnyEvent:
    """What the ledger keeps, as an event. Raises msgspec.ValidationError when it is none."""
    return _DECODER.decode(content)
