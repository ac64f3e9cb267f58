"""Every read of consults: who asked and who was asked see one, nobody else does."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from keyzer import protocol
from keyzer.consent import queries as consent
from keyzer.consults.models import Consult, Guidance
from keyzer.evidence import queries as evidence
from keyzer.evidence.queries import ItemView
from keyzer.kit.prepared import prepared
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people
from keyzer.protocol import (
    APPROVING,
    ConsultAct,
    ConsultAnswer,
    ConsultEvent,
    ConsultPhase,
    ConsultState,
    ImagePurpose,
    Viewer,
)


class Line(NamedTuple):
    """A consult in a list; `other` is who answers it, or for who answers who asked."""

    id: UUID
    other: str
    platform: str
    asked_at: datetime
    due_at: datetime
    was_late: bool
    phase: ConsultPhase
    answer: ConsultAnswer | None


class Told(NamedTuple):
    """One thing that was recorded of a consult, and the name of who did it."""

    at: datetime
    by: str
    event: ConsultEvent


class Page(NamedTuple):
    """A consult as one of its two sides sees it. `code` is of what was approved, empty when nothing was."""

    id: UUID
    state: ConsultState
    version: int
    asker: str
    holder: str
    due_at: datetime
    asked_at: datetime
    history: tuple[Told, ...]
    pictures: tuple[ItemView, ...]
    code: str
    is_asker: bool
    may: frozenset[ConsultAct]
    may_guide: bool


class Shown(NamedTuple):
    """The names of who can be recognised in the pictures; `hidden` of those of them who may not be shown for that."""

    purpose: ImagePurpose
    names: list[str]
    hidden: list[str]


class Advice(NamedTuple):
    """Guidance as everybody at work reads it; `language` is that of the words, Dutch where nothing else was written."""

    id: UUID
    article: str
    question: str
    answer: str
    language: str
    published_at: datetime
    by: UUID


class LastAnswer(NamedTuple):
    """The newest answer to somebody about a platform."""

    consult: UUID
    answer: ConsultAnswer
    at: datetime


def own(viewer: Viewer) -> list[Line]:
    """What this person asked, newest first."""
    return _lines(Consult.objects.filter(asker_id=UUID(viewer.id)).order_by("-asked_at"), "holder_id")


def to_answer(viewer: Viewer) -> list[Line]:
    """What waits for this person's answer, the soonest first."""
    waiting = [consult for (consult,) in _asked_of(UUID(viewer.id))]
    return _lines(Consult.objects.filter(id__in=waiting).order_by("due_at"), "asker_id") if waiting else []


@prepared
def _asked_of(holder: UUID) -> QuerySet[Consult, tuple[UUID]]:
    """Looked for on every front page of staff, and mostly there is none."""
    return Consult.objects.filter(holders__person_id=holder, phase=ConsultPhase.OPEN).values_list("id")


def who_owe_before(until: datetime) -> set[UUID]:
    """Everybody who is asked and owes an answer before this moment."""
    rows = Consult.objects.filter(phase=ConsultPhase.OPEN, due_at__lt=until)
    return set(rows.values_list("holders__person_id", flat=True))


def answered_by(viewer: Viewer) -> list[Line]:
    """What this person answered, newest first."""
    rows = Consult.objects.filter(holder_id=UUID(viewer.id)).exclude(phase=ConsultPhase.OPEN)
    return _lines(rows.order_by("-ended_at"), "asker_id")


def last_answer(person: UUID, platform: str = "") -> LastAnswer | None:
    """The newest answer that somebody got, about a platform or about any; None when there is none."""
    rows = Consult.objects.filter(asker_id=person, phase=ConsultPhase.ANSWERED, ended_at__isnull=False)
    row = (rows.filter(platform=platform) if platform else rows).order_by("-ended_at").first()
    return LastAnswer(row.id, ConsultAnswer(row.answer), row.ended_at) if row and row.ended_at else None


def approved_as(person: UUID, text: str) -> LastAnswer | None:
    """The approval of exactly this text without pictures, asked by this person; None when there is none."""
    wanted = protocol.approved_digest(text, ())
    rows = Consult.objects.filter(asker_id=person, answer__in=APPROVING).order_by("-ended_at")[:50]
    for row, told in ((row, ledger.read(row.id)) for row in rows):
        state = _replayed(row, [protocol.decode_consult_event(one.content) for one in told])
        if state.answered and state.answered.digest == wanted and row.ended_at:
            return LastAnswer(row.id, state.answered.answer, row.ended_at)
    return None


def page(viewer: Viewer, consult: UUID) -> Page | None:
    """One consult; None for who neither asked nor was asked."""
    person = UUID(viewer.id)
    row = Consult.objects.filter(id=consult).filter(Q(asker_id=person) | Q(holders__person_id=person)).first()
    told = ledger.read(consult) if row else []
    if row is None or not told:
        return None
    events = [protocol.decode_consult_event(one.content) for one in told]
    state = _replayed(row, events)
    names = people.names({row.asker_id, row.holder_id, *(one.by for one in told if one.by)})
    history = (Told(one.at, names.get(one.by, "") if one.by else "", e) for one, e in zip(told, events, strict=True))
    return Page(
        id=row.id,
        state=state,
        version=len(told),
        asker=names.get(row.asker_id, ""),
        holder=names.get(row.holder_id, ""),
        due_at=row.due_at,
        asked_at=row.asked_at,
        history=tuple(history),
        pictures=tuple(evidence.items_of([consult])),
        code=protocol.approval_code(state.answered.digest) if state.answered and state.answered.digest else "",
        is_asker=row.asker_id == person,
        may=frozenset(act for act in ConsultAct if not protocol.consult_barred(state, act, viewer.id)),
        may_guide=row.holder_id == person and state.phase is ConsultPhase.ANSWERED,
    )


def shown(state: ConsultState, on: date) -> Shown | None:
    """Who can be recognised in the pictures, as of a day; None while nobody told."""
    if state.shows is None:
        return None
    names = people.names(map(UUID, state.shows.persons))
    hidden = unshown(state, on)
    return Shown(state.shows.purpose, sorted(names.values()), sorted(names[one] for one in hidden if one in names))


def unshown(state: ConsultState, on: date) -> list[UUID]:
    """Who can be recognised in the pictures and may not be shown for that on a day."""
    if state.shows is None:
        return []
    return consent.not_among(state.shows.purpose, map(UUID, state.shows.persons), on)


def guidance(language: str = "nl") -> list[Advice]:
    """All that staff may learn from answers, by article, in a language where it was written in that."""
    return [_advice(row, language) for row in Guidance.objects.order_by("article", "-published_at")]


def _replayed(row: Consult, events: list[ConsultEvent]) -> ConsultState:
    return protocol.replay_consult(str(row.asker_id), events)


def _advice(row: Guidance, language: str) -> Advice:
    is_english = language.startswith("en") and bool(row.question_en)
    words = (row.question_en, row.answer_en, "en") if is_english else (row.question, row.answer, "nl")
    return Advice(row.id, row.article, *words, row.published_at, row.by_id)


def _lines(rows: QuerySet[Consult], other: str) -> list[Line]:
    found = list(rows[:50])
    names = people.names(getattr(row, other) for row in found)
    return [
        Line(
            id=row.id,
            other=names.get(getattr(row, other), ""),
            platform=row.platform,
            asked_at=row.asked_at,
            due_at=row.due_at,
            was_late=row.late_at is not None,
            phase=ConsultPhase(row.phase),
            answer=ConsultAnswer(row.answer) if row.answer else None,
        )
        for row in found
    ]
