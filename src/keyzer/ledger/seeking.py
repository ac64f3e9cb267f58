"""A kept file as something that can be read from any place on: for archives and for pages of a long text."""

import io
import os
from typing import BinaryIO
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .files import FRAME, HEAD_BYTES, TAG_BYTES, Incoming, open_frame, unsealed


class SealedFile(io.RawIOBase):
    """Opens the frames that are asked for and holds one at a time. Raises FileProblem on one that was altered."""

    def __init__(self, source: BinaryIO, cipher: AESGCM, file: UUID) -> None:
        super().__init__()
        self._source, self._cipher, self._file = source, cipher, file
        sealed = os.fstat(source.fileno()).st_size - HEAD_BYTES
        self._frames = -(-sealed // (FRAME + TAG_BYTES))
        self._size = sealed - self._frames * TAG_BYTES
        self._at = 0
        self._held: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # what BufferedReader hands over
        if self._at >= self._size:
            return 0
        number, within = divmod(self._at, FRAME)
        part = self._frame(number)[within : within + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def close(self) -> None:
        self._source.close()
        super().close()

    def _frame(self, number: int) -> bytes:
        if self._held[0] != number:
            self._source.seek(HEAD_BYTES + number * (FRAME + TAG_BYTES))
            sealed = self._source.read(FRAME + TAG_BYTES)
            last = number == self._frames - 1
            self._held = (number, open_frame(self._cipher, number, sealed, self._file, last=last))
        return self._held[1]


def open_incoming(incoming: Incoming) -> io.BufferedReader:
    """A file that came in whole and is not kept yet, to read from any place."""
    source, cipher = incoming.opened()
    return io.BufferedReader(SealedFile(source, cipher, incoming.id), buffer_size=FRAME)


def open_kept(stream: UUID, file: UUID) -> io.BufferedReader:
    """A kept file to read from any place. Raises FileProblem when it is missing, altered or its stream erased."""
    source, cipher = unsealed(stream, file)
    return io.BufferedReader(SealedFile(source, cipher, file), buffer_size=FRAME)
