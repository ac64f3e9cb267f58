"""Talking to the confidential adviser. It is in no file: not in a report, an incident or a case, and can be erased."""

from datetime import datetime
from uuid import UUID

from keyzer.evidence.actions import erase_with
from keyzer.intake import events, queries
from keyzer.intake.events import Answered, Asked, Noted, Told
from keyzer.intake.models import Confidence
from keyzer.kit.addresses import address
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import queries as ledger_queries
from keyzer.ledger.actions import Conflict, Entry
from keyzer.post import actions as post

SEALED = "sealed"


def confide(words: str, *, adviser: UUID, person: UUID, at: datetime) -> UUID:
    """Begin a conversation with an adviser, and answer its id. Only the adviser can read who it is."""
    with writing():
        talk = new_id()
        first = [Entry(SEALED, person.bytes), events.confided_entry(Told(words=words))]
        ledger.begin_stream("confidence", first, by=None, at=at, stream=talk)
        mark = queries.pointer(talk, person)
        row = Confidence(id=talk, adviser_id=adviser, pointer=mark, opened_at=at, version=len(first))
        row.save(force_insert=True)
        _let_know(adviser, at)
        return talk


def confide_more(talk: UUID, words: str, *, seen: int, at: datetime) -> None:
    """Who confided writes again. Raises Conflict when words were added since `seen`."""
    _add(talk, Asked(words=words), seen=seen, by=None, at=at, waits=True)


def counsel(talk: UUID, words: str, *, seen: int, by: UUID, at: datetime) -> None:
    """The adviser answers. Raises Conflict when words were added since `seen`."""
    _add(talk, Answered(words=words), seen=seen, by=by, at=at, waits=False)


def note(talk: UUID, words: str, *, seen: int, by: UUID, at: datetime) -> None:
    """The adviser writes something down for nobody else. Raises Conflict when words were added since `seen`."""
    _add(talk, Noted(words=words), seen=seen, by=by, at=at, waits=None)


def forget_confidence(talk: UUID, *, at: datetime) -> None:
    """Let go of all that was said: the key is destroyed, and nobody can read it again."""
    with writing():
        Confidence.objects.filter(id=talk).delete()
        erase_with(talk, at=at)
        ledger.erase(talk, at=at)


def _add(talk: UUID, event: events.Confided, *, seen: int, by: UUID | None, at: datetime, waits: bool | None) -> None:
    """Append it; `waits` says whether the adviser owes an answer now, None leaves that as it is."""
    with writing():
        row = Confidence.objects.select_for_update().get(id=talk)
        if any(one.kind != "noted" for one in ledger_queries.read(talk, after=seen)):
            raise Conflict(seen, row.version)
        row.waits = row.waits if waits is None else waits
        row.version = ledger.append(talk, [events.confided_entry(event)], seen=row.version, by=by, at=at)
        row.save()
        if isinstance(event, Asked):
            _let_know(row.adviser_id, at)


def _let_know(adviser: UUID, at: datetime) -> None:
    post.queue(to=adviser, kind="waiting", path=address("intake:adviser"), by=None, at=at)
