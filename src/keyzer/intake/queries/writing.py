"""What has not been sent yet, and what was sent without a name: found by secrets that the writer brings."""

from datetime import datetime
from uuid import UUID

from keyzer.intake import receipts
from keyzer.intake.models import Draft, Receipt


def draft(lookup: str, *, at: datetime) -> bytes | None:
    """The ciphertext of a draft that is not a day old yet."""
    found = Draft.objects.filter(lookup=lookup, expires_at__gt=at).values_list("content", flat=True).first()
    return None if found is None else bytes(found)


def report_with(receipt: str) -> UUID | None:
    """The report to which a receipt belongs. It takes as long for a receipt that there is not."""
    lookup = receipts.lookup(receipt)
    return Receipt.objects.filter(lookup=lookup).values_list("report_id", flat=True).first()
