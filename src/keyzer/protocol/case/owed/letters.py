"""What an intention, a decision or an answer to an objection asks before it has reached a person: its letter."""

from keyzer.protocol.case import facts
from keyzer.protocol.case.clocks import due
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.letters.compose import lacking
from keyzer.protocol.case.letters.page import Page
from keyzer.protocol.case.letters.slots import is_over, is_sent, issued, page_about, pages
from keyzer.protocol.case.notices import must_be_written
from keyzer.protocol.case.owed.duty import Duty, Owing, Settle, When, owe, status_of, waiting_on
from keyzer.protocol.case.state import Phase
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import Lane, LetterAbout, Text

ANSWER = ("verwijdering", "bezwaar-beslissen")
INTENDING = {Lane.LEERLING: "verwijdering", Lane.PERSONEEL: "zaak-personeel"}
TOLD = ("zaak-leerling", "bekendmaken")


def owed(owing: Owing) -> list[Duty]:
    """The letters that no other duty asks: those with an intention, and the answer to an objection."""
    return [*intentions(owing), *_answers(owing)]


@implements("leerlingen-9", "personeel-8")
def intentions(owing: Owing) -> list[Duty]:
    """A written intention is given to each who must have it (WVO 2020, 8.15(3)), the last one about a measure.

    It holds no closing up: a school that thinks better of it need not give a letter that it does not mean any more.
    """
    asked = [page for page in pages(owing.edition, owing.state, owing.now) if _is_written_intention(page)]
    duties = (
        owe(
            owing,
            f"intention:{page.matter.id}:{page.addressee}",
            Text(
                nl=f"Het voornemen geven aan {{person:{page.addressee}}}",
                en=f"Give the intention to {{person:{page.addressee}}}",
            ),
            When((INTENDING[owing.state.lane], "voornemen"), page.matter.event.at),
            status_of(
                done=is_sent(owing.state, page.slot),
                excepted=_is_dropped(owing, page) or is_left_out(owing, page.addressee),
            ),
            settle=next_step(page),
        )
        for page in asked
    )
    return [waiting_on(duty) for duty in duties]


def _is_dropped(owing: Owing, page: Page) -> bool:
    """Whether a newer intention took its place, or the case went on without it."""
    newest = {one.measure: one for one in owing.state.intentions}[page.matter.measure or ""]
    return newest is not page.matter.event or is_over(page) or owing.settled or owing.state.phase is Phase.CLOSED


def _is_written_intention(page: Page) -> bool:
    return page.kind.about is LetterAbout.INTENTION and page.kind.in_writing


def _answers(owing: Owing) -> list[Duty]:
    """The answer to an objection is given on paper to each who must have it (WVO 2020, 8.15(8))."""
    answers = (one for one in pages(owing.edition, owing.state, owing.now) if _is_answer(one))
    return [
        owe(
            owing,
            f"answer:{page.matter.id}:{page.addressee}",
            Text(
                nl=f"De beslissing op het bezwaar geven aan {{person:{page.addressee}}}",
                en=f"Give the decision on the objection to {{person:{page.addressee}}}",
            ),
            When(ANSWER, page.matter.event.at, ends=due(owing.edition, owing.state, TOLD, page.matter.event.at)),
            status_of(done=is_sent(owing.state, page.slot), excepted=is_left_out(owing, page.addressee)),
            settle=next_step(page),
        )
        for page in answers
    ]


def _is_answer(page: Page) -> bool:
    return page.kind.about is LetterAbout.OBJECTION_DECISION


def giving(owing: Owing, decision: MeasureDecided, person: str) -> Settle:
    """What brings a decision to a person: the next step of its letter, or where that is not asked, telling it."""
    if not must_be_written(owing.edition, decision):
        return Settle("announce", {"decision": decision.decision, "person": person})
    return next_step(page_about(owing.edition, owing.state, decision, person, owing.now))


def next_step(page: Page) -> Settle:
    """What to do now for a letter: fill in the first thing that it lacks, issue it, or give it."""
    if issued(page.state, page.slot):
        return Settle("send-letter", {"slot": page.slot})
    lost = [reason.command for reason in lacking(page) if reason.command]
    return Settle(lost[0]) if lost else Settle("issue-letter", {"slot": page.slot})


def is_left_out(owing: Owing, person: str) -> bool:
    """Whether a person may not be told any more: a guardian once the pupil is 18, or who must be left alone."""
    return person not in facts.recipients(owing.state, owing.now)
