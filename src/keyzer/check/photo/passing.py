"""Photos that pass through: each sealed under a key that only the sender's browser holds, and gone after half an hour.

The school keeps no key and no row: a file whose browser went away can be opened by nobody, and is then swept.
"""

import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_bytes
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from keyzer.ledger.keys import KEY_BYTES, decrypt_with, encrypt_with, new_stream_key

from .seen import Seen

LASTS = timedelta(minutes=30)
NAME_BYTES = 16
SUFFIX = ".photo"


def put(seen: Seen, *, holder: UUID, at: datetime) -> str:
    """Seal a photo for one person and answer the word that opens it; that word is written down nowhere here."""
    sweep(at)
    name, key = token_bytes(NAME_BYTES), new_stream_key()
    place = _place(name)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        out.write(encrypt_with(AESGCM(key), msgspec.msgpack.encode(seen), holder.bytes + name))
    os.utime(place, (at.timestamp(), at.timestamp()))
    return (name + key).hex()


def take(word: str, *, holder: UUID, at: datetime) -> Seen | None:
    """The photo that a word opens; None when it is gone, too old, altered, or another person's."""
    parts = _parts(word)
    if parts is None:
        return None
    name, key = parts
    try:
        place = _place(name)
        if place.stat().st_mtime < (at - LASTS).timestamp():
            return None
        opened = decrypt_with(AESGCM(key), place.read_bytes(), holder.bytes + name)
    except (OSError, InvalidTag):
        return None
    return msgspec.msgpack.decode(opened, type=Seen)


def drop(word: str) -> None:
    """Throw a photo away; one that is gone already is no mistake."""
    if parts := _parts(word):
        _place(parts[0]).unlink(missing_ok=True)


def sweep(at: datetime) -> int:
    """Throw away what came in more than half an hour ago; answers how many photos that were."""
    late = [place for place in _folder().glob(f"*{SUFFIX}") if _came_in(place) < (at - LASTS).timestamp()]
    for place in late:
        place.unlink(missing_ok=True)
    return len(late)


def _came_in(place: Path) -> float:
    with suppress(OSError):
        return place.stat().st_mtime
    return 0.0


def _parts(word: str) -> tuple[bytes, bytes] | None:
    with suppress(ValueError):
        both = bytes.fromhex(word)
        if len(both) == NAME_BYTES + KEY_BYTES:
            return both[:NAME_BYTES], both[NAME_BYTES:]
    return None


def _place(name: bytes) -> Path:
    return _folder() / f"{name.hex()}{SUFFIX}"


def _folder() -> Path:
    """A backup leaves it out."""
    return Path(settings.KEYZER_DATA) / "passing"
