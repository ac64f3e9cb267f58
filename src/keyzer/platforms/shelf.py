"""Reads the files of the register: those that come with Keyzer, and those of the school over them."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from .entry import Content, Former, Platform

SHIPPED = Path(__file__).parent / "register"
RESERVED = frozenset({"instellingen", "nakijken"})
"""Words that are addresses of the room itself."""


class RegisterError(Exception):
    """A file that is refused; the message names the file, the field and what is wrong."""


class Entry(NamedTuple):
    """A program in the register: its id is the name of its file, the digest tells one text from the next."""

    id: str
    digest: str
    file: Path
    content: Content


class Register(NamedTuple):
    """All that can be shown, by name, and what had to be left out."""

    entries: dict[str, Entry]
    problems: tuple[str, ...]

    def platforms(self) -> list[tuple[Entry, Platform]]:
        """The programs in use, each with its text."""
        return [(entry, entry.content) for entry in self.entries.values() if isinstance(entry.content, Platform)]


def read(file: Path) -> Entry:
    """One file. Raises RegisterError when it is not a sound entry."""
    try:
        told = file.read_bytes()
        table = tomllib.loads(told.decode())
        content = _content(table)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as problem:
        raise RegisterError(f"`{file.name}`: {_reason(problem)}") from problem
    if file.stem in RESERVED or not _is_code(file.stem):
        raise RegisterError(f"`{file.name}`: rename it; the name is part of an address: small letters, digits and `-`")
    return Entry(file.stem, hashlib.sha256(told).hexdigest(), file, content)


def shelf(school: Path) -> Register:
    """What this school shows. A file of the school with the name of a shipped one stands in its place."""
    return _shelf(tuple(_stamps(SHIPPED)) + tuple(_stamps(school)))


def files(school: Path) -> list[Path]:
    """Every file that counts: of two with one name, the school's."""
    return list({file.stem: file for folder in (SHIPPED, school) for file, *_stamp in _stamps(folder)}.values())


def read_all(files: Iterable[Path]) -> tuple[list[Entry], list[str]]:
    """The entries in these files, and what is wrong with the files that hold none."""
    entries: list[Entry] = []
    problems: list[str] = []
    for file in files:
        try:
            entries.append(read(file))
        except RegisterError as problem:
            problems.append(str(problem))
    return entries, problems


@lru_cache(maxsize=4)
def _shelf(stamps: tuple[tuple[Path, int, int], ...]) -> Register:
    """Read anew only when a file has changed."""
    read_well, problems = read_all(file for file, _changed, _size in stamps)
    entries = {entry.id: entry for entry in read_well}
    problems += _astray(entries)
    by_name = sorted(entries.items(), key=lambda pair: pair[1].content.name.casefold())
    return Register(dict(by_name), tuple(problems))


def _stamps(folder: Path) -> Iterator[tuple[Path, int, int]]:
    for file in sorted(folder.glob("*.toml")):
        seen = file.stat()
        yield file, seen.st_mtime_ns, seen.st_size


def _astray(entries: dict[str, Entry]) -> Iterator[str]:
    """What leads to a program that is not there."""
    for entry in entries.values():
        if isinstance(entry.content, Former) and entry.content.now and entry.content.now not in entries:
            yield f"`{entry.file.name}`: `now` names `{entry.content.now}`, which is not in the register"


def _content(table: dict[str, Any]) -> Content:
    return msgspec.convert(table, Former) if "gone_since" in table else msgspec.convert(table, Platform)


def _is_code(name: str) -> bool:
    return name.replace("-", "").isalnum() and name.isascii() and name == name.lower()


def _reason(problem: Exception) -> str:
    return problem.strerror or "can't be read" if isinstance(problem, OSError) else str(problem)
