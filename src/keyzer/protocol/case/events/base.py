"""What every event is: a frozen struct with a `kind`, a moment, a person and at least one ground."""

from datetime import datetime
from typing import ClassVar

from msgspec import Struct

from keyzer.protocol.case.values import PersonId
from keyzer.protocol.vocabulary import Text


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Something that happened in a case, never changed afterwards. `line` is its sentence in the timeline."""

    at: datetime
    by: PersonId
    grounds: tuple[str, ...]
    line: ClassVar[Text]

    @classmethod
    def named(cls) -> str:
        """The `kind` under which streams keep this event."""
        return str(cls.__struct_config__.tag)


def told(nl: str, en: str) -> Text:
    """The sentence of an event; fields stand between braces."""
    return Text(nl=nl, en=en)
