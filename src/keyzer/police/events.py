"""What can be written in the stream of a pack. All words of people live here, encrypted, and nowhere else."""

from enum import StrEnum
from uuid import UUID

import msgspec
from msgspec import Struct

from keyzer.ledger.actions import Entry


class Shown(StrEnum):
    """Whom a piece of evidence shows beside the persons of the pack, and so whether it goes along."""

    NOBODY = "nobody"
    SHIELDED = "shielded"
    OTHERS = "others"
    NOT_NEEDED = "not-needed"

    @property
    def goes_along(self) -> bool:
        """Whether the file goes to the police."""
        return self in {Shown.NOBODY, Shown.SHIELDED}


class Choices(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody chose to put in a pack. `moments` are numbers of events of the case, from 1; files go by id.

    `images` says where a device or picture lies that nobody may open; it is filled in instead of any file.
    """

    facts: str
    when: str
    where: str
    online: str = ""
    damage: str = ""
    earlier: str = ""
    keep_private: str = ""
    images: str = ""
    persons: tuple[UUID, ...] = ()
    moments: tuple[int, ...] = ()
    evidence: dict[UUID, Shown] = {}
    wants_contact: tuple[UUID, ...] = ()
    wants_support: tuple[UUID, ...] = ()


class Made(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="made"):
    """The pack was made of these choices. The digests are SHA-256, in hexadecimal."""

    case: UUID
    case_version: int
    choices: Choices
    report: str
    archive: str


_DECODER: msgspec.json.Decoder[Made] = msgspec.json.Decoder(Made)


def entry(event: Made) -> Entry:
    """The event as the ledger takes it."""
    return Entry(str(event.__struct_config__.tag), msgspec.json.encode(event))


def read(content: bytes) -> Made:
    """The event that `entry` wrote. Raises msgspec.ValidationError for a content that is no event of a pack."""
    return _DECODER.decode(content)
