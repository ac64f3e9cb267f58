"""How answers become rows and lines of the history of the person they are about."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer.consent.events import PERSON, Answered, entries
from keyzer.consent.models import Answer, ConsentHistory
from keyzer.consent.words import How, school_year
from keyzer.kit.clock import local
from keyzer.ledger import actions as ledger
from keyzer.ledger import queries as history
from keyzer.protocol import ImagePurpose, ImageSaid


class Given(NamedTuple):
    """What somebody says for one purpose, and when that was."""

    signer: UUID
    purpose: ImagePurpose
    said: ImageSaid
    at: datetime


def locked(person: UUID, at: datetime) -> UUID:
    """The history of one person, while nobody else writes in it; the first time it is opened."""
    row = ConsentHistory.objects.select_for_update().filter(person_id=person).first()
    if row is None:
        row = ConsentHistory.objects.create(person_id=person, stream=ledger.open_stream(PERSON, at=at))
    return row.stream


def standing(person: UUID, given: Given) -> Answer | None:
    """What the same signer said before for the same purpose and year."""
    same = {"signer_id": given.signer, "purpose": given.purpose, "school_year": school_year(local(given.at).date())}
    return Answer.objects.filter(person_id=person, ended_at=None, **same).first()


def write(person: UUID, given: Sequence[Given], how: How, *, by: UUID | None, at: datetime) -> list[Given]:
    """Let these answers stand from now on; answers which of them are news. Call within one transaction."""
    stream = locked(person, at)
    news, told = list[Given](), list[Answered]()
    for one in given:
        before = standing(person, one)
        if before and (before.at > one.at or not _is_news(before, one)):
            continue
        if before:
            Answer.objects.filter(id=before.id).update(ended_at=at)
        year = school_year(local(one.at).date())
        Answer.objects.create(
            person_id=person, signer_id=one.signer, purpose=one.purpose, said=one.said,
            school_year=year, at=one.at, how=how, by_id=by,
        )  # fmt: skip
        news.append(one)
        told.append(
            Answered(signer=one.signer, purpose=one.purpose, said=one.said, school_year=year, at=one.at, how=how)
        )
    if told:
        ledger.append(stream, entries(told), seen=history.version(stream), by=by, at=at)
    return news


def _is_news(before: Answer, one: Given) -> bool:
    """The same word is said anew once somebody else has said another since."""
    if before.said != one.said:
        return True
    same = {"person_id": before.person_id, "purpose": before.purpose, "school_year": before.school_year}
    others = Answer.objects.filter(**same, ended_at=None, at__gt=before.at).exclude(signer_id=before.signer_id)
    return others.exclude(said=one.said).exists()
