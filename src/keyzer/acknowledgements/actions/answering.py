"""What somebody says of several signatures at once, as the pages ask it, and the links by which that is done."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from keyzer.acknowledgements import links
from keyzer.acknowledgements.checks import Asked
from keyzer.acknowledgements.models import SigningLink
from keyzer.acknowledgements.words import How
from keyzer.kit.writing import writing

from .signing import refuse, sign


def sign_each(asked: Sequence[Asked], *, edition: str, language: str, how: How, by: UUID, at: datetime) -> list[UUID]:
    """Sign for everybody in `asked`, or for nobody; answers the signatures. Raises Refused, with why."""
    with writing():
        return [sign(one, edition=edition, language=language, how=how, by=by, at=at) for one in asked]


def refuse_each(
    asked: Sequence[Asked], *, edition: str, language: str, reason: str, how: How, by: UUID, at: datetime
) -> list[UUID]:
    """Record for each of `asked` that it will not be signed, and why. Raises Refused, with why."""
    with writing():
        given = {"edition": edition, "language": language, "reason": reason}
        return [refuse(one, **given, how=how, by=by, at=at) for one in asked]


def make_link(person: UUID, *, at: datetime) -> str:
    """A new link with which this person signs without an account; answers its path."""
    with writing():
        return links.path_for(SigningLink.objects.create(person_id=person, made_at=at).id)


def close_link(link: UUID, *, at: datetime) -> None:
    """From now on the link opens nothing more."""
    with writing():
        SigningLink.objects.filter(id=link, used_at=None).update(used_at=at)
