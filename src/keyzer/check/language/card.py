"""The card of the reader: what it was trained on, what was measured, and where it fails."""

import tomllib
from functools import cache

import msgspec

from keyzer.protocol import Text

from .words import DATA

FIGURES = DATA / "figures.json"
WORDS = DATA / "card.toml"


class Figure(msgspec.Struct, frozen=True):
    """Of `of` lines that were held apart `marked` were marked as anything, `as_such` as what they are.

    `low` and `high` are the bounds of the share that was marked, with 95 % likelihood.
    """

    name: str
    of: int
    marked: int
    as_such: int
    low: float
    high: float


class Figures(msgspec.Struct, frozen=True):
    """What `tools/measure_language.py` counted, a figure a set of lines."""

    sets: tuple[Figure, ...]


class Set(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a set of lines is called; `wanted`: are they to be marked, `goal`: which share at least, or at most."""

    name: str
    title: Text
    wanted: bool
    goal: float | None = None


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the card."""

    made_on: str
    kind_of_model: Text
    trained_on: Text
    licence: Text
    measured_how: Text
    fails: tuple[Text, ...]
    sets: tuple[Set, ...]


@cache
def story() -> Story:
    """What the card says in words."""
    return msgspec.convert(tomllib.loads(WORDS.read_text(encoding="utf-8")), Story)


@cache
def figures() -> dict[str, Figure]:
    """What was measured, by the name of the set."""
    read = msgspec.json.decode(FIGURES.read_bytes(), type=Figures)
    return {figure.name: figure for figure in read.sets}
