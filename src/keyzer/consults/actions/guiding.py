"""An answer becomes guidance that everybody at work can read, told anew and without names; and goes again."""

from datetime import datetime
from uuid import UUID

import msgspec

from keyzer import protocol
from keyzer.consults.guidance_events import STREAM, Published, TakenBack, entry
from keyzer.consults.models import Consult, Guidance
from keyzer.consults.refusals import NamesSomebody, NotAllowed
from keyzer.kit.clock import local
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.people import queries as people
from keyzer.protocol import ConsultPhase, Role, Viewer

TAKES_BACK = (Role.DIRECTEUR, Role.BESTUUR)


def publish(consult: UUID, told: Published, *, by: Viewer, at: datetime) -> UUID:
    """Let everybody at work learn from an answer that one gave oneself; nothing points back to the consult.

    Raises NotAllowed, NamesSomebody, KeyError for an article that the edition lacks.
    """
    given = Consult.objects.filter(id=consult, holder_id=UUID(by.id), phase=ConsultPhase.ANSWERED)
    if not given.exists():
        raise NotAllowed("only who answered makes guidance of the answer")
    protocol.in_force(local(at).date()).article(told.article)
    for field in ("question", "answer", "question_en", "answer_en"):
        if names := people.named_in(getattr(told, field)):
            raise NamesSomebody(field, names)
    with writing():
        guidance = ledger.begin_stream(STREAM, [entry(told)], by=UUID(by.id), at=at)
        row = Guidance(id=guidance, **msgspec.structs.asdict(told), published_at=at, by_id=UUID(by.id))
        row.save(force_insert=True)
    return guidance


def take_back(guidance: UUID, *, by: Viewer, at: datetime) -> None:
    """Show guidance no longer; who published it or leads the school does. Raises NotAllowed."""
    with writing():
        row = Guidance.objects.select_for_update().filter(id=guidance).first()
        if row is None:
            return
        if row.by_id != UUID(by.id) and not by.holds(*TAKES_BACK):
            raise NotAllowed("only who published it, or who leads the school, takes guidance back")
        ledger.append(guidance, [entry(TakenBack())], seen=1, by=UUID(by.id), at=at)
        row.delete()
