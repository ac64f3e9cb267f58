"""Counting a place by hand against the list: what is there, what is missing, and which numbers don't belong."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.custody import stream
from keyzer.custody.models import Custody
from keyzer.kit.writing import writing

from .acting import decided, write
from .places import record


class Difference(NamedTuple):
    """What a count found: records that are not there, those that lie there but stood elsewhere, unknown numbers."""

    counted: int
    missing: tuple[UUID, ...]
    elsewhere: tuple[UUID, ...]
    unknown: tuple[int, ...]


def count(place: UUID, present: Collection[UUID], extra: Collection[int], *, by: UUID, at: datetime) -> Difference:
    """Record for everything that should lie in `place` whether it is `present`, and for the place itself what differs.

    `extra` are the numbers of tags that lie there and are not on the list; a device that the school does not keep any
    more counts as unknown. Raises Refused.
    """
    with writing():
        rows = list(Custody.objects.select_for_update().filter(place_id=place).order_by("number"))
        for row in rows:
            found = stream.replay(row.id)
            command = protocol.Count(place=str(place), present=row.id in present)
            write(row, found.events, decided(found.state, command, row.pupil_id, by=by, at=at), by=by, at=at)
        strays = Custody.objects.filter(number__in=extra, phase=protocol.CustodyPhase.HELD.value)
        elsewhere = dict(strays.exclude(place_id=place).values_list("number", "id"))
        found_so = Difference(
            counted=len(rows),
            missing=tuple(row.id for row in rows if row.id not in present),
            elsewhere=tuple(elsewhere.values()),
            unknown=tuple(sorted(set(extra) - set(elsewhere) - {row.number for row in rows})),
        )
        record(place, "counted", found_so._asdict(), by=by, at=at)
    return found_so
