"""The demo school's way in. Two locks: the database was made as a demo, and this process serves one."""

from django.conf import settings

from . import queries


def is_open() -> bool:
    """True when both locks are open. A real school's database can't be turned into a demo, so its lock never opens."""
    if not settings.KEYZER_DEMO:
        return False
    try:
        return queries.school().demo
    except queries.NoSchool:
        return False
