"""How an item is locked for a write, and how its stream and its row move together."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from keyzer.evidence import events
from keyzer.evidence.models import Item
from keyzer.ledger import actions as ledger
from keyzer.ledger import files
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


def files_beside(row: Item) -> set[UUID]:
    """The files that were made of an item: copies to look at, the text of an archive, what was sealed for others."""
    told = history(row.id)
    texts = {one.file for one in told if isinstance(one, events.ChatRead)} - {row.id}
    sealed = {one.file for one in told if isinstance(one, events.SealedForPolice)}
    return texts | sealed | {one for one in (row.veil, row.copy) if one}


def remove_files_later(gone: Iterable[UUID]) -> None:
    """Take files away once what was recorded of that is kept for good."""
    every = list(gone)

    def remove_all() -> None:
        for file in every:
            files.remove(file)

    transaction.on_commit(remove_all)
