"""Words for what a consult holds."""

from django.utils.translation import gettext as _

from keyzer import protocol
from keyzer.kit import clock
from keyzer.protocol import (
    Audience,
    Capacity,
    ConsultAnswer,
    ConsultAnswered,
    ConsultAsked,
    ConsultEvent,
    ConsultPassedOn,
    ConsultRevised,
    ConsultShows,
    ConsultWithdrawn,
    PassedBecause,
)

LOOKS = {ConsultAnswer.YES: "done", ConsultAnswer.YES_IF: "waits", ConsultAnswer.NO: "barred"}


def capacities() -> list[tuple[str, str]]:
    """For whom somebody speaks (personeel-2)."""
    return [
        (Capacity.SELF.value, _("In my own name")),
        (Capacity.FOR_SCHOOL.value, _("For the school")),
        (Capacity.UNSAID.value, _("I don't know yet")),
    ]


def answers() -> list[tuple[str, str]]:
    """What a manager can say."""
    return [
        (ConsultAnswer.YES.value, _("Yes, it may be posted like this")),
        (ConsultAnswer.YES_IF.value, _("Yes, if something is different first")),
        (ConsultAnswer.NO.value, _("No, don't post this")),
    ]


def short_answer(answer: ConsultAnswer) -> str:
    """The answer in a word or two."""
    return {ConsultAnswer.YES: _("Yes"), ConsultAnswer.YES_IF: _("Yes, if"), ConsultAnswer.NO: _("No")}[answer]


def articles(language: str) -> list[tuple[str, str]]:
    """The articles that bind staff, as an answer cites them; the chapter of staff first."""
    edition = protocol.in_force(clock.today())
    binding = [one for one in edition.articles.values() if Audience.PERSONEEL in one.binds]
    ordered = sorted(binding, key=lambda one: one.chapter != "personeel")
    return [(one.id, f"{one.chapter.capitalize()} {one.number} · {one.title.read(language)}") for one in ordered]


def told(event: ConsultEvent) -> tuple[str, str]:
    """A line of the history: its title and its drawing."""
    if isinstance(event, ConsultAnswered):
        return _("Answered: %(answer)s") % {"answer": short_answer(event.answer)}, "check"
    if isinstance(event, ConsultPassedOn) and event.because is PassedBecause.LATE:
        return _("There was no answer in time: another person was asked"), "clock"
    return {
        ConsultAsked: (_("Asked"), "doubt"),
        ConsultRevised: (_("The draft was changed"), "pen"),
        ConsultShows: (_("Told who can be recognised"), "people"),
        ConsultPassedOn: (_("The first is party to it: another person was asked"), "people"),
        ConsultWithdrawn: (_("Withdrawn"), "out"),
    }[type(event)]
