"""What has not been sent yet, and what was sent without a name: found by secrets that the writer brings."""

from datetime import datetime
from uuid import UUID

from keyzer.intake import receipts
from keyzer.intake.models import Draft, Receipt
from keyzer.kit.ids import new_id


def draft(lookup: str, *, at: datetime) -> bytes | None:
    """The ciphertext of a draft that is not a day old yet."""
    found = Draft.objects.filter(lookup=lookup, expires_at__gt=at).values_list("content", flat=True).first()
    return None if found is None else bytes(found)


def report_with(receipt: str) -> UUID:
    """The report to which a receipt belongs, else an id that nothing has: reading on is the same work for both."""
    lookup = receipts.lookup(receipt)
    found = Receipt.objects.filter(lookup=lookup).values_list("report_id", flat=True).first()
    return found or new_id()
