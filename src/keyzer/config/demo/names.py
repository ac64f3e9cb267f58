"""Draws names, birthdays and addresses for invented people from lists and a seed."""

import tomllib
from datetime import date, timedelta
from importlib.resources import files
from random import Random
from typing import NamedTuple

SHARE_WITH_PREFIX = 0.25


class FullName(NamedTuple):
    """A name as a Dutch school writes it."""

    given: str
    prefix: str
    family: str


class Draw:
    """Everything that is drawn by lot for the demo school; the same seed draws the same school."""

    def __init__(self, seed: int) -> None:
        self.lot = Random(seed)  # noqa: S311 - invented people need no secret
        self._lists = tomllib.loads(files(__package__).joinpath("names.toml").read_text(encoding="utf-8"))

    def family_name(self) -> tuple[str, str]:
        """Prefix and family name."""
        if self.lot.random() < SHARE_WITH_PREFIX:
            prefix, family = self.lot.choice(self._lists["prefixed"])
            return prefix, family
        return "", self.lot.choice(self._lists["family"])

    def child(self, family: tuple[str, str]) -> FullName:
        """A child of a family."""
        return FullName(self.lot.choice(self._lists["given"]), *family)

    def adult(self, family: tuple[str, str] | None = None) -> FullName:
        """A grown-up: of a family, or of one of his own."""
        return FullName(self.lot.choice(self._lists["adult"]), *(family or self.family_name()))

    def address(self) -> str:
        """Street, number and town."""
        lists = self._lists
        return f"{self.lot.choice(lists['streets'])} {self.lot.randint(1, 180)}, {self.lot.choice(lists['towns'])}"

    def phone(self) -> str:
        """A number from the range that is kept free for fiction."""
        return f"06 0000 {self.lot.randint(0, 9999):04d}"

    def language(self) -> str:
        """The language that letters are read in."""
        return str(self.lot.choice(self._lists["languages"]))

    def birthday(self, age: int, on: date) -> date:
        """A day of birth by which somebody is exactly `age` years old on the day `on`."""
        latest = _years_before(on, age)
        earliest = _years_before(on, age + 1) + timedelta(days=1)
        return earliest + timedelta(days=self.lot.randrange((latest - earliest).days + 1))


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)
