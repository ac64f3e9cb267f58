"""Links for who has no account: signed, expiring, and telling nothing about anybody."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta
from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner


class SignedLinks:
    """Links of one kind: each leads to `page`, and works for as long as `lasts`."""

    def __init__(self, page: str, *, salt: str, lasts: timedelta) -> None:
        self._page, self._lasts = page, lasts
        self._signer = TimestampSigner(sep=".", salt=salt)

    def path_for(self, link: UUID) -> str:
        """The address behind a link."""
        return f"{self._page}{self._signer.sign(urlsafe_b64encode(link.bytes).decode().rstrip('='))}/"

    def link_of(self, token: str) -> UUID | None:
        """Which link a token is; None for one that expired, was changed, or was not made here."""
        return self._read(token, self._lasts)

    def once_of(self, token: str) -> UUID | None:
        """As `link_of`, also for one that expired."""
        return self._read(token, None)

    def _read(self, token: str, lasts: timedelta | None) -> UUID | None:
        try:
            return UUID(bytes=urlsafe_b64decode(self._signer.unsign(token, max_age=lasts) + "=="))
        except (BadSignature, ValueError):
            return None
