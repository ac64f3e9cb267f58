"""The zip of a pack: evidence, report and their digests, written in one go and in constant memory.

Times in it stand still, so that the same content is the same archive. `sha256sum -c SHA256SUMS` checks what is inside.
"""

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from keyzer.ledger.files import FileProblem

SUMS = "SHA256SUMS"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
MADE_ON_UNIX = 3
READABLE = 0o644 << 16


class Item(NamedTuple):
    """One file of the archive; `sha256` is what its content must prove to be."""

    name: str
    size: int
    sha256: str
    content: Iterator[bytes]


class _Passage:
    """What zipfile writes to. It can't go back in it, so that nothing has to be kept."""

    def __init__(self, take: Callable[[bytes], None]) -> None:
        self._take = take

    def write(self, content: bytes) -> int:
        self._take(content)
        return len(content)

    def flush(self) -> None:
        """What was written is with its taker already."""

    def close(self) -> None:
        """There is nothing to close."""


def write(items: Iterable[Item], take: Callable[[bytes], None]) -> None:
    """Hand the archive to `take`, piece by piece. Raises FileProblem for content that is not what its digest says."""
    with zipfile.ZipFile(_Passage(take), "w", zipfile.ZIP_STORED) as made:
        sums = [f"{item.sha256}  {item.name}\n" for item in items if _add(made, item)]
        made.writestr(_entry(SUMS), "".join(sums))


def digest_of(content: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _add(made: zipfile.ZipFile, item: Item) -> bool:
    digest = hashlib.sha256()
    entry = _entry(item.name)
    entry.file_size = item.size  # tells zipfile beforehand whether the long form is needed
    with made.open(entry, "w") as out:
        for piece in item.content:
            digest.update(piece)
            out.write(piece)
    if digest.hexdigest() != item.sha256:
        raise FileProblem(f"`{item.name}` is not what was received: restore it from a backup")
    return True


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, FIXED_TIME)
    entry.create_system, entry.external_attr = MADE_ON_UNIX, READABLE
    return entry
