"""How an item is locked for a write, and how its stream and its row move together."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from keyzer.evidence import events
from keyzer.evidence.models import Item
from keyzer.ledger import actions as ledger
from keyzer.ledger import queries as ledger_queries


class Quarantined(Exception):
    """The item is locked away for the police."""


def locked(item: UUID) -> Item:
    """The row of an item that may be opened, held until the transaction ends. Raises Quarantined, Item.DoesNotExist."""
    row = Item.objects.select_for_update().get(id=item)
    if row.is_quarantined:
        raise Quarantined(f"item `{item}` is kept for the police: nobody opens it")
    return row


def append(row: Item, recorded: Sequence[events.AnyEvent], *, by: UUID | None, at: datetime) -> None:
    """Record what happened to an item that is locked."""
    entries = [events.entry(event) for event in recorded]
    row.version = ledger.append(row.id, entries, seen=row.version, by=by, at=at)
    row.save()


def history(item: UUID) -> list[events.AnyEvent]:
    """All that was recorded of an item."""
    return [events.read(each.content) for each in ledger_queries.read(item)]
