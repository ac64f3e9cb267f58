"""How a signature becomes a row and a line of the ledger; the newest of a person stands, the one before has ended."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError
from django.db.models import QuerySet

from keyzer.acknowledgements.checks import Asked, Said
from keyzer.acknowledgements.events import PERSON, AnyEvent, entries
from keyzer.acknowledgements.models import AdoptedDocument, Sheet, Signature
from keyzer.acknowledgements.words import State
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import queries as history
from keyzer.protocol import Audience, Edition

R = TypeVar("R")
TRIES = 5
ROWS_A_STATEMENT = 500


def together(act: Callable[[], R]) -> R:
    """One transaction; once more when somebody wrote the same row at the same moment, who is then found."""
    for _ in range(TRIES - 1):
        try:
            with writing():
                return act()
        except IntegrityError:
            continue
    with writing():
        return act()


def new_row(asked: Asked, edition: Edition, document: str, said: Said, state: State) -> Signature:
    """A signature that is not written yet; it has no history so far."""
    return Signature(
        signer_id=asked.signer,
        on_behalf_of_id=asked.on_behalf_of,
        audience=asked.audience.value,
        edition=edition.id,
        edition_digest=edition.digest,
        document_digest=document,
        language=said.language,
        at=said.at,
        how=said.how.value,
        state=state.value,
        by_id=said.by,
    )


def standing(asked: Asked, counting: Sequence[str]) -> Signature | None:
    """What this signer said last of an edition that counts."""
    return _standing(asked, counting).order_by("-at").first()


def write(row: Signature, event: AnyEvent, counting: Sequence[str]) -> UUID:
    """Let the row stand from now on, in the history of who it is about. Call `locked` first."""
    asked = Asked(row.signer_id, row.on_behalf_of_id, Audience(row.audience))
    _standing(asked, counting).update(ended_at=row.at)
    row.stream = Sheet.objects.values_list("stream", flat=True).get(person_id=row.on_behalf_of_id)
    ledger.append(row.stream, entries([event]), seen=history.version(row.stream), by=row.by_id, at=row.at)
    row.save(force_insert=True)
    return row.id


def locked(person: UUID, at: datetime) -> None:
    """Let nobody else write about this person until the transaction ends; the first time, open the history."""
    if Sheet.objects.select_for_update().filter(person_id=person).first() is None:
        Sheet.objects.create(person_id=person, stream=ledger.open_stream(PERSON, at=at))


def current_document() -> str:
    """The digest of the adopted document, or nothing when none is attached."""
    newest = AdoptedDocument.objects.order_by("-attached_at", "-id").values_list("sha256", flat=True)
    return newest.first() or ""


def document_of(digest: str) -> UUID:
    """The document with this digest that was attached last. Raises IndexError."""
    return AdoptedDocument.objects.filter(sha256=digest).order_by("-attached_at", "-id").values_list("id", flat=True)[0]


def _standing(asked: Asked, counting: Sequence[str]) -> QuerySet[Signature]:
    return Signature.objects.filter(
        signer_id=asked.signer,
        on_behalf_of_id=asked.on_behalf_of,
        audience=asked.audience,
        edition__in=counting,
        ended_at=None,
    )


def parts(whole: Sequence[R], size: int = ROWS_A_STATEMENT) -> Iterator[Sequence[R]]:
    """The same in pieces that a database takes at a time."""
    return (whole[start : start + size] for start in range(0, len(whole), size))
