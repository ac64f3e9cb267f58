"""Sessions in the database, as Django keeps them; every request asks for one, so its SQL is worked out once."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from keyzer.kit import clock
from keyzer.kit.prepared import Word, prepared


class SessionStore(db.SessionStore):
    """Django's own, but for how a session is found."""

    def load(self) -> dict[str, Any]:
        """What was kept under this key; nothing, and no key any more, when it is unknown or has run out."""
        found = _kept(Word(self.session_key), clock.now())
        if not found:
            self._session_key = None
            return {}
        content: dict[str, Any] = self.decode(found[0][0])
        return content


@prepared
def _kept(key: str, now: datetime) -> QuerySet[Session, tuple[str]]:
    return Session.objects.filter(session_key=key, expire_date__gt=now).values_list("session_data")
