"""How often one person may have something looked at: counted in memory for a minute, without what it was."""

from collections import defaultdict, deque
from datetime import datetime, timedelta
from threading import Lock
from uuid import UUID

MOST_PEOPLE = 5_000


class Budget:
    """So many looks for one person in a while, in each process of its own."""

    def __init__(self, allowed: int, lasts: timedelta) -> None:
        self._allowed = allowed
        self._lasts = lasts
        self._lock = Lock()
        self._spent: dict[UUID, deque[datetime]] = defaultdict(deque)

    def spend(self, person: UUID, at: datetime) -> bool:
        """Count one more; False when the budget of this person is spent for now."""
        with self._lock:
            if len(self._spent) > MOST_PEOPLE:
                self._forget_old(at)
            spent = self._spent[person]
            while spent and spent[0] <= at - self._lasts:
                spent.popleft()
            if len(spent) >= self._allowed:
                return False
            spent.append(at)
            return True

    def forget(self) -> None:
        """Let go of all that was counted."""
        with self._lock:
            self._spent.clear()

    def _forget_old(self, at: datetime) -> None:
        self._spent = defaultdict(
            deque, {who: seen for who, seen in self._spent.items() if seen[-1] > at - self._lasts}
        )


TEXTS = Budget(20, timedelta(minutes=1))
PHOTOS = Budget(10, timedelta(minutes=1))
