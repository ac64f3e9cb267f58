"""On which days somebody is away, and who stands in."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from keyzer.people.models import Absence


class AbsenceBrief(NamedTuple):
    """Some days away; `until` is the last, None while it is not known."""

    id: int
    deputy: UUID
    since: date
    until: date | None


def absences_of(person: UUID, on: date) -> list[AbsenceBrief]:
    """The absences of somebody that are not over on that day, first ones first."""
    rows = Absence.objects.filter(Q(until=None) | Q(until__gte=on), person_id=person).order_by("since")
    return [AbsenceBrief(*row) for row in rows.values_list("id", "deputy_id", "since", "until")]
