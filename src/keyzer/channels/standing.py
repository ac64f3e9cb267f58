"""Who does what with accounts, how long a review holds, and when an account sleeps: read from the school's settings."""

from datetime import date, timedelta

from keyzer.people import queries as people
from keyzer.protocol import Role

KEEPERS = (Role.VEILIGHEIDSCOORDINATOR, Role.DIRECTEUR)
"""Who keeps the register and hears of fakes."""
REVIEW_EVERY = timedelta(days=365)
TO_MEND = timedelta(days=14)
"""How soon an account is looked at again that was not right."""
SOON = timedelta(days=14)
LEAVES_SOON = timedelta(days=30)
MONTHS_ASLEEP = 6
MONTH = timedelta(days=30)


def asleep_before(on: date) -> date:
    """An account without a sign since before this day sleeps; the school sets after how many months."""
    months: int = people.school().settings.get("account_sleeps_after") or MONTHS_ASLEEP
    return on - months * MONTH
