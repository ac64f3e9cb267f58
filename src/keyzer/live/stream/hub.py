"""Who listens to what, in the memory of one process."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

PACE = 400
"""So many pages a second may come back for their part; more listeners are given more time to come."""

LONGEST_WAIT = 1.2
"""Seconds within which every page comes back, however many there are: a yes must be there within two."""


class Full(Exception):
    """Nobody more can listen now."""


class Listener:
    """One open page."""

    def __init__(self, topics: tuple[str, ...]) -> None:
        """Nothing was heard yet."""
        self.topics = topics
        self.within = 0.0
        self.woken = asyncio.Event()


class Hub:
    """The numbers of all topics, and the open pages by topic. Every call is made in the one loop of the process."""

    def __init__(self, most: int) -> None:
        """At most so many open pages; no more than half of them by one token, so that one can't shut out all."""
        self.closing = asyncio.Event()
        self._most = most
        self._numbers: dict[str, int] = {}
        self._listeners: defaultdict[str, set[Listener]] = defaultdict(set)
        self._open: Counter[tuple[str, ...]] = Counter()

    @property
    def open(self) -> int:
        """How many pages are open."""
        return self._open.total()

    @contextmanager
    def listening(self, topics: tuple[str, ...]) -> Iterator[Listener]:
        """Be told of changes until the block ends. Raises Full."""
        if self.closing.is_set() or self.open >= self._most or self._open[topics] >= max(1, self._most // 2):
            raise Full
        listener = Listener(topics)
        self._open[topics] += 1
        for topic in topics:
            self._listeners[topic].add(listener)
        try:
            yield listener
        finally:
            self._leave(listener)

    def number_of(self, topics: Iterable[str]) -> int:
        """One number for these topics together, as `live.queries.number_of` has it."""
        return sum(self._numbers.get(topic, 0) for topic in topics)

    def learn(self, found: Mapping[str, int]) -> None:
        """Take over the numbers, and wake who listens to one that rose; the more there are, the more time they get."""
        risen = [topic for topic, number in found.items() if number > self._numbers.get(topic, 0)]
        self._numbers |= {topic: found[topic] for topic in risen}
        listeners = {listener for topic in risen for listener in self._listeners.get(topic, ())}
        within = min(LONGEST_WAIT, len(listeners) / PACE)
        for listener in listeners:
            listener.within = within
            listener.woken.set()

    def close(self) -> None:
        """Let every page go; each will look for a stream again."""
        self.closing.set()
        for listeners in self._listeners.values():
            for listener in listeners:
                listener.woken.set()

    def _leave(self, listener: Listener) -> None:
        self._open[listener.topics] -= 1
        if not self._open[listener.topics]:
            del self._open[listener.topics]
        for topic in listener.topics:
            self._listeners[topic].discard(listener)
            if not self._listeners[topic]:
                del self._listeners[topic]
