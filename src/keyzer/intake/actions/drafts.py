"""What somebody is still writing, kept for a day: the server has the ciphertext, and only the browser the key."""

from datetime import datetime, timedelta

from keyzer.intake.models import Draft
from keyzer.kit.writing import writing

KEPT = timedelta(hours=24)


def keep_draft(lookup: str, content: bytes, *, at: datetime) -> None:
    """Keep `content`, which is ciphertext, and let go of all that is a day old."""
    with writing():
        Draft.objects.filter(expires_at__lte=at).delete()
        kept = {"content": content, "expires_at": at + KEPT}
        Draft.objects.update_or_create(lookup=lookup, defaults=kept)


def drop_draft(lookup: str) -> None:
    """Let go of what was written, because it was sent or thrown away."""
    with writing():
        Draft.objects.filter(lookup=lookup).delete()
