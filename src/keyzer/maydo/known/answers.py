"""Answers of the manager: one that fits the question tells what the manager said (personeel-1)."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.channels.words import platform_name
from keyzer.consults import queries as consults
from keyzer.consults.queries import Line, Page
from keyzer.design.moments import spoken_day
from keyzer.kit import clock
from keyzer.kit.addresses import address, address_of
from keyzer.maydo.queries import ANSWER
from keyzer.protocol import APPROVING, ConsultAnswer, ConsultPhase, Situation, Verdict, Viewer

from .entry import Beside, Link, Offer, Used

MOST = 5
LONGEST = 120


@dataclass(frozen=True)
class AnswerKnown:
    """What the manager answered to a question of the viewer."""

    page: Page
    answer: ConsultAnswer
    at: datetime

    @property
    def used(self) -> Used:
        """Which question, and what was said; a yes is for what was asked and for nothing else."""
        text = _sentence(self.page, self.answer, self.at)
        if self.answer in APPROVING:
            text += " " + _("That holds for exactly what you asked then.")
        link = Link(_("See the question"), address_of("consults:show", self.page.id))
        return Used(ANSWER, text, link)

    def fill(self, situation: Situation) -> Situation:
        """With the manager's word."""
        return protocol.with_answer(situation, self.answer)

    def judged(self, verdict: Verdict, situation: Situation) -> Verdict:  # noqa: ARG002 -- as of every entry
        """An answer is a fact alone."""
        return verdict


def read(viewer: Viewer, consult: UUID, at: datetime) -> AnswerKnown | None:
    """The answer to a question that the viewer asked; None for another's, and while there is none."""
    page = consults.page(viewer, consult)
    if page is None or not page.is_asker or page.state.answered is None:
        return None
    return AnswerKnown(page, page.state.answered.answer, at)


def beside(viewer: Viewer, situation: Situation, at: datetime) -> Beside:
    """The newest answers that fit, each as an answer to this question."""
    asked = consults.own(viewer)
    known = (_fitting(viewer, line, situation, at) for line in asked if line.answer)
    fitting = list(islice(filter(None, known), MOST))
    if fitting:
        link = Link(_("See your questions"), address("consults:index"))
        offers = tuple(Offer(_sentence(one.page, one.answer, at), {ANSWER: str(one.page.id)}) for one in fitting)
        return Beside(_("You asked this before. Is it about one of these?"), link, offers)
    waiting = next((line for line in asked if line.phase is ConsultPhase.OPEN), None)
    if waiting is not None:
        words = _("Your question of %(day)s still waits for an answer.") % {"day": _day(waiting.asked_at, at)}
        return Beside(words, Link(_("See the question"), address_of("consults:show", waiting.id)))
    return Beside(_("There is no answer of your manager yet."), Link(_("Ask your manager"), address("consults:ask")))


def _fitting(viewer: Viewer, line: Line, situation: Situation, at: datetime) -> AnswerKnown | None:
    """An answer given to who speaks for the school says nothing about who speaks for himself."""
    known = read(viewer, line.id, at)
    if known is None or situation.capacity not in {None, known.page.state.wanted.capacity}:
        return None
    return known


def _sentence(page: Page, answer: ConsultAnswer, at: datetime) -> str:
    said = page.state.answered
    words = {
        ConsultAnswer.YES: _("Your question of %(day)s about “%(draft)s” (%(platform)s): yes."),
        ConsultAnswer.YES_IF: _("Your question of %(day)s about “%(draft)s” (%(platform)s): yes, if: %(conditions)s"),
        ConsultAnswer.NO: _("Your question of %(day)s about “%(draft)s” (%(platform)s): no."),
    }
    return words[answer] % {
        "day": _day(page.asked_at, at),
        "draft": Truncator(" ".join(page.state.wanted.draft.split())).chars(40),
        "platform": platform_name(page.state.wanted.platform),
        "conditions": Truncator(said.conditions if said else "").chars(LONGEST),
    }


def _day(moment: datetime, at: datetime) -> str:
    return spoken_day(clock.local(moment).date(), clock.local(at).date())
