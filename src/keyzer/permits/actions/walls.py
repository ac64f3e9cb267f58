"""Pages for the wall: put one up, take it down. Who did is in its history."""

import secrets
from datetime import datetime
from uuid import UUID

from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger import queries as ledger
from keyzer.ledger.actions import Entry, append, begin_stream
from keyzer.live.actions import tell
from keyzer.permits.models import WallLink
from keyzer.permits.queries import walls

TOKEN_BYTES = 12


def hang(*, school_class: UUID | None, room: str, by: UUID, at: datetime) -> UUID:
    """Put up the page of a class or of a room, and answer its id; the one that hangs there already stays."""
    with writing():
        known = WallLink.objects.filter(school_class_id=school_class, room=room, withdrawn_at=None)
        if (there := known.values_list("id", flat=True).first()) is not None:
            return there
        row = WallLink(
            id=new_id(),
            token=secrets.token_urlsafe(TOKEN_BYTES),
            school_class_id=school_class,
            room=room,
            made_at=at,
            stream=new_id(),
        )
        begin_stream("wall", [Entry("wall-put-up", b"{}")], by=by, at=at, stream=row.stream)
        row.save(force_insert=True)
    return row.id


def take_down(wall: UUID, *, by: UUID, at: datetime) -> None:
    """Let a page end: its address leads nowhere from now on. What is down already stays so."""
    with writing():
        row = WallLink.objects.select_for_update().filter(id=wall, withdrawn_at=None).first()
        found = walls.wall_by_id(wall)
        if row is None or found is None:
            return
        row.withdrawn_at = at
        row.save(update_fields=["withdrawn_at"])
        append(row.stream, [Entry("wall-taken-down", b"{}")], seen=ledger.version(row.stream), by=by, at=at)
        tell(found.topic, at=at)
