"""What can be written in the stream of a report. All words of people live here, encrypted, and nowhere else."""

from datetime import date
from enum import StrEnum
from uuid import UUID

import msgspec
from msgspec import Struct

from keyzer import protocol
from keyzer.ledger.actions import Entry


class IntakeLane(StrEnum):
    """The two ways in (leerlingen-8); the values are the ids of their procedures in the edition."""

    MELDING = "melding"
    TWIJFEL = "twijfel"


class Way(StrEnum):
    """How far somebody makes himself known (leerlingen-8): by name, with the name under a seal, or not at all."""

    OP_NAAM = "op-naam"
    IN_VERTROUWEN = "in-vertrouwen"
    ZONDER_NAAM = "zonder-naam"


class Aside(StrEnum):
    """Why a report is set aside: it tells what another report tells, or what it tells did not happen."""

    DUBBEL = "dubbel"
    ONJUIST = "onjuist"


class About(StrEnum):
    """Whom it is about, seen from the one who tells (leerlingen-5: who saw it happen may speak up too)."""

    MIJZELF = "mijzelf"
    ANDER = "ander"
    ZELF_GEDAAN = "zelf-gedaan"
    GEZIEN = "gezien"


class Where(StrEnum):
    """Where it happened. No answer ever blocks a report (reikwijdte-5)."""

    SCHOOL = "school"
    ONDERWEG = "onderweg"
    ONLINE = "online"
    ELDERS = "elders"
    ONBEKEND = "onbekend"


class State(StrEnum):
    """How far a report is."""

    RECEIVED = "received"
    READ = "read"
    ANSWERED = "answered"
    HANDLED = "handled"
    SETTLED = "settled"
    ASIDE = "aside"


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Something that was recorded about a report."""


class Named(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody whom a member of staff picked from the roster, with the part that he seems to have."""

    person: UUID
    part: protocol.Part


class Told(Event, frozen=True, tag="told"):
    """The report itself, in the teller's own words. `child` is for whom a guardian tells it.

    `by_guardian`: whether `about` was chosen as a guardian, who speaks of a child.
    `article`: what the question is about, when it was asked from the text of the protocol.
    `to_board`: a possible sexual offence by somebody with a task here, for the board alone (WVO 2020, 3.39).
    `language`: the one it is written in, where that is not the language of the page, so that it can be translated.
    `by_mail`: whether the teller wants mail when an answer waits; in confidence, when somebody looks at the name.
    """

    words: str
    about: About | None = None
    who: str = ""
    happened_on: date | None = None
    moment: str = ""
    where: Where = Where.ONBEKEND
    conduct: tuple[str, ...] = ()
    persons: tuple[Named, ...] = ()
    about_coordinator: bool = False
    child: UUID | None = None
    article: str = ""
    to_board: bool = False
    language: str = ""
    by_mail: bool = False
    by_guardian: bool = False


class Read(Event, frozen=True, tag="read"):
    """Who handles it has opened it for the first time."""


class MailWished(Event, frozen=True, tag="mail-wished"):
    """The teller wants mail from now on, or none any more."""

    wanted: bool


class Answered(Event, frozen=True, tag="answered"):
    """Who handles it wrote to the reporter."""

    words: str


class Asked(Event, frozen=True, tag="asked"):
    """The reporter wrote again."""

    words: str


class Rerouted(Event, frozen=True, tag="rerouted"):
    """Somebody else handles it from now on, because the one before takes part in what happened."""

    was: UUID
    handler: UUID


class BecameReport(Event, frozen=True, tag="became-report"):
    """The one who doubted made it a report."""


class IncidentOpened(Event, frozen=True, tag="incident-opened"):
    """What was told is now an incident."""

    incident: UUID


class EvidenceAdded(Event, frozen=True, tag="evidence-added"):
    """A file came with it. `sha256` is of its content as received, in hexadecimal; `size` is in bytes."""

    file: UUID
    name: str
    media: str
    size: int
    sha256: str


class Settled(Event, frozen=True, tag="settled"):
    """Nothing more follows from it than the answer."""


class SealBroken(Event, frozen=True, tag="seal-broken"):
    """Who handles it looked at the name of who reported in confidence, and why. The name itself is not written."""

    reason: str


class SetAside(Event, frozen=True, tag="set-aside"):
    """It is not taken further by itself. `into` is the report that tells the same; None when what it tells is false."""

    why: Aside
    reason: str
    into: UUID | None = None


class BroughtBack(Event, frozen=True, tag="brought-back"):
    """It was set aside too soon."""

    reason: str


AnyEvent = (
    Told
    | Read
    | MailWished
    | Answered
    | Asked
    | Rerouted
    | BecameReport
    | IncidentOpened
    | EvidenceAdded
    | Settled
    | SealBroken
    | SetAside
    | BroughtBack
)
_DECODER: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)
WITH_WORDS = frozenset(
    {"answered", "asked", "became-report", "incident-opened", "settled", "set-aside", "brought-back"}
)


def entry(event: AnyEvent) -> Entry:
    """The event as the ledger takes it."""
    return Entry(str(event.__struct_config__.tag), msgspec.json.encode(event))


def read(content: bytes) -> AnyEvent:
    """The event that `entry` wrote. Raises msgspec.ValidationError for a content that is no event of a report."""
    return _DECODER.decode(content)


class Noted(Event, frozen=True, tag="noted"):
    """What the confidential adviser wrote down for no one else."""

    words: str


Confided = Told | Answered | Asked | Noted
"""What can stand in the stream of a conversation with the confidential adviser."""
_CONFIDED: msgspec.json.Decoder[Confided] = msgspec.json.Decoder(Confided)


def confided_entry(event: Confided) -> Entry:
    """The event as the ledger takes it."""
    return Entry(str(event.__struct_config__.tag), msgspec.json.encode(event))


def read_confided(content: bytes) -> Confided:
    """The event that `confided_entry` wrote. Raises msgspec.ValidationError for anything else."""
    return _CONFIDED.decode(content)
