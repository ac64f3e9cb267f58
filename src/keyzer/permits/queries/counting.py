"""How often leave was given, per class and lesson hour, without names: for the school's own evaluation."""

from datetime import date, datetime, time
from typing import NamedTuple

from django.db.models import Count as CountOf

from keyzer.kit.clock import SCHOOL_ZONE
from keyzer.permits.models import Permit
from keyzer.protocol import Role, Viewer

MAY_COUNT = (Role.COORDINATOR, Role.TEAMLEIDER, Role.VEILIGHEIDSCOORDINATOR, Role.DIRECTEUR, Role.BESTUUR)
FEW = 5


class Count(NamedTuple):
    """How often in one hour; None for fewer than FEW, from which one could guess at a teacher or a pupil."""

    class_name: str
    period: int
    given: int | None


def may_count(viewer: Viewer) -> bool:
    """Whether somebody may see how often leave was given."""
    return viewer.holds(*MAY_COUNT)


def counting(since: date, until: date) -> list[Count]:
    """Leave that was given for lessons from `since` up to and including `until`, taken back or not."""
    begin = datetime.combine(since, time.min, SCHOOL_ZONE)
    end = datetime.combine(until, time.max, SCHOOL_ZONE)
    rows = Permit.objects.filter(lesson_starts__gte=begin, lesson_starts__lte=end)
    ordered = rows.order_by("school_class__layer", "school_class__name", "period")
    counted = ordered.values("school_class__layer", "school_class__name", "period").annotate(given=CountOf("id"))
    return [
        Count(row["school_class__name"], row["period"], row["given"] if row["given"] >= FEW else None)
        for row in counted
    ]
