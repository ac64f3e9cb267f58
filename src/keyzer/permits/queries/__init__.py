"""Every read of leave and exemptions."""

from .counting import FEW, MAY_COUNT, Count, counting, may_count
from .exemptions import ExemptionLine, exempt_among, exemption, exemptions, may_agree, reaches, to_review
from .giving import LessonAhead, Running, hours_ahead, lesson_at, lessons_ahead, may_give, permit, running
from .now import pupils_found, standing_in, standing_of_class, standing_of_pupil, standing_of_room

__all__ = [
    "FEW",
    "MAY_COUNT",
    "Count",
    "ExemptionLine",
    "LessonAhead",
    "Running",
    "counting",
    "exempt_among",
    "exemption",
    "exemptions",
    "hours_ahead",
    "lesson_at",
    "lessons_ahead",
    "may_agree",
    "may_count",
    "may_give",
    "permit",
    "pupils_found",
    "reaches",
    "running",
    "standing_in",
    "standing_of_class",
    "standing_of_pupil",
    "standing_of_room",
    "to_review",
]
