"""The paper that the school adopted, laid beside our text."""

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from keyzer.acknowledgements.events import DOCUMENT, Attached, entries
from keyzer.acknowledgements.models import AdoptedDocument
from keyzer.kit.ids import new_id
from keyzer.kit.writing import writing
from keyzer.ledger import actions as ledger
from keyzer.ledger import files

from . import rows

PDF = b"%PDF-"
MOST_BYTES = 25_000_000


class NotADocument(Exception):
    """The file is no PDF, or too big to be shown; the message says what to do."""


def attach_document(content: bytes, name: str, *, by: UUID | None, at: datetime) -> UUID:
    """Lay the adopted document beside the text; from now on each signature binds its digest too. Answers its id.

    The document that is there already is left as it is. Raises NotADocument.
    """
    if not content.startswith(PDF):
        raise NotADocument(f"`{name}` is no PDF: save the document as PDF and attach that")
    if len(content) > MOST_BYTES:
        raise NotADocument(f"`{name}` has {len(content):,} bytes and may have {MOST_BYTES:,}: make it smaller")
    with writing():
        digest = sha256(content).hexdigest()
        if digest == rows.current_document():
            return rows.document_of(digest)
        return _attach(content, name, by, at)


def _attach(content: bytes, name: str, by: UUID | None, at: datetime) -> UUID:
    document = ledger.open_stream(DOCUMENT, at=at, stream=new_id())
    incoming = files.Incoming()
    incoming.write(content)
    kept = incoming.keep(document)
    try:
        event = Attached(name=name, file=kept.id, sha256=kept.sha256, size=kept.size)
        ledger.append(document, entries([event]), seen=0, by=by, at=at)
        row = AdoptedDocument(id=document, name=name, sha256=kept.sha256, file=kept.id, size=kept.size)
        row.attached_at, row.by_id = at, by
        row.save(force_insert=True)
    except BaseException:
        files.remove(kept.id)
        raise
    return document
