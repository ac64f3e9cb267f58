"""The right to listen: a text in the stream's address that names topics by ids that tell nothing, and ends."""

import base64
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.signing import BadSignature, Signer
from django.utils.crypto import salted_hmac

SALT = "keyzer.live"
ID_BYTES = 9
MOST_TOPICS = 8
HALF_A_DAY = timedelta(hours=12)
LONGEST = 300


class Granted(NamedTuple):
    """What may be listened to, by the topics' ids, and until when."""

    topics: tuple[str, ...]
    until: datetime


def topic_id(name: str) -> str:
    """The id of a topic outside of this school: nobody can work out the name, or the id from the name."""
    digest = salted_hmac(f"{SALT}.topic", name, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest[:ID_BYTES]).decode()


def token(names: Iterable[str], now: datetime) -> str:
    """The right to listen to these topics for half a day to a day. It is the same text for half a day."""
    ids = sorted(topic_id(name) for name in set(names))
    if len(ids) > MOST_TOPICS:
        raise ValueError(f"{len(ids)} topics for one page: listen to at most {MOST_TOPICS}")
    until = int(now.timestamp() // HALF_A_DAY.total_seconds() + 2) * int(HALF_A_DAY.total_seconds())
    return _signer().sign("~".join([*ids, f"{until:x}"]))


def read(text: str, now: datetime) -> Granted | None:
    """What the token grants; None when the school did not make it or it has ended."""
    if len(text) > LONGEST:
        return None
    try:
        *ids, ends = _signer().unsign(text).split("~")
    except BadSignature:
        return None
    until = datetime.fromtimestamp(int(ends, 16), now.tzinfo)
    return Granted(tuple(ids), until) if now < until else None


def _signer() -> Signer:
    return Signer(salt=f"{SALT}.stream", sep=".")
