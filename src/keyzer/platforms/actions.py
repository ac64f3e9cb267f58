"""The one write of the room: somebody of the school has walked through the steps of a program."""

from datetime import datetime
from uuid import UUID

from django.conf import settings

from keyzer.kit import clock
from keyzer.kit.writing import writing

from .entry import Platform
from .models import Check
from .shelf import shelf


class Changed(Exception):
    """The text is not the one that was read; look at it again."""


def mark_checked(platform: str, *, digest: str, by: UUID, at: datetime) -> None:
    """Keep that the text with this digest is right today; again on the same day changes nothing. Raises Changed."""
    entry = shelf(settings.KEYZER_DATA / "platforms").entries.get(platform)
    if entry is None or not isinstance(entry.content, Platform) or entry.digest != digest:
        raise Changed(f"the text of `{platform}` is not the one that was read: read it again")
    with writing():
        Check.objects.get_or_create(
            platform=platform, digest=digest, checked_on=clock.local(at).date(), defaults={"by_id": by}
        )
