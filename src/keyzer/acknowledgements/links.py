"""Links with which somebody without an account signs: signed, expiring, and telling nothing about anybody."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta
from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner

PAGE = "/tekenen/link/"
LASTS = timedelta(days=30)

_SIGNER = TimestampSigner(sep=".", salt="keyzer.acknowledgements.link")


def path_for(link: UUID) -> str:
    """The address behind a link."""
    return f"{PAGE}{_SIGNER.sign(urlsafe_b64encode(link.bytes).decode().rstrip('='))}/"


def link_of(token: str, lasts: timedelta | None = LASTS) -> UUID | None:
    """Which link a token is; None for one that expired, was changed, or was not made here."""
    try:
        return UUID(bytes=urlsafe_b64decode(_SIGNER.unsign(token, max_age=lasts) + "=="))
    except (BadSignature, ValueError):
        return None
