"""What is recorded of a piece of evidence, from its receipt on: the chain of who had it and what was done with it."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

import msgspec
from msgspec import Struct

from keyzer.ledger.actions import Entry

from .chats import Index, Order, Shape


class Scan(StrEnum):
    """What the virus scanner said."""

    CLEAN = "clean"
    INFECTED = "infected"
    TOO_LARGE = "too-large"


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Something that was recorded."""


class Received(Event, frozen=True, tag="received"):
    """It came in. `sha256` is of the content as received, in hexadecimal; `size` is in bytes."""

    name: str
    media: str
    size: int
    sha256: str


class ReceivedAgain(Event, frozen=True, tag="received-again"):
    """The same content came in once more, under this name, and was kept once."""

    name: str


class Stamped(Event, frozen=True, tag="stamped"):
    """A time-stamping server signed that this content existed at `moment`; `answer` is its reply as it came (RFC 3161).

    What it signed is the digest of the 32 bytes of the content's SHA-256.
    """

    server: str
    moment: datetime
    answer: bytes
    verified: bool


class Scanned(Event, frozen=True, tag="scanned"):
    """The virus scanner looked at it; `found` is what it called what it found."""

    outcome: Scan
    found: str = ""


class Opened(Event, frozen=True, tag="opened"):
    """Somebody opened it, for this reason."""

    reason: str


class Quarantined(Event, frozen=True, tag="quarantined"):
    """It is locked away for the police: nobody opens it from here on."""

    reason: str


class SealedForPolice(Event, frozen=True, tag="sealed-for-police"):
    """It was put into a sealed archive, for the report `number`, that only `to` opens, by a pass phrase kept nowhere.

    `file` is that archive, `size` and `sha256` are of it as it leaves the school.
    """

    number: str
    to: str
    file: UUID
    size: int
    sha256: str


class Fetched(Event, frozen=True, tag="fetched"):
    """Somebody downloaded the sealed archive `file`, to hand it over."""

    file: UUID


class HandedToPolice(Event, frozen=True, tag="handed-to-police"):
    """The police have it from `on` on: `number` is theirs, `to` is who took it. Nobody here opened it."""

    number: str
    on: date
    to: str


class PoliceSaid(Event, frozen=True, tag="police-said"):
    """What the school does with its own file, as `who` of the police said: keep it, or erase it."""

    who: str
    on: date
    erase: bool


class Erased(Event, frozen=True, tag="erased"):
    """The file is gone, on the word of the police; what was recorded of it stays."""


class WordsRead(Event, frozen=True, tag="words-read"):
    """The words in a picture, as a machine read them."""

    words: str


class ChatRead(Event, frozen=True, tag="chat-read"):
    """It is the export of a chat. `file` holds its text; that is the item's own file unless it came in an archive."""

    file: UUID
    shape: Shape
    order: Order
    index: Index


class AttachmentTaken(Event, frozen=True, tag="attachment-taken"):
    """The attachment of message `message` was taken out of the archive, and is the item `item` from here on."""

    message: int
    item: UUID


class TakenFrom(Event, frozen=True, tag="taken-from"):
    """It was the attachment of message `message` of the chat `chat`, which came in at `received_at`."""

    chat: UUID
    message: int
    received_at: datetime


class PassageChosen(Event, frozen=True, tag="passage-chosen"):
    """The messages `first` to `last` are proof; `visible` are the authors who take part in the incident.

    `sha256` is of the passage as sent, `shown_sha256` of how it is shown: each message a line of JSON.
    """

    first: int
    last: int
    visible: tuple[str, ...]
    also_hidden: tuple[str, ...]
    sha256: str
    shown_sha256: str


AnyEvent = (
    Received
    | ReceivedAgain
    | Stamped
    | Scanned
    | Opened
    | Quarantined
    | SealedForPolice
    | Fetched
    | HandedToPolice
    | PoliceSaid
    | Erased
    | WordsRead
    | ChatRead
    | AttachmentTaken
    | TakenFrom
    | PassageChosen
)
_DECODER: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


def entry(event: AnyEvent) -> Entry:
    """The event as the ledger takes it."""
    return Entry(str(event.__struct_config__.tag), msgspec.json.encode(event))


def read(content: bytes) -> AnyEvent:
    """The event that `entry` wrote. Raises msgspec.ValidationError for what is no event of evidence."""
    return _DECODER.decode(content)
