"""A new link for who has one that works no more; it goes to the address that the school knows, and nowhere else."""

from datetime import datetime, timedelta

from django.core.cache import cache

from keyzer.acknowledgements.queries import asked_of
from keyzer.acknowledgements.queries.links import once_behind
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.people import queries as people
from keyzer.post import actions as post

from .answering import make_link
from .reminding import TOLD

AT_MOST_EVERY = timedelta(hours=1)


def mail_again(token: str, *, at: datetime) -> None:
    """Mail a new link to whose link this was, while an answer is owed; what came of it is told to nobody."""
    link = once_behind(token)
    if link is None or people.mailbox_of(link.person) is None:
        return
    if not any(line.is_owed for line in asked_of(link.person, clock.local(at).date())):
        return
    with writing():
        if cache.add(f"signing-link-again:{link.person}", 1, AT_MOST_EVERY.total_seconds()):
            post.queue(to=link.person, kind=TOLD, path=make_link(link.person, at=at), by=None, at=at)
