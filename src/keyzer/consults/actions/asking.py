"""Who is in doubt asks, changes what was asked, or asks no more."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.consults.models import Consult, Holder
from keyzer.consults.refusals import NobodyToAsk, NotAllowed
from keyzer.consults.terms import answer_due
from keyzer.evidence import actions as evidence
from keyzer.evidence.kinds import Kind
from keyzer.kit import clock
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger.files import Incoming
from keyzer.people import queries as people
from keyzer.protocol import ConsultAct, ConsultAsked, ConsultPhase, ConsultRevised, ConsultWithdrawn, Viewer, Wanted

from .rows import STREAM, entry, hold, record, require, tell


class Attachment(NamedTuple):
    """A picture that goes with a draft, judged already."""

    incoming: Incoming
    kind: Kind
    name: str


def receiver(asker: UUID, on: date, without: Collection[UUID] = ()) -> UUID:
    """Who answers, as the protocol has it, of the people of today. Raises NobodyToAsk."""
    away = {str(person): str(deputy) for person, deputy in people.deputies(on).items()}
    above = [str(person) for person in people.line_above(asker, on)]
    found = protocol.who_answers(str(asker), above, away, {str(person) for person in without})
    if found is None:
        raise NobodyToAsk("everybody who could answer is away or party: ask the board in person")
    return UUID(found)


def ask(
    wanted: Wanted,
    question: str,
    *,
    about_manager: bool = False,
    pictures: Sequence[Attachment] = (),
    by: Viewer,
    at: datetime,
) -> UUID:
    """Ask who answers for one's work before something is published (personeel-1); answers the consult's id.

    With `about_manager` the line manager is party to it and another is asked. Raises NotAllowed, NobodyToAsk.
    """
    if not by.holds(*people.AT_WORK):
        raise NotAllowed("only who has a task at the school asks a manager")
    asker, consult = UUID(by.id), new_id()
    passed = {receiver(asker, clock.local(at).date())} if about_manager else set()
    to = receiver(asker, clock.local(at).date(), passed)
    with writing():
        ledger.begin_stream(STREAM, (), by=asker, at=at, stream=consult)
        kept = [evidence.keep(one.incoming, one.kind, one.name, stream=consult, by=asker, at=at) for one in pictures]
        said = _with_files(wanted, [one.sha256 for one in kept])
        asked = ConsultAsked(wanted=said, question=question, to=str(to), not_to=next(map(str, passed), None))
        ledger.append(consult, [entry(asked)], seen=0, by=asker, at=at)
        _row(consult, asker, to, wanted.platform, at).save(force_insert=True)
        Holder.objects.create(consult_id=consult, person_id=to)
        tell(to, consult, by=asker, at=at)
    return consult


def revise(consult: UUID, draft: str, *, seen: int, by: Viewer, at: datetime) -> None:
    """Let the draft read otherwise, before it was answered. Raises NotAllowed, Refused, Moved."""
    with writing():
        held = hold(consult)
        require(held, ConsultAct.REVISE, UUID(by.id))
        was = held.state.wanted
        wanted = Wanted(draft=draft, platform=was.platform, place=was.place, capacity=was.capacity, files=was.files)
        record(held, ConsultRevised(wanted=wanted), seen=seen, by=UUID(by.id), at=at)


def withdraw(consult: UUID, *, by: Viewer, at: datetime) -> None:
    """Ask no more. Raises NotAllowed, Refused."""
    with writing():
        held = hold(consult)
        require(held, ConsultAct.WITHDRAW, UUID(by.id))
        held.row.phase, held.row.ended_at = ConsultPhase.WITHDRAWN, at
        held.row.save(update_fields=["phase", "ended_at"])
        record(held, ConsultWithdrawn(), seen=held.version, by=UUID(by.id), at=at)


def _with_files(wanted: Wanted, files: Sequence[str]) -> Wanted:
    return Wanted(
        draft=wanted.draft,
        platform=wanted.platform,
        place=wanted.place,
        capacity=wanted.capacity,
        files=tuple(dict.fromkeys(files)),
    )


def _row(consult: UUID, asker: UUID, to: UUID, platform: str, at: datetime) -> Consult:
    row = Consult(id=consult, asker_id=asker, holder_id=to, platform=platform, asked_at=at)
    row.due_at, row.phase = answer_due(at), ConsultPhase.OPEN
    return row
