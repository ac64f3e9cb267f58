"""Warning by mail that a device is due back: whoever has it, else who took it in."""

from collections import Counter
from datetime import datetime
from uuid import UUID

from keyzer.custody.models import Custody
from keyzer.kit.writing import writing
from keyzer.post import actions as post
from keyzer.protocol import CustodyPhase


def warn(now: datetime) -> int:
    """Queue one mail for everybody who has devices that are due back soon, once a term; answers how many."""
    with writing():
        due = Custody.objects.select_for_update().filter(phase=CustodyPhase.HELD.value, alarm_at__lte=now)
        rows = [row for row in due if row.warned_at is None or (row.alarm_at and row.warned_at < row.alarm_at)]
        whom: Counter[UUID] = Counter(row.holder_id or row.asked_by_id for row in rows)
        for row in rows:
            row.warned_at = now
        Custody.objects.bulk_update(rows, ["warned_at"])
        return sum(
            post.queue(to=person, kind="pressing", path="/inname/", by=None, at=now, count=count)
            for person, count in whom.items()
        )
