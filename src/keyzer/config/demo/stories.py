"""The things that happened at the demo school, read from `stories.toml`."""

import tomllib
from importlib.resources import files
from typing import Literal

import msgspec

from keyzer.protocol import Grade

Reached = Literal["received", "read", "answered", "settled", "incident", "case"]


class Story(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One report and what came of it. `days` is how many days ago it was told; `duties` how many were done since.

    `duties` left out means: all of them, and the case is closed. `gravity` is by utterance, conduct and consequence.
    """

    layer: int
    days: int
    told: str
    conduct: tuple[str, ...] = ()
    lane: Literal["melding", "twijfel"] = "melding"
    by: Literal["leerling", "ouder"] = "leerling"
    reached: Reached = "case"
    answer: str = ""
    gravity: tuple[Grade, Grade, Grade] = (Grade.LICHT, Grade.LICHT, Grade.LICHT)
    measure: str = "gesprek"
    suspended_days: int = 1
    duties: int | None = None
    about_staff: bool = False


def stories() -> list[Story]:
    """All stories, in the order in which they were told. Raises msgspec.ValidationError when the file is wrong."""
    text = files(__package__).joinpath("stories.toml").read_text(encoding="utf-8")
    told = msgspec.convert(tomllib.loads(text)["story"], list[Story])
    return sorted(told, key=lambda story: -story.days)


def phrases() -> dict[str, str]:
    """What is written in the free fields of each kind of command."""
    text = files(__package__).joinpath("stories.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text)["phrases"], dict[str, str])
