"""Who has authority over whom, on a day."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from keyzer.kit.prepared import prepared
from keyzer.people.models import Guardianship

from .persons import holds, is_adult


class GuardianBrief(NamedTuple):
    """An adult's tie to a child. `authority` ends on the day that the child turns 18 (WVO 2020, 8.1)."""

    id: UUID
    name: str
    authority: bool
    lives_with: bool
    phone: str
    email: str
    language: str


def guardians_of(child_id: UUID, on: date) -> list[GuardianBrief]:
    """All adults tied to a child on that day, those with authority first."""
    rows = Guardianship.objects.filter(holds(on), child_id=child_id).select_related("guardian", "child")
    return [
        GuardianBrief(
            id=tie.guardian_id,
            name=str(tie.guardian),
            authority=tie.authority and not is_adult(tie.child.born, on),
            lives_with=tie.lives_with,
            phone=tie.guardian.phone,
            email=tie.guardian.email,
            language=tie.guardian.language,
        )
        for tie in rows.order_by("-authority", "-lives_with", "guardian_id")
    ]


@prepared
def ties(guardian: UUID, on: date) -> QuerySet[Guardianship, tuple[UUID, bool, date | None]]:
    """The children somebody is tied to on that day, with whether there is authority, and when each was born."""
    rows = Guardianship.objects.filter(holds(on), guardian_id=guardian)
    return rows.values_list("child_id", "authority", "child__born")


def children_of(guardian: UUID, on: date) -> set[UUID]:
    """The children somebody is tied to on that day, with authority or without."""
    return {child for child, _authority, _born in ties(guardian, on)}
