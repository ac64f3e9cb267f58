"""What exactly was approved: the draft in a form that does not change by copying it, and its digest."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from msgspec import Struct

HEAD = "keyzer-consult-1"
TRAILING = re.compile(r"[ \t\u00a0]+$", re.MULTILINE)
SPACES = re.compile(r"[ \t\u00a0]+")
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: nothing in it is taken for something else."""
CODE_LENGTH = 8


def normal_text(text: str) -> str:
    """The text as it is compared: composed signs, plain line ends, no spaces at the end of a line, none double."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    visible = "".join(sign for sign in lines if sign == "\u200d" or unicodedata.category(sign) != "Cf")
    return SPACES.sub(" ", TRAILING.sub("", visible)).strip()


def approved_digest(text: str, files: Iterable[str]) -> str:
    """SHA-256, in hexadecimal, of the normal text and of the digests of the pictures with it, in any order."""
    parts = (HEAD, normal_text(text), *sorted(files))
    counted = "".join(f"{len(part.encode())}:{part}\n" for part in parts)
    return hashlib.sha256(counted.encode()).hexdigest()


class FilesCompared(Struct, frozen=True, kw_only=True):
    """Pictures that were published beside those that were approved, by SHA-256."""

    missing: frozenset[str]
    other: frozenset[str]

    @property
    def is_same(self) -> bool:
        """Whether nothing was left out and nothing was added."""
        return not self.missing and not self.other


def files_compared(approved: Iterable[str], published: Iterable[str]) -> FilesCompared:
    """What of the approved pictures is missing, and what was published and never approved (personeel-1)."""
    asked, seen = frozenset(approved), frozenset(published)
    return FilesCompared(missing=asked - seen, other=seen - asked)


def approval_code(digest: str) -> str:
    """The first forty bits of a digest as people read them out: `7KQF-2M9A`."""
    number = int(digest[: CODE_LENGTH * 5 // 4], 16)
    letters = "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(CODE_LENGTH)))
    return f"{letters[:4]}-{letters[4:]}"
