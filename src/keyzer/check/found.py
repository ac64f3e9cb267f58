"""A place in a draft that is worth a second look, before anybody is told of it."""

from typing import NamedTuple

from keyzer.protocol import Sure


class Found(NamedTuple):
    """`kind` is an id of the edition's checks; `start` and `end` count characters of the text at hand."""

    kind: str
    start: int
    end: int
    sure: Sure
