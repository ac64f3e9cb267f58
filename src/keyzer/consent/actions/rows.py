"""How answers become rows and lines of the history of the person they are about."""

from collections.abc import Collection, Mapping, Sequence
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

ROWS_A_STATEMENT = 500


class Given(NamedTuple):
    """What somebody says for one purpose, and when that was."""

    signer: UUID
    purpose: ImagePurpose
    said: ImageSaid
    at: datetime


class Standing(NamedTuple):
    """What stands of a signer for one purpose."""

    id: UUID
    signer: UUID
    said: str
    at: datetime


Place = tuple[UUID, str]
"""A person in the picture, and a purpose."""


def write(given: Mapping[UUID, Sequence[Given]], how: How, *, by: UUID | None, at: datetime) -> dict[UUID, list[Given]]:
    """Let these answers stand from now on; answers which of them are news, by person. Call within one transaction.

    The rows of all people together take as many statements as those of one; a history is written for each.
    """
    streams = _locked(given)
    standing = _standing(given, at)
    fresh, ended = dict[UUID, list[Given]](), list[UUID]()
    for person, said in given.items():
        for one in said:
            others = standing.get((person, one.purpose), [])
            before = next((row for row in others if row.signer == one.signer), None)
            if before and (before.at > one.at or not _is_news(before, others, one)):
                continue
            ended += [before.id] if before else []
            fresh.setdefault(person, []).append(one)
    _keep(fresh, ended, how, by, at)
    _tell(fresh, streams, how, by, at)
    return fresh


def _is_news(before: Standing, others: Sequence[Standing], one: Given) -> bool:
    """The same word is said anew once somebody else has said another since."""
    later = (row for row in others if row.signer != one.signer and row.at > before.at)
    return before.said != one.said or any(row.said != one.said for row in later)


def _locked(persons: Collection[UUID]) -> dict[UUID, UUID]:
    """The histories of these people, while nobody else writes in them; who has none yet is absent."""
    rows = ConsentHistory.objects.select_for_update().order_by("person_id")
    found = rows.filter(person_id__in=persons) if len(persons) <= ROWS_A_STATEMENT else rows
    return dict(found.values_list("person_id", "stream"))


def _standing(persons: Collection[UUID], at: datetime) -> dict[Place, list[Standing]]:
    rows = Answer.objects.filter(school_year=school_year(local(at).date()), ended_at=None)
    found: dict[Place, list[Standing]] = {}
    some = rows.filter(person_id__in=persons) if len(persons) <= ROWS_A_STATEMENT else rows
    for person, purpose, *row in some.values_list("person_id", "purpose", "id", "signer_id", "said", "at"):
        found.setdefault((person, purpose), []).append(Standing._make(row))
    return found


def _keep(
    fresh: Mapping[UUID, Sequence[Given]], ended: Sequence[UUID], how: How, by: UUID | None, at: datetime
) -> None:
    for start in range(0, len(ended), ROWS_A_STATEMENT):
        Answer.objects.filter(id__in=ended[start : start + ROWS_A_STATEMENT]).update(ended_at=at)
    rows = [
        Answer(
            person_id=person, signer_id=one.signer, purpose=one.purpose, said=one.said,
            school_year=school_year(local(one.at).date()), at=one.at, how=how, by_id=by,
        )
        for person, said in fresh.items()
        for one in said
    ]  # fmt: skip
    Answer.objects.bulk_create(rows, ROWS_A_STATEMENT)


def _tell(
    fresh: Mapping[UUID, Sequence[Given]], streams: Mapping[UUID, UUID], how: How, by: UUID | None, at: datetime
) -> None:
    """Write it in the history of each person; the first time one is opened."""
    begun = []
    for person, said in fresh.items():
        told = entries([_answered(one, how) for one in said])
        if person in streams:
            ledger.append(streams[person], told, seen=history.version(streams[person]), by=by, at=at)
        else:
            stream = ledger.begin_stream(PERSON, told, by=by, at=at)
            begun.append(ConsentHistory(person_id=person, stream=stream))
    ConsentHistory.objects.bulk_create(begun, ROWS_A_STATEMENT)


def _answered(one: Given, how: How) -> Answered:
    year = school_year(local(one.at).date())
    return Answered(signer=one.signer, purpose=one.purpose, said=one.said, school_year=year, at=one.at, how=how)
