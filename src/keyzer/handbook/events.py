"""What is recorded of a question that everybody may read: that it was published, and that it was taken back."""

import msgspec
from msgspec import Struct

from keyzer.ledger.actions import Entry

STREAM = "asked-question"


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Something that happened to a question."""


class Published(Event, frozen=True, tag="published"):
    """A question about an article with its answer. English is there for both, or for neither."""

    article: str
    question_nl: str
    answer_nl: str
    question_en: str = ""
    answer_en: str = ""


class TakenBack(Event, frozen=True, tag="taken-back"):
    """It is no longer shown."""


def entry(event: Published | TakenBack) -> Entry:
    """The event as the ledger takes it."""
    return Entry(str(event.__struct_config__.tag), msgspec.json.encode(event))
