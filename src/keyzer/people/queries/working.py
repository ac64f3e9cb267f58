"""Until when somebody works at the school."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from keyzer.people.models import Employment, RoleHeld

from .persons import holds
from .roles import AT_WORK


def last_days(persons: Collection[UUID], on: date) -> dict[UUID, date | None]:
    """The last day at work of each, None while no end is known; who has no task any more on that day is absent."""
    held = RoleHeld.objects.filter(person_id__in=persons, role__in=AT_WORK, since__lte=on)
    hired = Employment.objects.filter(person_id__in=persons, since__lte=on)
    found: dict[UUID, date | None] = {}
    for rows in (held, hired):  # who was hired until a day is gone after it, whatever roles were left standing
        ends: dict[UUID, list[date | None]] = {}
        for person, until in rows.values_list("person_id", "until"):
            ends.setdefault(person, []).append(until)
        found |= {person: None if None in days else max(day for day in days if day) for person, days in ends.items()}
    return {person: until for person, until in found.items() if until is None or until >= on}


def answering_to(manager: UUID, on: date) -> list[UUID]:
    """Whom somebody is the line manager of on that day."""
    return list(Employment.objects.filter(holds(on), manager_id=manager).values_list("person_id", flat=True))
