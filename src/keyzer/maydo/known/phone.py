"""The permit of this moment: whether a pupil may use a phone now."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.design.moments import spoken
from keyzer.kit import clock
from keyzer.kit.addresses import address
from keyzer.permits import queries as permits
from keyzer.protocol import Act, Device, Situation, Standing, Verdict, Viewer
from keyzer.timetable import queries as timetable

from .entry import Link, Used

OF_THIS_MOMENT = ("in_lesson", "teacher_leave", "exemption")
"""Who tells one of these asks about another moment."""


@dataclass(frozen=True)
class PhoneNow:
    """How it is now for one pupil."""

    standing: Standing

    @property
    def used(self) -> Used:
        """Until when it holds."""
        until = self.standing.until
        text = _("This is how it is now.")
        if until is not None:
            text = _("This is how it is now, until %(moment)s.") % {"moment": spoken(until, clock.now())}
        return Used("", text, Link(_("See it"), address("permits:now")))

    def fill(self, situation: Situation) -> Situation:
        """With the lesson and the leave of now."""
        return protocol.with_permit(situation, self.standing)

    def judged(self, verdict: Verdict, situation: Situation) -> Verdict:  # noqa: ARG002 -- as of every entry
        """Within house rules and custody."""
        return protocol.within_standing(verdict, self.standing)


def phone_now(viewer: Viewer, situation: Situation, at: datetime) -> PhoneNow | None:
    """None for another moment or device, and while the school has no bells."""
    said = any(getattr(situation, fact) is not None for fact in OF_THIS_MOMENT)
    of_a_phone = situation.act is Act.USE_DEVICE and situation.device in {None, Device.PHONE}
    if said or not of_a_phone or not timetable.bells().normal:
        return None
    return PhoneNow(permits.standing_of_pupil(UUID(viewer.id), at))
