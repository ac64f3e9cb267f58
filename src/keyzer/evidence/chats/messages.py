"""The messages of an export, one after another as they stand in the file."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from functools import lru_cache
from typing import BinaryIO, NamedTuple

from .lines import Line, lines
from .order import Order, day_of
from .shape import MARKS, Shape, pattern

LONGEST_TEXT = 65_536  # characters, as long as a message can be; what comes after it is left out
LONGEST_NAME = 100
NOON = 12
QUOTES = frozenset('"“”„«»')
_UNKNOWN_CONTACT = re.compile("^~[ \u00a0\u202f]?")
_ATTACHED = re.compile(
    "[\u200e ]*<(?:attached|bijgevoegd|bijlage): ([^<>\n]+)>"
    "|^([^\n]+\\.\\w{2,5}) \\((?:file attached|bestand bijgevoegd)\\)"
)
_LEFT_OUT = re.compile("^(?:<[^<>\n]{1,40}(?:omitted|weggelaten)>|\u200e[^\n]{1,80}(?:omitted|weggelaten))$")


class Message(NamedTuple):
    """One message. `number` counts from 0, `line` from 1, `offset` is in bytes; they say where it begins.

    `at` is what the sender's clock showed, None when there is no such moment; `stamp` is how it stands in the file.
    `attachment` is a file's name, and empty where the export left the file out. `is_system` is a line of the program
    itself; such a line often has no author.
    """

    number: int
    line: int
    offset: int
    at: datetime | None
    stamp: str
    author: str
    text: str
    attachment: str | None
    is_system: bool


def said(message: Message) -> str:
    """What was said with an attachment, without the line by which the program names the file."""
    if message.attachment is None:
        return message.text
    return _LEFT_OUT.sub("", _ATTACHED.sub("", message.text)).strip(MARKS).strip()


class _Begun:
    """A message of which more lines may follow."""

    def __init__(self, number: int, line: Line, found: re.Match[str]) -> None:
        self.number, self.line, self.found = number, line, found
        self._text = [line.text[found.end() :]]
        self._room = LONGEST_TEXT

    def goes_on(self, text: str) -> None:
        if self._room > 0:
            self._text.append(text[: self._room])
            self._room -= len(text) + 1

    def ended(self, order: Order) -> Message:
        whole = "\n".join(self._text) if len(self._text) > 1 else self._text[0]
        author, text = _spoken(whole)
        attachment = _attachment(text)
        return Message(
            number=self.number,
            line=self.line.number,
            offset=self.line.offset,
            at=_moment(order, self.found.groups()),
            stamp=self.found[0].strip("[]-– \u200e\ufeff"),
            author=author,
            text=text.strip(MARKS),
            attachment=attachment,
            is_system=not author or (attachment is None and text.startswith("\u200e")),
        )


def read(
    source: BinaryIO, shape: Shape, order: Order, *, line: int = 1, offset: int = 0, number: int = 0
) -> Iterator[Message]:
    """The messages from where `source` stands; the last three say where that is, for who did not begin at the top."""
    begins = pattern(shape).match
    begun: _Begun | None = None
    for each in lines(source, number=line, offset=offset):
        found = begins(each.text) if each.begins else None
        if found is not None:
            if begun is not None:
                yield begun.ended(order)
            begun = _Begun(number, each, found)
            number += 1
        elif begun is not None:
            begun.goes_on(each.text)
    if begun is not None:
        yield begun.ended(order)


def _spoken(whole: str) -> tuple[str, str]:
    """Author and text. What quotes before its colon, as a new name for a group does, is a line of the program."""
    author, colon, text = whole.partition(": ")
    if not colon and whole.endswith(":") and "\n" not in whole:
        author, colon, text = whole[:-1], ":", ""
    author = author.strip(MARKS)
    if not colon or len(author) > LONGEST_NAME or "\n" in author or QUOTES & set(author):
        return "", whole
    return _UNKNOWN_CONTACT.sub("", author).strip(MARKS), text


def _attachment(text: str) -> str | None:
    found = _ATTACHED.search(text) if text.endswith((">", ")")) or "\n" in text else None
    if found is not None:
        return (found[1] or found[2]).strip(MARKS)
    return "" if text.endswith(("omitted", "omitted>", "weggelaten", "weggelaten>")) and _LEFT_OUT.match(text) else None


def _moment(order: Order, parts: Sequence[str]) -> datetime | None:
    first, second, third, hour, minute, seconds, half = parts
    day = _day(order, first, second, third)
    hours = int(hour)
    if half:
        hours = hours % NOON + NOON * (half in "pP") if 1 <= hours <= NOON else -1
    try:
        return datetime.combine(day, time(hours, int(minute), int(seconds or 0))) if day else None
    except ValueError:
        return None


_day = lru_cache(maxsize=64)(day_of)
