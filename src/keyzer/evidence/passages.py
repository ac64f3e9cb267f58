"""A part of a chat: as it was sent, and as it may be shown."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from itertools import islice, takewhile
from typing import BinaryIO, NamedTuple, cast
from uuid import UUID

import msgspec
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from keyzer.ledger.seeking import open_kept

from . import chats
from .events import ChatRead

LONGEST = 1_000  # messages


class NoPassage(Exception):
    """There is no such part of the chat."""


class Passage(NamedTuple):
    """Messages as they were sent, and the same with everybody masked who takes no part in the incident."""

    messages: list[chats.Message]
    shown: list[chats.Message]


def take(
    stream: UUID, chat: ChatRead, first: int, last: int, *, visible: Collection[str], also: Iterable[str] = ()
) -> Passage:
    """Messages `first` to `last`, both counted. Raises NoPassage, files.FileProblem."""
    if not 0 <= first <= last < chat.index.messages or last - first >= LONGEST:
        raise NoPassage(
            f"`{first}` to `{last}` is no part of `{chat.index.messages}` messages: choose at most {LONGEST} of them"
        )
    messages = list(islice(_from(stream, chat, first), last - first + 1))
    mask = mask_for(chat, visible, also)
    return Passage(messages, [mask.message(message) for message in messages])


def mask_for(chat: ChatRead, visible: Collection[str], also: Iterable[str] = ()) -> chats.Mask:
    """Who is shown as whom in this chat; in the school's language, so that a passage is the same for who reads it."""
    with translation.override(settings.LANGUAGE_CODE):
        someone, person = _("[name]"), _("Person %(number)s")
    return chats.mask_of(
        chat.index.authors, visible, also=also, person=lambda number: person % {"number": number}, someone=someone
    )


def digest(messages: Iterable[chats.Message]) -> str:
    """SHA-256 of the messages, each as a line of JSON: a list of number, line, stamp, author, text and attachment."""
    sha256 = hashlib.sha256()
    for one in messages:
        told = [one.number, one.line, one.stamp, one.author, one.text, one.attachment]
        sha256.update(msgspec.json.encode(told) + b"\n")
    return sha256.hexdigest()


def _from(stream: UUID, chat: ChatRead, first: int) -> Iterator[chats.Message]:
    """The messages from `first` on, read from the last place before it that is known."""
    known = list(takewhile(lambda place: place.number <= first, chat.index.checkpoints))
    start = known[-1]
    with open_kept(stream, chat.file) as kept:
        kept.seek(start.offset)
        source = cast("BinaryIO", kept)
        for message in chats.read(
            source, chat.shape, chat.order, line=start.line, offset=start.offset, number=start.number
        ):
            if message.number >= first:
                yield message
