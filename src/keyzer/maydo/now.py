"""What the school knows at this moment of whoever asks: the permit, the account, the manager's answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import msgspec
from django.http import HttpRequest
from django.utils.translation import gettext as _

from keyzer.channels import queries as channels
from keyzer.channels.events import Kind
from keyzer.consults import queries as consults
from keyzer.design.moments import spoken
from keyzer.kit import clock
from keyzer.kit.addresses import address, address_of
from keyzer.people.queries import AT_WORK
from keyzer.people.requests import SignedIn, recognise
from keyzer.permits import queries as permits
from keyzer.protocol import (
    Act,
    Audience,
    ConsultAnswer,
    Device,
    Leave,
    Permitted,
    Refused,
    Role,
    Situation,
    Standing,
    Text,
    Verdict,
    Viewer,
)
from keyzer.timetable import queries as timetable

from .queries import AUDIENCES

OF_THIS_MOMENT = ("in_lesson", "teacher_leave", "exemption")
"""Who tells one of these asks about another moment."""
ASK_WHEN = Text(nl="Vraag op school wanneer het wel kan.", en="Ask at school when it is possible.")


@dataclass(frozen=True)
class Hint:
    """What the school knows beside a question, and where to see more of it."""

    text: str
    label: str
    url: str


@dataclass(frozen=True)
class Now:
    """`standing` answers questions about a phone by itself, `hints` stand beside the question about their fact."""

    standing: Standing | None = None
    hints: Mapping[str, Hint] = field(default_factory=dict)

    def fill(self, situation: Situation) -> Situation:
        """The situation with the permit of this moment."""
        now = self.standing
        if now is None:
            return situation
        leave = now.in_lesson and now.allowed and not now.is_agreed
        return msgspec.structs.replace(
            situation,
            in_lesson=now.in_lesson,
            teacher_leave=Leave.GIVEN if leave else Leave.NOT_ASKED,
            exemption=now.is_agreed,
        )

    def judged(self, verdict: Verdict) -> Verdict:
        """The verdict, unless something at school beside the protocol forbids it now: a house rule, or custody."""
        now = self.standing
        if now is None or now.allowed or not isinstance(verdict, Permitted):
            return verdict
        return Refused(articles=now.articles, used=verdict.used, lacking=(), why=now.why, next_step=ASK_WHEN)

    def until(self) -> str:
        """How long the answer holds; empty when that is not known."""
        if self.standing is None or self.standing.until is None:
            return ""
        moment = spoken(self.standing.until, clock.now())
        return _("This is how it is now, until %(moment)s.") % {"moment": moment}


def known_now(request: HttpRequest, situation: Situation, at: datetime) -> Now:
    """Nothing for a visitor, for who asks as somebody else, and where nothing is known."""
    known = recognise(request)
    if known is None or situation.who not in _bound_as(known):
        return Now()
    if situation.who is Audience.LEERLING:
        return Now(standing=_phone(known.viewer, situation, at))
    return Now(hints=_of_staff(known.viewer, at)) if known.viewer.holds(*AT_WORK) else Now()


def _bound_as(known: SignedIn) -> set[Audience]:
    return {AUDIENCES.get(held.role, Audience.PERSONEEL) for held in known.viewer.roles}


def _phone(viewer: Viewer, situation: Situation, at: datetime) -> Standing | None:
    """The permit of this moment; not for another moment or device, and not while the school has no bells."""
    said = any(getattr(situation, fact) is not None for fact in OF_THIS_MOMENT)
    of_a_phone = situation.act is Act.USE_DEVICE and situation.device in {None, Device.PHONE}
    if said or not of_a_phone or not timetable.bells().normal:
        return None
    return permits.standing_of_pupil(UUID(viewer.id), at)


def _of_staff(viewer: Viewer, at: datetime) -> dict[str, Hint]:
    """What is registered of somebody at work and what was answered last; whether it fits, the person sees."""
    accounts = _accounts(viewer, at)
    hints = {"account": accounts, "account_shows": accounts}
    if viewer.holds(Role.DOCENT, Role.MENTOR):
        known = _("Who may be shown is known for each class.")
        hints["consent"] = Hint(known, _("See who may be in the picture"), address("consent:classes"))
    if answer := _answer(viewer, at):
        hints["manager_leave"] = answer
    return hints


def _accounts(viewer: Viewer, at: datetime) -> Hint:
    """The accounts for work that are in the register, each declared free of what is personal."""
    lines = channels.lines_for(viewer, clock.local(at).date())
    own = [one for one in lines if one.owner == UUID(viewer.id) and not one.is_retired and one.kind is not Kind.SCHOOL]
    if not own:
        text = _("No account for work of yours is in the register.")
        return Hint(text, _("Register an account"), address("channels:index"))
    named = ", ".join(f"{one.shown} ({one.platform})" for one in own)
    text = _("In the register as your account for work: %(accounts)s.") % {"accounts": named}
    return Hint(text, _("See the register"), address("channels:index"))


def _answer(viewer: Viewer, at: datetime) -> Hint | None:
    last = consults.last_answer(UUID(viewer.id))
    if last is None:
        return None
    said = {ConsultAnswer.YES: _("yes"), ConsultAnswer.YES_IF: _("yes, if"), ConsultAnswer.NO: _("no")}[last.answer]
    text = _("The last answer of your manager (%(moment)s): %(answer)s.") % {
        "moment": spoken(last.at, at),
        "answer": said,
    }
    return Hint(text, _("See what it was about"), address_of("consults:show", last.consult))
