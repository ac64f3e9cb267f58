"""Reads of what was told to the confidential adviser: for that adviser and for who told it, and for nobody else."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.intake import events
from keyzer.intake.events import Answered, Noted
from keyzer.intake.models import Confidence
from keyzer.kit import clock
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people

from .sealing import pointer

PAGE = 50


class Turn(NamedTuple):
    """Something that was said or noted in the conversation."""

    by_adviser: bool
    is_note: bool
    words: str
    at: datetime


class Talk(NamedTuple):
    """A conversation as one of the two sees it; notes are there for the adviser alone."""

    id: UUID
    adviser: str
    person: str
    opened_at: datetime
    waits: bool
    version: int
    turns: list[Turn]
    by_adviser: bool


def advisers() -> list[tuple[UUID, str]]:
    """Whom somebody can turn to today, by name."""
    found = people.names(people.holders(protocol.Role.VERTROUWENSPERSOON, clock.today()))
    return sorted(found.items(), key=lambda one: one[1])


class WaitingTalk(NamedTuple):
    """A conversation in which somebody waits for the adviser; whose it is shows only when it is opened."""

    id: UUID
    opened_at: datetime


def talks_waiting_for(viewer: protocol.Viewer, limit: int) -> list[WaitingTalk]:
    """In which conversations this adviser owes an answer, the oldest first; none for who is no adviser."""
    if not viewer.holds(protocol.Role.VERTROUWENSPERSOON):
        return []
    rows = Confidence.objects.filter(adviser_id=UUID(viewer.id), waits=True).order_by("id")
    return [WaitingTalk(*row) for row in rows.values_list("id", "opened_at")[:limit]]


def talks_of(viewer: protocol.Viewer) -> list[Talk]:
    """The conversations of this person, as adviser or as who told something, newest first, without what was said."""
    person, rows = UUID(viewer.id), Confidence.objects.order_by("-id")
    own = [row for row in rows if _is_of(row, person)][:PAGE]
    names = people.names(row.adviser_id for row in own)
    told_by = _tellers([row.id for row in own if row.adviser_id == person])
    return [
        Talk(
            row.id,
            names.get(row.adviser_id, ""),
            told_by.get(row.id, ""),
            row.opened_at,
            row.waits,
            row.version,
            [],
            by_adviser=row.adviser_id == person,
        )
        for row in own
    ]


def talk(viewer: protocol.Viewer, wanted: UUID) -> Talk | None:
    """One conversation with all that was said; None for everybody else, and when it was erased."""
    person = UUID(viewer.id)
    row = Confidence.objects.filter(id=wanted).first()
    recorded = ledger.read(wanted) if row and _is_of(row, person) else []
    if row is None or not recorded:
        return None
    by_adviser = row.adviser_id == person
    names = people.names({row.adviser_id, UUID(bytes=recorded[0].content)})
    turns = [_turn(one) for one in recorded[1:]]
    return Talk(
        row.id,
        names.get(row.adviser_id, ""),
        names.get(UUID(bytes=recorded[0].content), ""),
        row.opened_at,
        row.waits,
        row.version,
        [turn for turn in turns if by_adviser or not turn.is_note],
        by_adviser=by_adviser,
    )


def _is_of(row: Confidence, person: UUID) -> bool:
    return row.adviser_id == person or bytes(row.pointer) == pointer(row.id, person)


def _tellers(talks: list[UUID]) -> dict[UUID, str]:
    who = {one: UUID(bytes=history[0].content) for one, history in ledger.read_many(talks).items()}
    names = people.names(who.values())
    return {one: names.get(person, "") for one, person in who.items()}


def _turn(recorded: ledger.Recorded) -> Turn:
    event = events.read_confided(recorded.content)
    is_note = isinstance(event, Noted)
    return Turn(is_note or isinstance(event, Answered), is_note, event.words, recorded.at)
