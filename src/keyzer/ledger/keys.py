"""A key for each stream, wrapped by the school's key; AES-256-GCM for both. Content goes where its key goes."""

import base64
import hashlib
import hmac
import os
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE_BYTES = 12
KEY_BYTES = 32


class KeyProblem(Exception):
    """The school's key is missing, malformed, or not the one that a stream was wrapped with."""


class SchoolKey:
    """The key of the whole school. It never leaves this object."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            message = f"the school's key has {len(secret)} bytes and needs {KEY_BYTES}"
            raise KeyProblem(message)
        self.id = hashlib.sha256(b"keyzer school key" + secret).hexdigest()[:16]
        self._wrapping = AESGCM(_derive(secret, b"wrap"))
        self._sealing = _derive(secret, b"seal")
        self._indexing = _derive(secret, b"index")

    def wrap(self, key: bytes, context: bytes) -> bytes:
        """`key` encrypted for storage; it only opens again with the same `context` (the stream's id)."""
        return encrypt_with(self._wrapping, key, context)

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """The key in `wrapped`. Raises KeyProblem when this is not the key it was wrapped with."""
        try:
            return decrypt_with(self._wrapping, wrapped, context)
        except InvalidTag as problem:
            message = "a stream's key does not open with this school's key: restore the key file that belongs to it"
            raise KeyProblem(message) from problem

    def seal(self, content: bytes) -> bytes:
        """A mark that only a holder of this key can make."""
        return hmac.digest(self._sealing, content, "sha256")

    def blind_index(self, content: bytes) -> bytes:
        """A value to look `content` up by, from which it can't be read back without this key."""
        return hmac.digest(self._indexing, content, "sha256")


def encrypt_with(cipher: AESGCM, content: bytes, context: bytes) -> bytes:
    """Nonce and ciphertext together."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, content, context)


def decrypt_with(cipher: AESGCM, sealed: bytes, context: bytes) -> bytes:
    """What `encrypt_with` was given. Raises InvalidTag when anything was altered."""
    return cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)


def new_stream_key() -> bytes:
    """A fresh random key."""
    return AESGCM.generate_key(bit_length=8 * KEY_BYTES)


def create_school_key(file: Path) -> None:
    """Write a new key to `file`, readable by its owner alone. Raises FileExistsError rather than replace one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        out.write(base64.b64encode(os.urandom(KEY_BYTES)) + b"\n")


def school_key() -> SchoolKey:
    """The key of the school that this process serves. Raises KeyProblem, which names the file."""
    return _read_school_key(Path(settings.KEYZER_KEY_FILE))


@lru_cache(maxsize=4)
def _read_school_key(file: Path) -> SchoolKey:
    try:
        return SchoolKey(base64.b64decode(file.read_bytes().strip(), validate=True))
    except ValueError as problem:
        message = f"the school's key `{file}` is damaged: restore it from where you keep it safe"
        raise KeyProblem(message) from problem
    except OSError as problem:
        message = (
            f"the school's key `{file}` can't be read ({problem.strerror}): restore it from where you keep it safe"
        )
        raise KeyProblem(message) from problem


def _derive(secret: bytes, purpose: bytes) -> bytes:
    return hmac.digest(secret, b"keyzer " + purpose, "sha256")
