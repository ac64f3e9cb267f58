"""The way by which somebody reaches the own choices: the page for who has an account, a link for who has none."""

from datetime import datetime, timedelta
from uuid import UUID

from django.core.cache import cache

from keyzer.consent import links
from keyzer.consent.models import ConsentLink
from keyzer.consent.queries.links import once_behind
from keyzer.consent.queries.owing import asked_of
from keyzer.kit.clock import local
from keyzer.kit.writing import writing
from keyzer.people import queries as people
from keyzer.post import actions as post

PAGE = "/beeld/"
AT_MOST_EVERY = timedelta(hours=1)


def tell(person: UUID, kind: str, *, about: UUID | None = None, by: UUID | None, at: datetime) -> bool:
    """Queue a mail that leads to the choices about everybody, or about one person; False for who has no address."""
    if people.mailbox_of(person) is None:
        return False
    page = f"{PAGE}{about}/" if about else PAGE
    path = page if people.account_of(person) else make_link(person, at=at)
    return post.queue(to=person, kind=kind, path=path, by=by, at=at)


def make_link(person: UUID, *, at: datetime) -> str:
    """A new link with which this person chooses without an account; answers its path."""
    with writing():
        return links.path_for(ConsentLink.objects.create(person_id=person, made_at=at).id)


def mail_again(token: str, *, at: datetime) -> None:
    """Mail a new link to whose link this was and who still has a say; what came of it is told to nobody.

    Taking a yes back must go as easily as giving it, so that this holds as well when every answer was given.
    """
    person = once_behind(token)
    if person is None or not asked_of(people.viewer_of(person, local(at).date()), local(at).date()):
        return
    if cache.add(f"consent-link-again:{person}", 1, AT_MOST_EVERY.total_seconds()):
        with writing():
            tell(person, "waiting", by=None, at=at)
