"""What is recorded of guidance: that it was published, and that it was taken back."""

import msgspec
from msgspec import Struct

from keyzer.ledger.actions import Entry

STREAM = "guidance"


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Something that happened to guidance."""


class Published(Event, frozen=True, tag="published"):
    """A question with its answer, under an article; the English may be left empty."""

    article: str
    question: str
    answer: str
    question_en: str = ""
    answer_en: str = ""


class TakenBack(Event, frozen=True, tag="taken-back"):
    """It is no longer shown."""


def entry(event: Published | TakenBack) -> Entry:
    """The event as the ledger takes it."""
    return Entry(str(event.__struct_config__.tag), msgspec.json.encode(event))
