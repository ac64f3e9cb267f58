"""What somebody wants to give or agree, as it comes from a form."""

from datetime import date, time
from typing import NamedTuple
from uuid import UUID

from keyzer.protocol import Device, LessonPurpose


class PermitDraft(NamedTuple):
    """Leave for a class in an hour of a day. `until` None: the bell. No `pupils`: the whole class.

    `says_so`: the giver says to teach the class then, or to stand in.
    """

    school_class: UUID
    day: date
    period: int
    kinds: frozenset[Device] = frozenset({Device.PHONE})
    purpose: LessonPurpose = LessonPurpose.OPDRACHT
    words: str = ""
    until: time | None = None
    pupils: frozenset[UUID] = frozenset()
    says_so: bool = False


class ExemptionDraft(NamedTuple):
    """A standing agreement about one pupil; there is no place for why."""

    pupil: UUID
    kinds: frozenset[Device]
    since: date
    until: date
    review_on: date
