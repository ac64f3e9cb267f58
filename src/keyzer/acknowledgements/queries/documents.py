"""The adopted document beside our text, for everybody."""

import hashlib
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer.acknowledgements.models import AdoptedDocument
from keyzer.ledger import files


class DocumentAltered(files.FileProblem):
    """The kept file is not the one that was attached: it is not handed out."""


class Document(NamedTuple):
    """The document that was attached last; `sha256` is what signatures bind."""

    id: UUID
    name: str
    sha256: str
    size: int
    attached_at: datetime


def document() -> Document | None:
    """The adopted document, or None while the school attached none."""
    rows = AdoptedDocument.objects.order_by("-attached_at", "-id")
    row = rows.values_list("id", "name", "sha256", "size", "attached_at").first()
    return Document(*row) if row else None


def document_content(document_id: UUID) -> bytes:
    """The file, hashed anew. Raises DocumentAltered, files.FileProblem, AdoptedDocument.DoesNotExist."""
    file, digest = AdoptedDocument.objects.values_list("file", "sha256").get(id=document_id)
    content = b"".join(files.content(document_id, file))
    if hashlib.sha256(content).hexdigest() != digest:
        raise DocumentAltered(f"the file of document `{document_id}` was altered: restore it from a backup")
    return content
