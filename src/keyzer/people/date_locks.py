"""What lies behind a mailed link opens to a date of birth, for a while; few tries are given."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase
from django.core.cache import cache

from keyzer.kit.writing import writing
from keyzer.ledger.actions import note_refused

TRIES = 5
SHUT_FOR = timedelta(hours=1)
OPEN_FOR = timedelta(minutes=30)
OPEN = "date-locks-open"
"""Under this name the session keeps which locks are open, each with until when."""


class DateLock(NamedTuple):
    """The lock on one thing: `kind` as the log of access names it, and its id."""

    kind: str
    id: UUID

    def is_open(self, session: SessionBase, now: datetime) -> bool:
        """Whether this browser gave a right date a short while ago."""
        until = session.get(OPEN, {}).get(self._name)
        return until is not None and now < datetime.fromisoformat(until)

    def close(self, session: SessionBase) -> None:
        """Lock it again, for who reads on a computer that others use too."""
        session[OPEN] = {one: until for one, until in session.get(OPEN, {}).items() if one != self._name}

    def is_shut(self) -> bool:
        """Whether too many wrong dates were tried lately."""
        return len(cache.get_many(self._tries)) >= TRIES

    def knock(self, born: date, right: Collection[date], session: SessionBase, at: datetime) -> bool:
        """Open it for this browser when the date is one of the right ones; a wrong one is counted and leaves a trace.

        A try takes its place before the date is looked at, so that many tries at once are no more than few in a row.
        """
        with writing():
            if not any(cache.add(place, 1, SHUT_FOR.total_seconds()) for place in self._tries):
                return False
            if born not in right:
                note_refused(by=None, at=at, object_kind=self.kind, object_id=str(self.id))
                return False
            cache.delete_many(self._tries)
        session.cycle_key()
        session[OPEN] = {**session.get(OPEN, {}), self._name: (at + OPEN_FOR).isoformat()}
        return True

    @property
    def _name(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def _tries(self) -> list[str]:
        return [f"{self._name}:{number}" for number in range(TRIES)]
