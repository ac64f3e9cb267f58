"""Links to one letter for who has no account: signed, expiring, and telling nothing about anybody."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta
from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner

PAGE = "/mijn/brief/"
LASTS = timedelta(days=60)
"""Longer than the six weeks in which somebody may object, and the holidays that can lengthen them."""

_SIGNER = TimestampSigner(sep=".", salt="keyzer.letters.link")


def path_for(letter: UUID) -> str:
    """Where the addressee of a letter finds it, without signing in."""
    return f"{PAGE}{_SIGNER.sign(urlsafe_b64encode(letter.bytes).decode().rstrip('='))}/"


def letter_of(token: str) -> UUID | None:
    """The letter that a link is about; None for one that expired or was not made here."""
    try:
        return UUID(bytes=urlsafe_b64decode(_SIGNER.unsign(token, max_age=LASTS) + "=="))
    except (BadSignature, ValueError):
        return None
