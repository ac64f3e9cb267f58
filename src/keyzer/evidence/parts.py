"""The part of a file that has come in so far: frames on the disk, each encrypted whole; a cut costs one of them."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from keyzer.ledger.files import FRAME, TAG_BYTES, FileProblem
from keyzer.ledger.keys import NONCE_BYTES, decrypt_with, encrypt_with

OVERHEAD = NONCE_BYTES + TAG_BYTES
RECORD = FRAME + OVERHEAD


class Readable(Protocol):
    """Something to read the next bytes from; none when it ended or broke off."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes."""


class WrongOffset(Exception):
    """The sender goes on at another place than where the file is; `actual` is where."""

    def __init__(self, actual: int) -> None:
        super().__init__(f"the upload is at `{actual}`: go on from there")
        self.actual = actual


class Part:
    """What has come in of a file of `size` bytes, encrypted with `key`."""

    def __init__(self, upload: UUID, size: int, key: bytes) -> None:
        self._upload, self._size = upload, size
        self._cipher = cipher(key)
        self._place = place_of(upload)

    def received(self) -> int:
        """How many bytes are safe; a frame that was cut off does not count."""
        try:
            return self._whole(self._place.stat().st_size)
        except FileNotFoundError:
            return 0

    def append(self, source: Readable, offset: int) -> int:
        """Take what `source` gives from `offset` on; answers how many bytes are safe by then. Raises WrongOffset."""
        with self._place.open("ab") as out, _alone(out):
            at = self._whole(os.fstat(out.fileno()).st_size)
            if offset != at:
                raise WrongOffset(at)
            out.truncate(self._sealed(at))
            while at < self._size and (frame := _filled(source, min(FRAME, self._size - at))):
                out.write(encrypt_with(self._cipher, frame, self._context(at)))
                at += len(frame)
        return at

    def content(self) -> Iterator[bytes]:
        """All that has come in. Raises FileProblem when it was altered on the disk."""
        at = 0
        with self._place.open("rb") as source:
            while record := source.read(RECORD):
                try:
                    frame = decrypt_with(self._cipher, record, self._context(at))
                except (InvalidTag, ValueError) as problem:
                    raise FileProblem(
                        f"upload `{self._upload}` was altered at `{at}`: send the file again"
                    ) from problem
                yield frame
                at += len(frame)

    def _context(self, at: int) -> bytes:
        return self._upload.bytes + at.to_bytes(8, "big")

    def _whole(self, sealed: int) -> int:
        frames, rest = divmod(sealed, RECORD)
        at = frames * FRAME
        is_last = rest and at + rest - OVERHEAD == self._size
        return min(at + (rest - OVERHEAD if is_last else 0), self._size)

    def _sealed(self, at: int) -> int:
        frames, rest = divmod(at, FRAME)
        return frames * RECORD + (rest + OVERHEAD if rest else 0)


def cipher(key: bytes) -> AESGCM:
    """What an upload is encrypted with, its name too."""
    return AESGCM(key)


def place_of(upload: UUID) -> Path:
    """Where the frames of an upload lie."""
    folder = Path(settings.KEYZER_EVIDENCE)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / f"{upload}.upload"


def _filled(source: Readable, size: int) -> bytes:
    """Exactly `size` bytes, or none when the source ends before."""
    found = bytearray()
    while len(found) < size:
        try:
            more = source.read(size - len(found))
        except OSError:  # the sender went away: Django's UnreadablePostError is one
            return b""
        if not more:
            return b""
        found += more
    return bytes(found)


@contextmanager
def _alone(file: BinaryIO) -> Iterator[None]:
    """Two senders of one file wait for each other; the second then learns where the file is."""
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        file.flush()
        fcntl.flock(file, fcntl.LOCK_UN)
