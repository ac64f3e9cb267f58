"""What a file truly is, told from its bytes while they pass by: nothing parses what a stranger sends."""

import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple

HEAD_BYTES = 4096
TAIL_BYTES = 66_000  # a ZIP directory ends within 65,557 bytes of the end
OVERLAP = 32
IMAGE, SOUND, FILM, PAPER, ARCHIVE = "image", "sound", "film", "paper", "archive"
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
MARKUP = re.compile(rb"<(?:!doctype html|html[\s>]|script[\s>]|\?php)", re.IGNORECASE)
ANY_TAG = re.compile(rb"<(?:[a-z!?])", re.IGNORECASE)
ZIP_START, ZIP_END = b"PK\x03\x04", b"PK\x05\x06"
PDF_START = b"%PDF-"
UTF8_MARK = b"\xef\xbb\xbf"


class Kind(NamedTuple):
    """A kind of file that is taken in: its media type, what it is, and how its name may end."""

    media: str
    family: str
    endings: tuple[str, ...]


class Problem(StrEnum):
    """Why a file is not taken in."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    UNKNOWN = "unknown"
    OTHER_THAN_NAMED = "other-than-named"
    HIDDEN = "hidden"
    INTERRUPTED = "interrupted"
    ARCHIVE = "archive"
    TOO_MANY = "too-many"


class Unacceptable(Exception):
    """The file is not taken in; `where` names the place when it lies inside the file."""

    def __init__(self, problem: Problem, where: str = "") -> None:
        super().__init__(f"{problem.value}: {where}" if where else problem.value)
        self.problem = problem
        self.where = where


JPEG = Kind("image/jpeg", IMAGE, ("jpg", "jpeg", "jfif"))
PNG = Kind("image/png", IMAGE, ("png",))
WEBP = Kind("image/webp", IMAGE, ("webp",))
GIF = Kind("image/gif", IMAGE, ("gif",))
HEIC = Kind("image/heic", IMAGE, ("heic", "heif"))
MP4 = Kind("video/mp4", FILM, ("mp4", "m4v"))
QUICKTIME = Kind("video/quicktime", FILM, ("mov", "qt"))
WEBM = Kind("video/webm", FILM, ("webm",))
MP3 = Kind("audio/mpeg", SOUND, ("mp3",))
M4A = Kind("audio/mp4", SOUND, ("m4a", "mp4"))
OGG = Kind("audio/ogg", SOUND, ("ogg", "oga", "opus"))
WAV = Kind("audio/wav", SOUND, ("wav",))
PDF = Kind("application/pdf", PAPER, ("pdf",))
TEXT = Kind("text/plain", PAPER, ("txt",))
ZIP = Kind("application/zip", ARCHIVE, ("zip",))
KINDS = (JPEG, PNG, WEBP, GIF, HEIC, MP4, QUICKTIME, WEBM, MP3, M4A, OGG, WAV, PDF, TEXT, ZIP)
OF_MEDIA = {kind.media: kind for kind in KINDS}

BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"mif1", b"msf1"), HEIC),
    **dict.fromkeys((b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V "), MP4),
    b"M4A ": M4A,
    b"qt  ": QUICKTIME,
}

BEGINNINGS: tuple[tuple[Callable[[bytes], bool], Kind], ...] = (
    (lambda head: head.startswith(b"\xff\xd8\xff"), JPEG),
    (lambda head: head.startswith(b"\x89PNG\r\n\x1a\n"), PNG),
    (lambda head: head.startswith((b"GIF87a", b"GIF89a")), GIF),
    (lambda head: head.startswith(b"RIFF") and head[8:12] == b"WEBP", WEBP),
    (lambda head: head.startswith(b"RIFF") and head[8:12] == b"WAVE", WAV),
    (lambda head: head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64], WEBM),
    (lambda head: head.startswith(b"OggS"), OGG),
    (lambda head: head.startswith((b"ID3", b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2")), MP3),
    (lambda head: head.startswith(PDF_START), PDF),
    (lambda head: head.startswith(ZIP_START), ZIP),
)


class Inspection:
    """Looks at a file as it passes: `feed` every byte in order, then `conclude`."""

    def __init__(self) -> None:
        self._size = 0
        self._head = b""
        self._tail = b""
        self._has_markup = False
        self._has_pdf = False
        self._is_text = True

    def feed(self, content: bytes) -> None:
        """See the next bytes."""
        seam = self._tail[-OVERLAP:] + content
        self._has_markup = self._has_markup or MARKUP.search(seam) is not None
        self._has_pdf = self._has_pdf or PDF_START in seam
        self._is_text = self._is_text and CONTROL.search(content) is None
        self._head += content[: HEAD_BYTES - len(self._head)]
        self._tail = (self._tail + content)[-TAIL_BYTES:]
        self._size += len(content)

    def conclude(self, name: str) -> Kind:
        """What the file is. Raises Unacceptable, also when it is something else than `name` says, or two things."""
        if not self._size:
            raise Unacceptable(Problem.EMPTY)
        kind = self._kind()
        if kind is None:
            raise Unacceptable(Problem.UNKNOWN)
        if self._holds_another(kind):
            raise Unacceptable(Problem.HIDDEN)
        ending = PurePath(name).suffix.removeprefix(".").lower()
        if ending and ending not in kind.endings:
            raise Unacceptable(Problem.OTHER_THAN_NAMED)
        return kind

    def _kind(self) -> Kind | None:
        if self._head[4:8] == b"ftyp":
            return BRANDS.get(self._head[8:12])
        found = next((kind for begins, kind in BEGINNINGS if begins(self._head)), None)
        return found or (TEXT if self._is_text and self._is_readable() else None)

    def _is_readable(self) -> bool:
        """Whether the head is UTF-8; its last character may be cut off by our own limit."""
        try:
            self._head.decode()
        except UnicodeDecodeError as problem:
            return len(self._head) == HEAD_BYTES and problem.start > HEAD_BYTES - 4
        return True

    def _holds_another(self, kind: Kind) -> bool:
        """A PDF or a page inside a picture, an archive behind it: one file that different programs read differently."""
        if kind is ZIP:
            return False  # what an archive holds is looked at one by one
        if kind is PDF:
            return ZIP_END in self._tail or MARKUP.search(self._head) is not None
        if kind is TEXT:
            return ANY_TAG.match(self._head.removeprefix(UTF8_MARK).lstrip()) is not None or self._has_pdf
        return self._has_markup or self._has_pdf or ZIP_END in self._tail
