"""What is done beside the pages, each minute: uploads that were given up go, and what came in is stamped."""

import logging
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from keyzer.evidence import events, stamping
from keyzer.evidence.models import Item
from keyzer.kit.writing import writing

from . import rows
from .uploads import sweep

MOST_STAMPS = 20
GIVEN_UP_AFTER = timedelta(days=7)  # a stamp that comes later proves too little
log = logging.getLogger(__name__)


class SeenTo(NamedTuple):
    """How many uploads went, and how many items were stamped."""

    swept: int
    stamped: int


def see_to(at: datetime) -> SeenTo:
    """One round. A server that does not answer is asked again in the next one."""
    return SeenTo(sweep(at), _stamp_waiting(at))


def _stamp_waiting(at: datetime) -> int:
    server = settings.KEYZER_TIMESTAMP_SERVER
    Item.objects.filter(waits_for_stamp=True, received_at__lt=at - GIVEN_UP_AFTER).update(waits_for_stamp=False)
    waiting = Item.objects.filter(waits_for_stamp=True).order_by("received_at").values_list("id", flat=True)
    stamped = 0
    for item in list(waiting[:MOST_STAMPS]) if server else []:
        try:
            stamped += _stamp(item, server, at)
        except stamping.NoStamp as problem:
            log.warning("%s", problem)
            break
    return stamped


def _stamp(item: UUID, server: str, at: datetime) -> bool:
    """Ask outside the transaction, so that nobody waits for a server elsewhere."""
    received = next((one for one in rows.history(item) if isinstance(one, events.Received)), None)
    stamp = stamping.stamp(server, received.sha256, roots=settings.KEYZER_TIMESTAMP_ROOTS) if received else None
    with writing():
        row = Item.objects.select_for_update().get(id=item)
        if not row.waits_for_stamp:
            return False
        row.waits_for_stamp = False
        row.save(update_fields=["waits_for_stamp"])
        if stamp is None:
            return False
        stamped = events.Stamped(server=server, moment=stamp.moment, answer=stamp.answer, verified=stamp.verified)
        rows.append(row, [stamped], by=None, at=at)
    return True
