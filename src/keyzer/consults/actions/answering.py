"""Who was asked answers, or lets another do so; what lies too long goes to a second person by itself."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.consults.models import Consult, Holder
from keyzer.consults.queries import unshown
from keyzer.consults.refusals import NobodyToAsk, Refused
from keyzer.consults.terms import answer_due
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.protocol import (
    APPROVING,
    ConsultAct,
    ConsultAnswer,
    ConsultAnswered,
    ConsultPassedOn,
    ConsultPhase,
    PassedBecause,
    Viewer,
)

from .asking import receiver
from .rows import Held, hold, record, require, tell
from .showing import register


class Draft(NamedTuple):
    """An answer as a manager gives it."""

    answer: ConsultAnswer
    words: str
    conditions: str
    articles: tuple[str, ...]


def answer(consult: UUID, draft: Draft, *, seen: int, by: Viewer, at: datetime) -> None:
    """Say yes, yes if, or no; what is approved is pinned by its digest. Raises NotAllowed, Refused, Moved."""
    edition = protocol.in_force(clock.local(at).date())
    with writing():
        held = hold(consult)
        require(held, ConsultAct.ANSWER, UUID(by.id))
        hidden = set(map(str, unshown(held.state, clock.local(at).date())))
        said = {"words": draft.words, "conditions": draft.conditions}
        cited, lacks = draft.articles, bool(hidden)
        if reasons := protocol.reply_barred(edition, draft.answer, **said, articles=cited, lacks_consent=lacks):
            raise Refused(reasons)
        wanted, approves = held.state.wanted, draft.answer in APPROVING
        digest = protocol.approved_digest(wanted.draft, wanted.files) if approves else ""
        event = ConsultAnswered(answer=draft.answer, **said, articles=draft.articles, digest=digest)
        record(held, event, seen=seen, by=UUID(by.id), at=at)
        held.row.phase, held.row.answer, held.row.ended_at = ConsultPhase.ANSWERED, draft.answer, at
        held.row.holder_id = UUID(by.id)
        held.row.save(update_fields=["phase", "answer", "ended_at", "holder"])
        if approves and (shows := held.state.shows):
            register(held, shows.purpose, set(shows.persons) - hidden, digest, by=by, at=at)
        tell(held.row.asker_id, consult, by=UUID(by.id), at=at)


def step_aside(consult: UUID, *, by: Viewer, at: datetime) -> None:
    """Let another answer, being party to it oneself. Raises NotAllowed, Refused, NobodyToAsk."""
    with writing():
        held = hold(consult)
        require(held, ConsultAct.STEP_ASIDE, UUID(by.id))
        _pass_on(held, PassedBecause.PARTY, by=UUID(by.id), at=at)


def pass_on_late(now: datetime) -> int:
    """Let a second person answer what was not answered in time, once; answers how many went on."""
    late = Consult.objects.filter(phase=ConsultPhase.OPEN, due_at__lt=now, late_at=None)
    return sum(_pass_on_one(consult, now) for consult in late.values_list("id", flat=True))


def _pass_on_one(consult: UUID, now: datetime) -> bool:
    with writing():
        held = hold(consult)
        if held.row.phase != ConsultPhase.OPEN or held.row.late_at is not None or held.row.due_at >= now:
            return False
        held.row.late_at = now
        try:
            _pass_on(held, PassedBecause.LATE, by=None, at=now)
        except NobodyToAsk:
            held.row.save(update_fields=["late_at"])
            return False
    return True


def _pass_on(held: Held, because: PassedBecause, *, by: UUID | None, at: datetime) -> None:
    """The next above, or who stands in, none of whom was asked already."""
    without = {UUID(one) for one in (*held.state.holders, *held.state.parties)}
    to = receiver(held.row.asker_id, clock.local(at).date(), without)
    party = str(by) if because is PassedBecause.PARTY else None
    record(held, ConsultPassedOn(to=str(to), because=because, by_party=party), seen=held.version, by=by, at=at)
    if by is not None:
        Holder.objects.filter(consult=held.row, person_id=by).delete()
    held.row.holder_id, held.row.due_at = to, answer_due(at)
    held.row.save(update_fields=["holder", "due_at", "late_at"])
    Holder.objects.get_or_create(consult=held.row, person_id=to)
    tell(to, held.row.id, by=by, at=at)
