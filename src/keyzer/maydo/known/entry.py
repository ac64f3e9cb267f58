"""What an entry of a register does to a question, and what can be offered beside one."""

from dataclasses import dataclass, field
from typing import Protocol

from keyzer.protocol import Situation, Verdict


@dataclass(frozen=True)
class Link:
    """Something to go to."""

    label: str
    url: str


@dataclass(frozen=True)
class Used:
    """What of a register was used, in words; `name` is how the address calls it, empty for what is of this moment."""

    name: str
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Offer:
    """An answer that a register can give: the view that follows, with what its address says more."""

    label: str
    also: dict[str, str] = field(default_factory=dict)
    view: str = "maydo:answer"


@dataclass(frozen=True)
class Beside:
    """What stands beside a question: words, a place to see more, and answers from a register."""

    text: str
    link: Link | None = None
    offers: tuple[Offer, ...] = ()


class Entry(Protocol):
    """One entry as it was read for who asks."""

    @property
    def used(self) -> Used:
        """What it is, in words."""
        ...

    def fill(self, situation: Situation) -> Situation:
        """The situation with what the entry says of facts that nobody told."""
        ...

    def judged(self, verdict: Verdict, situation: Situation) -> Verdict:
        """The verdict, within what the register allows beside the protocol."""
        ...
