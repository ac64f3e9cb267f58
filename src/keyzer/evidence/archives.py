"""Looks into a ZIP without unpacking it: an export of a chat with its attachments, and nothing that could do harm."""

import zipfile
from pathlib import PurePosixPath
from typing import IO, BinaryIO, NamedTuple, cast

from . import chats
from .kinds import Problem, Unacceptable

MOST_MEMBERS = 5_000
LARGEST_MEMBER = 200 * 1024 * 1024  # bytes, unpacked
LARGEST_WHOLE = 1024 * 1024 * 1024
LARGEST_TEXT = 100 * 1024 * 1024
MOST_TIMES = 100  # text becomes ten times smaller; a bomb a thousand times
SMALL = 1024 * 1024  # below this a ratio says nothing
ENCRYPTED = 0x1
NESTED = frozenset((".zip", ".gz", ".tgz", ".7z", ".rar", ".bz2", ".xz", ".tar", ".jar", ".apk"))
LINK = 0o120000
KIND_OF_FILE = 0o170000


class Contents(NamedTuple):
    """What an archive holds: the text of the chat, and how many files beside it."""

    text: str
    attachments: tuple[str, ...]


def look(source: IO[bytes]) -> Contents:
    """Judge every member by what the archive says of it. Raises Unacceptable, which names the member."""
    try:
        with zipfile.ZipFile(source) as archive:
            members = archive.infolist()
            _judge_all(members)
            texts = [member.filename for member in members if member.filename.lower().endswith(".txt")]
            is_chat = len(texts) == 1 and _begins(archive, texts[0])
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as problem:
        raise Unacceptable(Problem.ARCHIVE, str(problem)) from problem
    if not is_chat:
        raise Unacceptable(Problem.UNKNOWN)
    return Contents(texts[0], tuple(member.filename for member in members if member.filename != texts[0]))


class Reading:
    """Gives a member piece by piece, and stops it when it holds more than the archive says."""

    def __init__(self, source: IO[bytes], member: str) -> None:
        self._archive = zipfile.ZipFile(source)
        self._member = self._archive.open(member)
        self._name, self._left = member, self._archive.getinfo(member).file_size

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes. Raises Unacceptable on a member that lies about its size or is damaged."""
        try:
            found = self._member.read(size)
        except (zipfile.BadZipFile, EOFError, OSError) as problem:
            raise Unacceptable(Problem.ARCHIVE, self._name) from problem
        self._left -= len(found)
        if self._left < 0:
            raise Unacceptable(Problem.ARCHIVE, self._name)
        return found

    def close(self) -> None:
        self._member.close()
        self._archive.close()


def _begins(archive: zipfile.ZipFile, text: str) -> bool:
    with archive.open(text) as source:
        return chats.begins(cast("BinaryIO", source))


def _judge_all(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise Unacceptable(Problem.ARCHIVE, f"{len(members)} > {MOST_MEMBERS}")
    if sum(member.file_size for member in members) > LARGEST_WHOLE:
        raise Unacceptable(Problem.ARCHIVE, f"> {LARGEST_WHOLE // 1024**2} MB")
    names: set[str] = set()
    for member in members:
        if not _is_fine(member) or member.filename in names:
            raise Unacceptable(Problem.ARCHIVE, member.filename[:100])
        names.add(member.filename)


def _is_fine(member: zipfile.ZipInfo) -> bool:
    """A plain file at the top of the archive, readable, of a size that its packed size can hold."""
    path = PurePosixPath(member.filename)
    is_plain = len(path.parts) == 1 and path.name == member.filename and not {"\\", "\0", ":"} & set(member.filename)
    is_link = (member.external_attr >> 16) & KIND_OF_FILE == LINK
    is_text = path.suffix.lower() == ".txt"
    fits = member.file_size <= (LARGEST_TEXT if is_text else LARGEST_MEMBER)
    is_bomb = member.file_size > max(SMALL, member.compress_size * MOST_TIMES)
    hidden = member.flag_bits & ENCRYPTED or path.suffix.lower() in NESTED or path.name in {".", ".."}
    return is_plain and fits and not (is_link or is_bomb or hidden)
