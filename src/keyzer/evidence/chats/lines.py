"""The lines of a file with their place in it, none longer than fits in memory."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

LONGEST_LINE = 64 * 1024  # bytes; what is longer comes in pieces


class Line(NamedTuple):
    """A line without its end. `begins` is false for a further piece of one that is very long; `offset` is in bytes."""

    number: int
    offset: int
    text: str
    begins: bool


def lines(source: BinaryIO, *, number: int = 1, offset: int = 0) -> Iterator[Line]:
    """The lines of `source` from where it stands; `number` and `offset` say where that is."""
    begins = True
    while raw := source.readline(LONGEST_LINE):
        yield Line(number, offset, raw.decode("utf-8", "replace").rstrip("\r\n"), begins)
        offset += len(raw)
        begins = raw.endswith(b"\n")
        number += begins
