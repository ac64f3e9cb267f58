"""The words of `words.toml` as one pattern."""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("words.toml")


@cache
def _sections() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def words(section: str, name: str) -> list[str]:
    """The list under a heading. Raises KeyError for one that is not there."""
    return _sections()[section][name]


def any_of(section: str, *names: str) -> str:
    """A pattern for any of the words under these headings."""
    return f"(?:{'|'.join(word for name in names for word in words(section, name))})"
