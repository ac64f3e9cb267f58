"""Every event that a case knows, and their one decoder."""

from typing import Any

import msgspec

from keyzer.protocol.case.events import frame, letters, measures, remedies, repair, staff, talks
from keyzer.protocol.case.events.base import Event

ALL: tuple[type[Event], ...] = tuple(
    event
    for module in (frame, talks, repair, measures, letters, remedies, staff)
    for event in vars(module).values()
    if isinstance(event, type) and issubclass(event, Event) and event is not Event
)
BY_KIND: dict[str, type[Event]] = {event.named(): event for event in ALL}


class EventError(ValueError):
    """Stored bytes are no event of a case; the message says where."""


def encode_event(event: Event) -> bytes:
    """An event as JSON, with its `kind`."""
    return msgspec.json.encode(event)


def decode_event(content: bytes | dict[str, Any]) -> Event:
    """The event in JSON bytes or in decoded JSON. Raises EventError for an unknown kind or field."""
    try:
        raw = msgspec.json.decode(content, type=dict[str, Any]) if isinstance(content, bytes) else content
        kind = BY_KIND[raw["kind"]]
        return msgspec.convert(raw, kind)
    except KeyError as unknown:
        message = f"no event of a case has the kind `{unknown.args[0]}`: use one of `events.BY_KIND`"
        raise EventError(message) from unknown
    except msgspec.MsgspecError as wrong:
        raise EventError(str(wrong)) from wrong
