"""Files beside the database, encrypted while they come in and while they go out, in constant memory.

Each file has a key of its own, which lies in the file's head wrapped by the key of its stream: erasing the stream makes
the file unreadable too. Frames are numbered and the last is marked, so that a cut, swapped or altered frame is found.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from keyzer.kit.ids import new_id

from .keys import NONCE_BYTES, decrypt_with, encrypt_with, new_stream_key
from .queries import cipher_of

FRAME = 64 * 1024
TAG_BYTES = 16
HEAD = b"KZF1"
WRAPPED_BYTES = NONCE_BYTES + 32 + TAG_BYTES
HEAD_BYTES = len(HEAD) + WRAPPED_BYTES


class FileProblem(Exception):
    """A file is missing, was altered, or its stream was erased."""


class Kept(NamedTuple):
    """What a stream records of a file: `sha256` is of the content as it was received, in hexadecimal."""

    id: UUID
    size: int
    sha256: str


class Incoming:
    """A file on its way in. Nothing of it touches the disk in the clear; until `keep` nobody can read it back."""

    def __init__(self) -> None:
        self.id = new_id()
        self.size = 0
        self._key = new_stream_key()
        self._cipher = AESGCM(self._key)
        self._digest = hashlib.sha256()
        self._waiting = bytearray()
        self._frames = 0
        self._is_whole = False
        self._place = _folder() / f"{self.id}.part"
        self._out: BinaryIO = os.fdopen(os.open(self._place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        self._out.write(HEAD + bytes(WRAPPED_BYTES))

    def write(self, content: bytes) -> None:
        """Take the next bytes."""
        self.size += len(content)
        self._digest.update(content)
        self._waiting += content
        while len(self._waiting) > FRAME:
            self._seal(bytes(self._waiting[:FRAME]), last=False)
            del self._waiting[:FRAME]

    @property
    def sha256(self) -> str:
        """Of what came until now, in hexadecimal."""
        return self._digest.hexdigest()

    def finish(self) -> None:
        """No more bytes follow; what came lies safely on the disk. Better before a transaction than inside it."""
        if not self._is_whole:
            self._seal(bytes(self._waiting), last=True)
            self._is_whole = True
            self._out.flush()
            os.fsync(self._out.fileno())

    def opened(self) -> tuple[BinaryIO, AESGCM]:
        """The finished file, and what opens its frames: to look at it before it is kept."""
        self.finish()
        return self._place.open("rb"), self._cipher

    def keep(self, stream: UUID) -> Kept:
        """Bind the file to `stream` and put it in its place, durably. Raises FileProblem when the stream was erased."""
        cipher = cipher_of(stream)
        if cipher is None:
            self.discard()
            raise FileProblem(f"stream `{stream}` has no key any more: nothing can be kept with it")
        self.finish()
        self._out.seek(len(HEAD))
        self._out.write(encrypt_with(cipher, self._key, self.id.bytes))
        self._out.flush()
        os.fsync(self._out.fileno())
        self._out.close()
        self._place.rename(place_of(self.id))
        return Kept(self.id, self.size, self._digest.hexdigest())

    def discard(self) -> None:
        """Forget the file, unless it was kept."""
        self._out.close()
        self._place.unlink(missing_ok=True)

    def _seal(self, content: bytes, *, last: bool) -> None:
        self._out.write(self._cipher.encrypt(_nonce(self._frames, last=last), content, self.id.bytes))
        self._frames += 1


def content(stream: UUID, file: UUID) -> Iterator[bytes]:
    """The content of a kept file, frame by frame.

    Raises FileProblem at once when the file is missing or its stream erased, and on reaching a frame that was altered.
    """
    source, cipher = unsealed(stream, file)
    return _frames(source, cipher, file)


def unsealed(stream: UUID, file: UUID) -> tuple[BinaryIO, AESGCM]:
    """A kept file, standing at its first frame, and what opens its frames. Raises FileProblem as `content` does."""
    cipher = cipher_of(stream)
    if cipher is None:
        raise FileProblem(f"stream `{stream}` was erased, and file `{file}` with it")
    try:
        source = place_of(file).open("rb")
    except OSError as problem:
        raise FileProblem(f"file `{file}` can't be read ({problem.strerror}): restore it from a backup") from problem
    head = source.read(HEAD_BYTES)
    try:
        return source, AESGCM(decrypt_with(cipher, head[len(HEAD) :], file.bytes))
    except (InvalidTag, ValueError) as problem:
        source.close()
        raise FileProblem(f"file `{file}` was altered or belongs to another stream") from problem


def open_frame(cipher: AESGCM, number: int, frame: bytes, file: UUID, *, last: bool) -> bytes:
    """What a frame holds. Raises FileProblem when it was altered, moved, or is not the last as it should be."""
    try:
        return cipher.decrypt(_nonce(number, last=last), frame, file.bytes)
    except (InvalidTag, ValueError) as problem:
        raise FileProblem(f"file `{file}` was altered in frame `{number}`") from problem


def remove(file: UUID) -> None:
    """Take a file away whose record was never written."""
    place_of(file).unlink(missing_ok=True)


def place_of(file: UUID) -> Path:
    """Where a kept file lies."""
    return _folder() / str(file)


def _frames(source: BinaryIO, cipher: AESGCM, file: UUID) -> Iterator[bytes]:
    with source:
        number, frame = 0, source.read(FRAME + TAG_BYTES)
        while True:
            following = source.read(FRAME + TAG_BYTES)
            yield open_frame(cipher, number, frame, file, last=not following)
            if not following:
                return
            number, frame = number + 1, following


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(NONCE_BYTES - 1, "big") + bytes([last])


def _folder() -> Path:
    folder = Path(settings.KEYZER_EVIDENCE)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
