"""What a part of a letter is: how it is read from the case, when it belongs, and what to say where it is missing."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from keyzer.protocol.case.letters.page import Page
from keyzer.protocol.vocabulary import Gate, Text

Read = Callable[[Page], Any]
"""The value of a part; None while it is not known, empty where there is nothing to tell."""


def always(_page: Page) -> bool:
    """The part belongs in every letter that names it."""
    return True


class Part(Struct, frozen=True, kw_only=True):
    """One part. While `read` gives None a letter that needs it waits; `command` is what a person does about that."""

    read: Read
    missing: Text
    command: str | None = None
    gate: Gate | None = None
    applies: Callable[[Page], bool] = always


def known(**values: object) -> dict[str, Any]:
    """The values that are known: what is not known is left out of a letter."""
    return {name: value for name, value in values.items() if value is not None and value != ""}


def named(person: str) -> str:
    """A person, in whose place a room puts the name."""
    return f"{{person:{person}}}"
