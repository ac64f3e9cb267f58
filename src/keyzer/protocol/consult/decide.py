"""What may be done with a consult, by whom, and why the rest is barred (personeel-1)."""

from collections.abc import Collection, Iterator
from enum import StrEnum

from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.edition import Edition
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import Audience

from .events import ConsultAnswer
from .state import ConsultPhase, ConsultState

ARTICLE = "personeel-1"
APPROVING = frozenset({ConsultAnswer.YES, ConsultAnswer.YES_IF})
"""The answers after which something may be published."""


class ConsultAct(StrEnum):
    """What can be done with a consult."""

    REVISE = "revise"
    WITHDRAW = "withdraw"
    ANSWER = "answer"
    STEP_ASIDE = "step-aside"


OF_ASKER = frozenset({ConsultAct.REVISE, ConsultAct.WITHDRAW})


@implements("personeel-1")
def consult_barred(state: ConsultState, act: ConsultAct, by: str) -> tuple[Reason, ...]:
    """Who asked changes or withdraws it until it is answered; who was asked answers, and never the asker."""
    return (*_who(state, act, by), *_when(state, act))


@implements("personeel-1", "personeel-2")
def reply_barred(
    edition: Edition, answer: ConsultAnswer, *, words: str, conditions: str, articles: Collection[str]
) -> tuple[Reason, ...]:
    """An answer names an article that binds staff; "yes if" says on which condition, and a no says why."""
    found: list[Reason] = []
    binding = {one.id for one in edition.articles.values() if Audience.PERSONEEL in one.binds}
    if not articles or set(articles) - binding:
        nl, en = "Noem het artikel waarop je antwoord rust.", "Name the article that your answer rests on."
        found.append(reason(nl, en, ARTICLE))
    if answer is ConsultAnswer.YES_IF and not conditions.strip():
        nl, en = "Schrijf op wat er eerst anders moet.", "Write down what must be different first."
        found.append(reason(nl, en, ARTICLE))
    if answer is ConsultAnswer.NO and not words.strip():
        found.append(reason("Schrijf op waarom het niet kan.", "Write down why it can't be.", ARTICLE))
    return tuple(found)


def _who(state: ConsultState, act: ConsultAct, by: str) -> Iterator[Reason]:
    if act in OF_ASKER and by != state.asker:
        yield reason("Alleen wie het vroeg, kan dit.", "Only who asked can do this.", ARTICLE)
    if act not in OF_ASKER and (by == state.asker or by not in state.holders):
        nl = "Iemand anders geeft hier antwoord. Over je eigen bericht beslis je niet zelf."
        yield reason(nl, "Somebody else answers this. Nobody decides on a post of his own.", ARTICLE)


def _when(state: ConsultState, act: ConsultAct) -> Iterator[Reason]:
    if state.phase is ConsultPhase.WITHDRAWN:
        yield reason("De vraag is ingetrokken.", "The question was withdrawn.", ARTICLE)
    if state.phase is ConsultPhase.ANSWERED and act is ConsultAct.REVISE:
        nl = "Er is al antwoord. Wat is goedgekeurd, blijft zoals het was. Iets anders plaatsen? Vraag het opnieuw."
        en = "It was answered. What was approved stays as it was. Do you want to post something else? Ask anew."
        yield reason(nl, en, ARTICLE)
    elif state.phase is ConsultPhase.ANSWERED:
        yield reason("Er is al antwoord gegeven.", "It was answered already.", ARTICLE)
