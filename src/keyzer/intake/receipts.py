"""The receipt by which who reported without a name comes back: sixteen digits, shown once, kept nowhere.

What is kept can only be worked out slowly and with the school's key, so that a stolen database does not give the
receipts away, and a wrong one takes as long as a right one. The check in a receipt lets its holder in where
somebody else tried so many numbers that no more are looked up.
"""

import hashlib
import hmac
from uuid import UUID

from keyzer.ledger.keys import school_key

DIGITS = 16
CHECK = 4  # the last digits follow from the others, to who holds the school's key
GROUP = 4
COST, BLOCK, LANES = 2**14, 8, 1  # about 40 ms and 16 MB for each try
MEMORY = 64 * 1024 * 1024


def made_from(sending: UUID) -> str:
    """The receipt of what was sent so; the same for the same, so that a form sent twice gives one receipt."""
    front = _digits(b"receipt" + sending.bytes, DIGITS - CHECK)
    return front + _check(front)


def may_be_ours(receipt: str) -> bool:
    """Whether the last digits follow from the others: so of every number we gave, and of one guess in ten thousand."""
    return hmac.compare_digest(receipt[-CHECK:], _check(receipt[:-CHECK]))


def uploads_with(report: UUID) -> UUID:
    """Under which number who brings the receipt sends large files; it can't be worked out without the key."""
    return UUID(bytes=school_key().blind_index(b"uploads" + report.bytes)[:16])


def read_aloud(receipt: str) -> str:
    """In groups of four, as people copy it."""
    return " ".join(receipt[start : start + GROUP] for start in range(0, DIGITS, GROUP))


def as_typed(text: str) -> str:
    """The digits of what somebody typed."""
    return "".join(character for character in text if character in "0123456789")


def lookup(receipt: str) -> bytes:
    """What a receipt is found by. Any text takes the same time."""
    salt = school_key().blind_index(b"receipts")
    slow = hashlib.scrypt(receipt.encode(), salt=salt, n=COST, r=BLOCK, p=LANES, maxmem=MEMORY)
    return school_key().blind_index(slow)


def _check(front: str) -> str:
    return _digits(b"receipt's check" + front.encode(), CHECK)


def _digits(content: bytes, count: int) -> str:
    number = int.from_bytes(school_key().blind_index(content), "big") % 10**count
    return f"{number:0{count}}"
