"""Every write of the handbook: a question that somebody asked becomes one that everybody can read, and goes again.

Nothing is carried over from the doubt itself: who publishes it tells it anew, so that nobody is known by his words.
"""

from datetime import datetime
from uuid import UUID

import msgspec

from keyzer import protocol
from keyzer.kit import clock
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.people import queries as people

from .events import STREAM, Published, TakenBack, entry
from .models import AskedQuestion


class NotAllowed(Exception):
    """This person may not decide what everybody reads."""


class UnknownArticle(Exception):
    """The edition in force has no such article."""


class NamesSomebody(Exception):
    """Somebody of the school can be read in it: `field` is where, `names` are whose."""

    def __init__(self, field: str, names: list[str]) -> None:
        super().__init__(f"`{field}` names `{', '.join(names)}`: tell it without names")
        self.field = field
        self.names = names


def publish(asked: Published, *, by: protocol.Viewer, at: datetime) -> UUID:
    """Let everybody read a question with its answer (leerlingen-5); answers its id.

    Raises NotAllowed, UnknownArticle, NamesSomebody.
    """
    _require_right(by)
    if asked.article not in protocol.in_force(clock.local(at).date()).articles:
        raise UnknownArticle(f"there is no article `{asked.article}`: choose one of the edition in force")
    told = msgspec.structs.asdict(asked)
    for field in ("question_nl", "answer_nl", "question_en", "answer_en"):
        if names := people.named_in(told[field]):
            raise NamesSomebody(field, names)
    with writing():
        question = ledger.begin_stream(STREAM, [entry(asked)], by=UUID(by.id), at=at)
        AskedQuestion(id=question, **told, published_at=at, by_id=UUID(by.id)).save(force_insert=True)
    return question


def take_back(question: UUID, *, by: protocol.Viewer, at: datetime) -> None:
    """Show a question no longer; one that is gone already stays so. Raises NotAllowed."""
    _require_right(by)
    with writing():
        row = AskedQuestion.objects.select_for_update().filter(id=question).first()
        if row is not None:
            ledger.append(question, [entry(TakenBack())], seen=1, by=UUID(by.id), at=at)
            row.delete()


def _require_right(by: protocol.Viewer) -> None:
    if not protocol.may_publish_questions(by):
        raise NotAllowed("only a coordinator, the safety coordinator or the director publishes questions")
