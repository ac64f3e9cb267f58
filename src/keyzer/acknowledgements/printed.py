"""What is known of a printed list besides its lines: its history in the ledger, and why something is not taken."""

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

import msgspec
from django.utils.translation import gettext as _
from msgspec import Struct

from keyzer.ledger.actions import Entry

PAPER = "paper-list"


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Something that was done with a printed list."""


class Printed(Event, frozen=True, kw_only=True, tag="printed"):
    """The list was made: for which class, with which lines (signer, on behalf of, audience)."""

    school_class: UUID
    households: bool
    edition: str
    lines: tuple[tuple[UUID, UUID, str], ...]


class Scanned(Event, frozen=True, kw_only=True, tag="scanned"):
    """A picture of the signed sheet was added."""

    file: UUID
    media: str
    size: int
    sha256: str


AnyEvent = Printed | Scanned
_DECODER: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


def entries(events: Sequence[AnyEvent]) -> list[Entry]:
    """The events as the ledger takes them."""
    return [Entry(str(type(event).__struct_config__.tag), msgspec.json.encode(event)) for event in events]


def decode(content: bytes) -> AnyEvent:
    """What the ledger keeps, as an event. Raises msgspec.ValidationError when it is none."""
    return _DECODER.decode(content)


class PaperProblem(StrEnum):
    """Why nothing is recorded from a list."""

    OUTDATED = "outdated"
    NOBODY = "nobody"
    NOT_A_LINE = "not-a-line"
    BEFORE_PRINTED = "before-printed"
    NOT_FROM_PAPER = "not-from-paper"
    NOT_A_SCAN = "not-a-scan"
    TOO_LARGE = "too-large"


class PaperRefused(Exception):
    """Nothing was recorded; `problem` is for programs, the message for logs, `said` for people."""

    def __init__(self, problem: PaperProblem, message: str) -> None:
        super().__init__(message)
        self.problem = problem

    @property
    def said(self) -> str:
        """One sentence with what to do, in the language in use."""
        return sentence(self.problem)


def sentence(problem: PaperProblem) -> str:
    """What people read when nothing is recorded."""
    return {
        PaperProblem.OUTDATED: _(
            "The protocol has changed since this list was printed. Print a new list and have that signed."
        ),
        PaperProblem.NOBODY: _("Nobody in this class has to sign such a list."),
        PaperProblem.NOT_A_LINE: _("This line does not stand on the list."),
        PaperProblem.BEFORE_PRINTED: _("The list was printed later than this day. Look at the date on the sheet."),
        PaperProblem.NOT_FROM_PAPER: _("This signature was not recorded from paper. Only the signer takes it back."),
        PaperProblem.NOT_A_SCAN: _("Add a photo (JPEG or PNG) or a PDF of the signed sheet."),
        PaperProblem.TOO_LARGE: _("This file is larger than 10 MB. Make the photo smaller, or scan fewer pages."),
    }[problem]
