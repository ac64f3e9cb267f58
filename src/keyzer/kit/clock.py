"""The one place that knows what time it is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

SCHOOL_ZONE = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The present day as the school's wall clock has it."""
    return local(now()).date()


def local(moment: datetime) -> datetime:
    """The same moment on the school's wall clock."""
    return moment.astimezone(SCHOOL_ZONE)
