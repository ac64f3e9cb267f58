"""One question to the database, a few times a second, for all open pages together."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from django.db import close_old_connections, connections

from keyzer.live import queries
from keyzer.live.tokens import topic_id

from .hub import Hub

EVERY = 0.25
AFTER_TROUBLE = 2.0
log = logging.getLogger(__name__)


async def follow(hub: Hub) -> None:
    """Tell the hub what changed, for ever. A database that is away for a while ends nothing."""
    newest: datetime | None = None
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, thread_name_prefix="database") as one_connection:
        while not hub.closing.is_set():
            try:
                found = await loop.run_in_executor(one_connection, _ask, newest)
            except Exception:
                log.exception("the database did not say what changed; it is asked again")
                await asyncio.sleep(AFTER_TROUBLE)
                continue
            newest = max((change.at for change in found), default=newest)
            hub.learn({topic_id(change.name): change.number for change in found})
            await asyncio.sleep(EVERY)
        await loop.run_in_executor(one_connection, connections.close_all)


def _ask(newest: datetime | None) -> list[queries.Change]:
    close_old_connections()
    try:
        return queries.changed_since(newest)
    except Exception:
        connections.close_all()
        raise
