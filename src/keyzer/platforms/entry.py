"""What the register says of one program. The files are TOML; the fields below are their fields."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from keyzer.protocol import Text

NOT_YET = "not yet checked"
"""Stands in `checked_by` until somebody has walked the steps in the program itself."""

Link = Annotated[str, Meta(pattern=r"^https://[^\s/]+(/\S*)?$")]
Word = Annotated[str, Meta(min_length=1)]
Code = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


class Data(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The manner of all tables in a file."""


class Steps(Data, frozen=True, kw_only=True):
    """What to do, step by step, in both languages; each has as many steps as the other."""

    nl: Annotated[tuple[Word, ...], Meta(min_length=1)]
    en: Annotated[tuple[Word, ...], Meta(min_length=1)]

    def __post_init__(self) -> None:
        """Raise ValueError when one language has more steps than the other."""
        if len(self.nl) != len(self.en):
            raise ValueError(f"`nl` has {len(self.nl)} steps and `en` has {len(self.en)}: write each in both")

    def read(self, language: str) -> tuple[str, ...]:
        """The steps in `language`; anything that is not English is answered in Dutch."""
        return self.en if language.startswith("en") else self.nl


class Chore(Data, frozen=True, kw_only=True):
    """Something to do in a program; `search` is what to look for in its help when a button has moved."""

    steps: Steps
    search: Text
    link: Link | None = None


class Setting(Data, frozen=True, kw_only=True):
    """One thing to check: what it should be, and the way to it."""

    id: Code
    title: Text
    how: Text


class Settings(Data, frozen=True, kw_only=True):
    """The settings to check, and where they are."""

    where: Text
    search: Text
    link: Link | None = None
    check: Annotated[tuple[Setting, ...], Meta(min_length=4, max_length=8)]

    def __post_init__(self) -> None:
        """Raise ValueError when two settings have one id: ticks would stand at both."""
        ids = [setting.id for setting in self.check]
        if len(set(ids)) != len(ids):
            raise ValueError(f"an `id` of `check` stands twice in {', '.join(ids)}: give each its own")


class Platform(Data, frozen=True, kw_only=True):
    """A program in use. `paper_name` is what the protocol calls it, when it names it."""

    name: Word
    about: Text
    written_on: date
    checked_by: Word
    report: Chore
    block: Chore
    settings: Settings
    proof: Chore
    takedown: Chore
    checked_on: date | None = None
    paper_name: Word | None = None
    also_called: tuple[Word, ...] = ()
    minimum_age: Annotated[int, Meta(ge=1, le=21)] | None = None

    def __post_init__(self) -> None:
        """Raise ValueError when it is told who checked and not when, or the other way round."""
        if (self.checked_by == NOT_YET) != (self.checked_on is None):
            raise ValueError(f"`checked_on` and `checked_by` go together: take `checked_on` out, or say `{NOT_YET}`")


class Former(Data, frozen=True, kw_only=True):
    """A program that is gone under this name. `now` is the id of what came in its place."""

    name: Word
    about: Text
    gone_since: Word
    now: Code | None = None
    paper_name: Word | None = None
    also_called: tuple[Word, ...] = ()


Content = Platform | Former
