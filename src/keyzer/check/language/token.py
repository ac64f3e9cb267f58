"""A word or a sign of a text, with its place."""

from dataclasses import dataclass

NAME = "naam"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign. `start` and `end` count characters of the text as it was given.

    `hidden` says that it was spelt by a trick; `capital` that it was written with one capital, as names are.
    """

    word: str
    start: int
    end: int
    hidden: bool = False
    capital: bool = False
