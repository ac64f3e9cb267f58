"""Every read of leave and exemptions."""

from .counting import MAY_COUNT, Count, counting
from .exemptions import ExemptionLine, exempt_among, exemption, exemptions, may_agree
from .giving import LessonAhead, Running, hours_ahead, lesson_at, lessons_ahead, may_give, permit, running
from .now import may_look_up, standing_in, standing_of_class, standing_of_pupil, standing_of_room

__all__ = [
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
    "may_give",
    "may_look_up",
    "permit",
    "running",
    "standing_in",
    "standing_of_class",
    "standing_of_pupil",
    "standing_of_room",
]
