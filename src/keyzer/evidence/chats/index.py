"""What stands where in an export: read once, kept, so that a page in the middle needs no reading from the top."""

from collections import Counter
from datetime import datetime
from typing import BinaryIO, NamedTuple

from .messages import read
from .order import Order
from .shape import Shape

EVERY = 2_000  # messages between two checkpoints
MOST_AUTHORS = 2_000
MOST_WRONG = 50


class Checkpoint(NamedTuple):
    """Where message `number` begins: its line and its place in bytes."""

    number: int
    line: int
    offset: int


class Wrong(NamedTuple):
    """A message whose date or time can't be: the line, and how it stands there."""

    line: int
    stamp: str


class Index(NamedTuple):
    """All that is told of an export without telling what was said. `authors` stand in the order in which they speak.

    `wrong` names the first wrong dates; `wrong_count` counts all.
    """

    messages: int
    authors: tuple[str, ...]
    checkpoints: tuple[Checkpoint, ...]
    wrong: tuple[Wrong, ...]
    wrong_count: int


def index(source: BinaryIO, shape: Shape, order: Order, *, not_after: datetime) -> Index:
    """Read the whole export. `not_after` is when it came in by the school’s clock: a later message has a wrong date."""
    authors: Counter[str] = Counter()
    checkpoints: list[Checkpoint] = []
    wrong: list[Wrong] = []
    count = wrong_count = 0
    for message in read(source, shape, order):
        if message.number % EVERY == 0:
            checkpoints.append(Checkpoint(message.number, message.line, message.offset))
        if message.author and (len(authors) < MOST_AUTHORS or message.author in authors):
            authors[message.author] += 1
        if message.at is None or message.at > not_after:
            wrong_count += 1
            if len(wrong) < MOST_WRONG:
                wrong.append(Wrong(message.line, message.stamp))
        count += 1
    return Index(count, tuple(authors), tuple(checkpoints), tuple(wrong), wrong_count)
