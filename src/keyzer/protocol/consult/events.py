"""What is recorded of a consult: what was asked, to whom it went, what was answered."""

from enum import StrEnum
from typing import Any

import msgspec
from msgspec import Struct

from keyzer.protocol.consent import ImagePurpose
from keyzer.protocol.situation import Capacity


class ConsultAnswer(StrEnum):
    """What a manager can say (personeel-1)."""

    YES = "ja"
    YES_IF = "ja-als"
    NO = "nee"


class PassedBecause(StrEnum):
    """Why another person answers."""

    LATE = "te-laat"
    PARTY = "betrokken"


class Wanted(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody wants to publish. `files` are SHA-256 of the pictures with it, in hexadecimal."""

    draft: str
    platform: str
    place: str
    capacity: Capacity
    files: tuple[str, ...] = ()


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Something that happened to a consult."""


class ConsultAsked(Event, frozen=True, kw_only=True, tag="consult-asked"):
    """Somebody in doubt asks `to`; `not_to` is a manager who is party to it."""

    wanted: Wanted
    question: str
    to: str
    not_to: str | None = None


class ConsultRevised(Event, frozen=True, kw_only=True, tag="consult-revised"):
    """The draft reads otherwise, before it was answered."""

    wanted: Wanted


class ConsultShows(Event, frozen=True, kw_only=True, tag="consult-shows"):
    """Who can be recognised in the pictures: all of them, and for what they will be used."""

    persons: tuple[str, ...]
    purpose: ImagePurpose


class ConsultPassedOn(Event, frozen=True, kw_only=True, tag="consult-passed-on"):
    """`to` may answer from now on: beside who was asked before, or in the place of `by_party`."""

    to: str
    because: PassedBecause
    by_party: str | None = None


class ConsultAnswered(Event, frozen=True, kw_only=True, tag="consult-answered"):
    """Yes, yes if, or no, with the articles it rests on; `digest` is of what was approved, empty for a no."""

    answer: ConsultAnswer
    words: str
    conditions: str
    articles: tuple[str, ...]
    digest: str


class ConsultWithdrawn(Event, frozen=True, kw_only=True, tag="consult-withdrawn"):
    """Who asked does so no more."""


ConsultEvent = ConsultAsked | ConsultRevised | ConsultShows | ConsultPassedOn | ConsultAnswered | ConsultWithdrawn
_DECODER: msgspec.json.Decoder[Any] = msgspec.json.Decoder(ConsultEvent)


def encode_consult_event(event: ConsultEvent) -> tuple[str, bytes]:
    """The kind and the content as its stream keeps them."""
    return str(event.__struct_config__.tag), msgspec.json.encode(event)


def decode_consult_event(content: bytes) -> ConsultEvent:
    """The event that `encode_consult_event` wrote. Raises msgspec.ValidationError for anything else."""
    event: ConsultEvent = _DECODER.decode(content)
    return event
