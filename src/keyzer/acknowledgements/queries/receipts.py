"""What somebody said about the protocol, to keep as proof."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer.acknowledgements.checks import Asked
from keyzer.acknowledgements.models import Signature
from keyzer.acknowledgements.words import How, State
from keyzer.people import queries as people
from keyzer.protocol import Audience


class Receipt(NamedTuple):
    """One signature, refusal or withdrawal in full; `name` is of whom it is for, `stands` whether it is the last."""

    id: UUID
    asked: Asked
    name: str
    signer_name: str
    state: State
    edition: str
    edition_digest: str
    document_digest: str
    language: str
    at: datetime
    how: How
    stands: bool


def receipt(signer: UUID, signature: UUID) -> Receipt | None:
    """The receipt of a signature, for who put it and nobody else."""
    row = Signature.objects.filter(id=signature, signer_id=signer).first()
    if row is None:
        return None
    names = people.names({row.signer_id, row.on_behalf_of_id})
    return Receipt(
        row.id,
        Asked(row.signer_id, row.on_behalf_of_id, Audience(row.audience)),
        names[row.on_behalf_of_id],
        names[row.signer_id],
        State(row.state),
        row.edition,
        row.edition_digest,
        row.document_digest,
        row.language,
        row.at,
        How(row.how),
        row.ended_at is None,
    )
