"""Which edition is signed on a day, and which signatures count for it."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from keyzer import protocol
from keyzer.protocol import Edition


class Shelf(NamedTuple):
    """The edition that holds, among all editions that there are, by id."""

    in_force: Edition
    editions: Mapping[str, Edition]

    @property
    def counting(self) -> tuple[str, ...]:
        """The ids of editions whose signatures count for the one in force, itself first."""
        return protocol.still_counting(self.in_force, self.editions)


def shelf(on: date) -> Shelf:
    """The shipped editions, with the one in force on that day."""
    known = {name: protocol.shipped(name) for name in protocol.editions()}
    return Shelf(protocol.in_force(on), known)
