"""A ZIP that only a pass phrase opens (WinZip AE-2, AES-256), for any stock tool that knows it, such as 7-Zip.

Written in one go and in little memory. The names in it are not hidden: they tell nothing but a number.
"""

import hmac
import os
import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

KEY_BYTES, SALT_BYTES, CHECK_BYTES, MAC_BYTES = 32, 16, 2, 10
ROUNDS = 1000  # fixed by the format: it is the length of the pass phrase that keeps guessing hopeless
BLOCK = 16
ENCRYPTED, AES, STORED, NEEDS = 0x1, 99, 0, 51
FIXED_DAY = 0x21  # 1 January 1980
EXTRA = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 3, STORED)
LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
LARGEST = 2**32 - 1
"""Bytes; beyond it the long form of a ZIP is needed, which evidence never is."""

Take = Callable[[bytes], None]


class Member(NamedTuple):
    """A file for the archive, of exactly `size` bytes."""

    name: str
    size: int
    content: Iterator[bytes]


def write(members: list[Member], phrase: str, take: Take) -> None:
    """Hand the archive to `take`, piece by piece. Raises ValueError for a content of another size than was said."""
    at, directory = 0, b""
    for member in members:
        common = _common(member)
        head = LOCAL + common + member.name.encode() + EXTRA
        directory += CENTRAL + struct.pack("<H", NEEDS) + common + struct.pack("<HHHII", 0, 0, 0, 0, at)
        directory += member.name.encode() + EXTRA
        take(head)
        _encrypt(member, phrase, take)
        at += len(head) + member.size + SALT_BYTES + CHECK_BYTES + MAC_BYTES
    count = len(members)
    take(directory + END + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), at, 0))


def _common(member: Member) -> bytes:
    """What both headers of a file say of it; AE-2 leaves the checksum of the content out."""
    sealed = member.size + SALT_BYTES + CHECK_BYTES + MAC_BYTES
    sizes = struct.pack("<III", 0, sealed, member.size)
    lengths = struct.pack("<HH", len(member.name.encode()), len(EXTRA))
    return struct.pack("<HHHHH", NEEDS, ENCRYPTED, AES, 0, FIXED_DAY) + sizes + lengths


def _encrypt(member: Member, phrase: str, take: Take) -> None:
    salt = os.urandom(SALT_BYTES)
    derive = PBKDF2HMAC(hashes.SHA1(), 2 * KEY_BYTES + CHECK_BYTES, salt, ROUNDS)  # noqa: S303 -- the format's own
    keys = derive.derive(phrase.encode())
    mac = hmac.new(keys[KEY_BYTES : 2 * KEY_BYTES], digestmod="sha1")
    take(salt + keys[2 * KEY_BYTES :])
    written = 0
    stream = _Stream(keys[:KEY_BYTES])
    for piece in member.content:
        sealed = stream.seal(piece)
        mac.update(sealed)
        take(sealed)
        written += len(piece)
    if written != member.size:
        raise ValueError(f"`{member.name}` has `{written}` bytes and was said to have `{member.size}`: read it again")
    take(mac.digest()[:MAC_BYTES])


class _Stream:
    """AES in counter mode as the format has it: the counter begins at 1 and its lowest byte stands first."""

    def __init__(self, key: bytes) -> None:
        self._encrypt = Cipher(algorithms.AES(key), modes.ECB()).encryptor().update  # noqa: S305 -- of counters alone
        self._counter = 1
        self._left = b""

    def seal(self, piece: bytes) -> bytes:
        blocks = -(-(len(piece) - len(self._left)) // BLOCK) if len(piece) > len(self._left) else 0
        numbers = range(self._counter, self._counter + blocks)
        self._counter += blocks
        pad = self._left + self._encrypt(b"".join(number.to_bytes(BLOCK, "little") for number in numbers))
        self._left = pad[len(piece) :]
        mixed = int.from_bytes(piece, "little") ^ int.from_bytes(pad[: len(piece)], "little")
        return mixed.to_bytes(len(piece), "little")
