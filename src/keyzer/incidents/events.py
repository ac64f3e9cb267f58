"""What can be written in the stream of an incident. An event is erased with its stream's key."""

from datetime import date
from uuid import UUID

import msgspec
from msgspec import Struct

from keyzer import protocol
from keyzer.ledger.actions import Entry


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Something that was recorded about an incident."""


class Told(Event, frozen=True, kw_only=True, tag="told"):
    """What was told when the incident was opened; `report` is the report it was opened from.

    `kept_out` may neither see nor handle it, whatever part they turn out to have: they could not see the report either.
    """

    told: str
    happened_on: date | None
    place: str
    report: UUID | None
    kept_out: tuple[UUID, ...] = ()


class FactAdded(Event, frozen=True, kw_only=True, tag="fact-added"):
    """Something that became known later."""

    fact: str


class Involved(Event, frozen=True, kw_only=True, tag="involved"):
    """Somebody turned out to take part in it."""

    person: UUID
    part: protocol.Part


class PartChanged(Event, frozen=True, kw_only=True, tag="part-changed"):
    """Somebody took part as something else than was thought."""

    person: UUID
    was: protocol.Part
    part: protocol.Part
    reason: str


class ConductCited(Event, frozen=True, kw_only=True, tag="conduct-cited"):
    """A kind of conduct that this may be."""

    conduct: str


class ReportAdded(Event, frozen=True, kw_only=True, tag="report-added"):
    """Another report tells of the same; what came with it belongs to the incident too."""

    report: UUID


class ReportTakenOut(Event, frozen=True, kw_only=True, tag="report-taken-out"):
    """That report stands by itself again."""

    report: UUID


class HandedOver(Event, frozen=True, kw_only=True, tag="handed-over"):
    """Another person handles it from now on, because the one before takes part in it."""

    was: UUID
    handler: UUID


class Settled(Event, frozen=True, kw_only=True, tag="settled"):
    """All that followed from it is done."""


class Reopened(Event, frozen=True, kw_only=True, tag="reopened"):
    """Something follows from it after all."""

    reason: str


AnyEvent = (
    Told
    | FactAdded
    | Involved
    | PartChanged
    | ConductCited
    | ReportAdded
    | ReportTakenOut
    | HandedOver
    | Settled
    | Reopened
)

_DECODER: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


def entry(event: AnyEvent) -> Entry:
    """The event as the ledger takes it."""
    return Entry(str(event.__struct_config__.tag), msgspec.json.encode(event))


def read(content: bytes) -> AnyEvent:
    """The event that `entry` wrote. Raises msgspec.ValidationError for a content that is no event of an incident."""
    return _DECODER.decode(content)
