"""One signature: put, refused or taken back."""

from datetime import datetime
from uuid import UUID

from keyzer.acknowledgements import checks
from keyzer.acknowledgements.checks import Asked, Said
from keyzer.acknowledgements.editions import Shelf, shelf
from keyzer.acknowledgements.events import Declined, Signed, TakenBack
from keyzer.acknowledgements.models import Signature
from keyzer.acknowledgements.words import How, Refused, State, Why
from keyzer.kit import clock
from keyzer.protocol import Edition

from . import rows
from .recalling import recall_answered


def sign(asked: Asked, *, edition: str, language: str, how: How, by: UUID, at: datetime) -> UUID:
    """Sign for somebody who is bound, and answer the signature's id; the same id when it stands already.

    `edition` is the one whose text was read, in `language`. Raises Refused, with why.
    """
    said, on_shelf = Said(edition, language, how, by, at), shelf(clock.local(at).date())
    return rows.together(lambda: _sign(asked, said, on_shelf))


def refuse(asked: Asked, *, edition: str, language: str, reason: str, how: How, by: UUID, at: datetime) -> UUID:
    """Record that a signature will not be put, and why; the school decides what follows. Answers its id.

    The reason is kept in the ledger alone. Raises Refused, with why.
    """
    said, on_shelf = Said(edition, language, how, by, at), shelf(clock.local(at).date())
    return rows.together(lambda: _refuse(asked, said, reason.strip(), on_shelf))


def withdraw(asked: Asked, *, reason: str, how: How, by: UUID, at: datetime) -> UUID:
    """Take a signature back, with or without a reason; answers the id of what stands since.

    Raises Refused when there is none to take back, or somebody else tries.
    """
    on_shelf = shelf(clock.local(at).date())
    return rows.together(lambda: _withdraw(asked, reason.strip(), how, by, at, on_shelf))


def _sign(asked: Asked, said: Said, on_shelf: Shelf) -> UUID:
    edition, before = _expected(asked, said, on_shelf)
    if before and before.state == State.SIGNED and _is_as_new(before.edition, said.edition, on_shelf):
        return before.id
    row = rows.new_row(asked, edition, rows.current_document(), said, State.SIGNED)
    return _answered(row, Signed(line=row.line(), how=said.how), on_shelf)


def _refuse(asked: Asked, said: Said, reason: str, on_shelf: Shelf) -> UUID:
    if not reason:
        raise Refused(Why.NO_REASON, "a refusal needs a reason: say in a few words why")
    edition, before = _expected(asked, said, on_shelf)
    if before and before.state == State.SIGNED:
        raise Refused(Why.SIGNED_ALREADY, f"`{asked.signer}` has signed: withdraw that first")
    if before and before.state == State.REFUSED:
        return before.id
    row = rows.new_row(asked, edition, rows.current_document(), said, State.REFUSED)
    return _answered(row, Declined(line=row.line(), how=said.how, reason=reason), on_shelf)


def _withdraw(asked: Asked, reason: str, how: How, by: UUID, at: datetime, on_shelf: Shelf) -> UUID:
    rows.locked(asked.on_behalf_of, at)
    before = rows.standing(asked, on_shelf.counting)
    if before and before.state == State.WITHDRAWN:
        return before.id
    if before is None or before.state != State.SIGNED:
        raise Refused(Why.NOTHING_SIGNED, f"`{asked.signer}` signed nothing that counts: there is nothing to withdraw")
    said = Said(before.edition, before.language, how, by, at)
    checks.expect_hand(asked.signer, said)
    row = rows.new_row(asked, on_shelf.editions[before.edition], before.document_digest, said, State.WITHDRAWN)
    return rows.write(row, TakenBack(line=row.line(), how=how, reason=reason), on_shelf.counting)


def _answered(row: Signature, event: Signed | Declined, on_shelf: Shelf) -> UUID:
    """Let it stand, and send no reminder any more to who owes nothing else."""
    written = rows.write(row, event, on_shelf.counting)
    recall_answered({row.signer_id}, row.at)
    return written


def _expected(asked: Asked, said: Said, on_shelf: Shelf) -> tuple[Edition, Signature | None]:
    """The edition that is signed and what was said of it before, after every check. Raises Refused."""
    edition = checks.expect_text(on_shelf, said.edition, said.language)
    checks.expect_hand(asked.signer, said)
    checks.expect_asked(asked, on_shelf.in_force, clock.local(said.at).date())
    rows.locked(asked.on_behalf_of, said.at)
    return edition, rows.standing(asked, on_shelf.counting)


def _is_as_new(signed: str, edition: str, on_shelf: Shelf) -> bool:
    """Whether what was signed is no older than what is put now."""
    order = on_shelf.counting
    return order.index(signed) <= order.index(edition)
