"""A situation as a rule reads it: each fact that is read is noted, and a rule stops at the first that is not known."""

from typing import TYPE_CHECKING

from keyzer.protocol.situation import (
    Account,
    AccountShows,
    Act,
    Capacity,
    Consent,
    Content,
    Device,
    Leave,
    ManagerLeave,
    Purpose,
    Situation,
    Towards,
    Where,
)
from keyzer.protocol.vocabulary import Audience


class UnknownFactError(Exception):
    """A rule cannot say anything before `fact` is known."""

    def __init__(self, fact: str) -> None:
        """Name the fact."""
        super().__init__(fact)
        self.fact = fact


class Facts:
    """The facts under their own names. An unknown one raises UnknownFactError; `read` tells which were read."""

    who: Audience
    act: Act
    towards: Towards
    content: frozenset[Content]
    consent: Consent
    account: Account
    account_shows: AccountShows
    place: Where
    device: Device
    in_lesson: bool
    teacher_leave: Leave
    exemption: bool
    purpose: Purpose
    unwelcome: bool
    capacity: Capacity
    in_doubt: bool
    manager_leave: ManagerLeave

    def __init__(self, situation: Situation) -> None:
        """Nothing is read yet."""
        self.situation = situation
        self._read: set[str] = set()

    @property
    def read(self) -> frozenset[str]:
        """The facts that were read so far, the unknown one among them."""
        return frozenset(self._read)

    if not TYPE_CHECKING:  # the checker would take a misspelt fact for any attribute

        def __getattr__(self, fact: str) -> object:
            """Read a fact for the first time; from then on it is an attribute of its own."""
            value = getattr(self.situation, fact)
            self._read.add(fact)
            if value is None:
                raise UnknownFactError(fact)
            self.__dict__[fact] = value
            return value
