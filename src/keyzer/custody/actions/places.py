"""The places where devices are kept; each change leaves a trace in the school's own stream of places."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

import msgspec

from keyzer.custody.models import StoragePlace
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger.actions import Entry
from keyzer.ledger.queries import version

KIND = "storage-place"


class PlaceExists(Exception):
    """There is a place of this name."""


def add_place(name: str, *, by: UUID, at: datetime) -> UUID:
    """A new place, or one that is used again; answers its id. Raises PlaceExists for one in use."""
    with writing():
        known = StoragePlace.objects.filter(name=name).first()
        if known and known.in_use:
            raise PlaceExists(f"there is a place `{name}`: choose another name")
        place = known.id if known else new_id()
        if known is None:
            ledger.open_stream(KIND, at=at, stream=place)
        StoragePlace.objects.update_or_create(id=place, defaults={"name": name, "in_use": True})
        record(place, "added", {"name": name}, by=by, at=at)
    return place


def retire_place(place: UUID, *, by: UUID, at: datetime) -> None:
    """Nothing new comes to this place; what lies there stays until it is moved or given back."""
    with writing():
        row = StoragePlace.objects.select_for_update().get(id=place)
        if row.in_use:
            row.in_use = False
            row.save(update_fields=["in_use"])
            record(place, "retired", {"name": row.name}, by=by, at=at)


def record(place: UUID, kind: str, said: Mapping[str, object], *, by: UUID, at: datetime) -> None:
    """Add what happened to a place to its own stream."""
    entry = Entry(kind, msgspec.json.encode(said))
    ledger.append(place, [entry], seen=version(place), by=by, at=at)
