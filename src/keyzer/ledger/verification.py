"""`keyzer verify`: walks every chain and names the first row that is not what was written."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from .chain import GENESIS, erased_statement, head_statement, link
from .keys import KeyProblem, SchoolKey, school_key
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
    for stream, head, chain in _chains():
        streams += 1
        events += len(chain)
        if head is None:
            return Verified(streams, events, Alteration(stream, 1, "its stream was taken away, and it was left"))
        if alteration := _first_alteration(key, head, chain):
            return Verified(streams, events, alteration)
    return Verified(streams, events, None)


def _chains() -> Iterator[tuple[UUID, Head | None, list[Link]]]:
    """Each stream with its events: two ordered walks, merged. Events that are left without a stream have no head."""
    groups = groupby(links(), key=attrgetter("place.stream"))
    waiting = next(groups, None)
    for head in heads():
        chain: list[Link] = []
        while waiting is not None and waiting[0] <= head.stream:
            if waiting[0] < head.stream:
                yield waiting[0], None, list(waiting[1])
            else:
                chain = list(waiting[1])
            waiting = next(groups, None)
        yield head.stream, head, chain
    if waiting is not None:
        yield waiting[0], None, list(waiting[1])


def _first_alteration(key: SchoolKey, head: Head, chain: list[Link]) -> Alteration | None:
    return _broken_link(head, chain) or _wrong_end(key, head, chain) or _wrong_key(key, head)


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
    stated = erased_statement if head.is_erased else head_statement
    if head.seal != key.seal(stated(head.stream, head.version, head.head)):
        return Alteration(head.stream, len(chain), "the seal of the stream was not made with this school's key")
    return None


def _wrong_key(key: SchoolKey, head: Head) -> Alteration | None:
    """A stream that can't be read though it was never erased."""
    if head.is_erased:
        return None
    if head.key is None:
        return Alteration(head.stream, head.version, "its key was taken away, but the stream was never erased")
    try:
        key.unwrap(head.key, head.stream.bytes)
    except KeyProblem:
        return Alteration(head.stream, head.version, "its key is damaged or that of another stream")
    return None
