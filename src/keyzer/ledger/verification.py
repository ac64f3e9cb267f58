"""`keyzer verify`: walks every chain and names the first row that is not what was written."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from .chain import GENESIS, head_statement, link
from .keys import SchoolKey, school_key
from .queries import Head, Link, heads, links


class Alteration(NamedTuple):
    """A row that does not fit: which stream, which place in it, and what is wrong."""

    stream: UUID
    seq: int
    problem: str

    def __str__(self) -> str:
        return f"stream {self.stream}, event {self.seq}: {self.problem}"


class Verified(NamedTuple):
    """How much was walked, and the first alteration found, if any."""

    streams: int
    events: int
    alteration: Alteration | None


def verify() -> Verified:
    """Walk all streams, oldest first, and stop at the first alteration. Memory stays flat, whatever the history."""
    key = school_key()
    streams = events = 0
    for head, chain in _chains():
        streams += 1
        events += len(chain)
        if alteration := _first_alteration(key, head, chain):
            return Verified(streams, events, alteration)
    return Verified(streams, events, None)


def _chains() -> Iterator[tuple[Head, list[Link]]]:
    """Each stream with its events: two ordered walks, merged."""
    groups = groupby(links(), key=attrgetter("place.stream"))
    waiting = next(groups, None)
    for head in heads():
        chain: list[Link] = []
        if waiting is not None and waiting[0] == head.stream:
            chain = list(waiting[1])
            waiting = next(groups, None)
        yield head, chain


def _first_alteration(key: SchoolKey, head: Head, chain: list[Link]) -> Alteration | None:
    return _broken_link(head, chain) or _wrong_end(key, head, chain)


def _broken_link(head: Head, chain: list[Link]) -> Alteration | None:
    """An event that is missing, does not follow, or is not what its hash says."""
    previous = GENESIS
    for expected_seq, event in enumerate(chain, start=1):
        if event.place.seq != expected_seq:
            return Alteration(head.stream, expected_seq, "this event is missing")
        if event.previous != previous:
            return Alteration(head.stream, expected_seq, "it does not follow from the event before it")
        if event.hash != link(previous, event.place, event.body):
            return Alteration(head.stream, expected_seq, "its content, time, kind or author was altered")
        previous = event.hash
    return None


def _wrong_end(key: SchoolKey, head: Head, chain: list[Link]) -> Alteration | None:
    """A chain whose events fit, but that is shorter, other, or less readable than its stream states."""
    last = chain[-1].hash if chain else GENESIS
    if len(chain) != head.version or last != head.head:
        return Alteration(head.stream, len(chain) + 1, f"the stream ends here, but {head.version} events were written")
    if head.seal != key.seal(head_statement(head.stream, head.version, head.head)):
        return Alteration(head.stream, len(chain), "the seal of the stream was not made with this school's key")
    if head.has_lost_its_key:
        return Alteration(head.stream, len(chain), "its key was taken away, but the stream was never erased")
    return None
