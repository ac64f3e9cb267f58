"""What may be done with a consult, by whom, and why the rest is barred (personeel-1)."""

from collections.abc import Collection, Iterator
from enum import StrEnum

from keyzer.protocol.case.reasons import Reason, reason
from keyzer.protocol.edition import Edition
from keyzer.protocol.rule import implements
from keyzer.protocol.vocabulary import Audience

from .events import ConsultAnswer
from .state import ConsultPhase, ConsultState

ARTICLE, PRIVACY = "personeel-1", "personeel-6"
APPROVING = frozenset({ConsultAnswer.YES, ConsultAnswer.YES_IF})
"""The answers after which something may be published."""


class ConsultAct(StrEnum):
    """What can be done with a consult."""

    REVISE = "revise"
    WITHDRAW = "withdraw"
    ANSWER = "answer"
    STEP_ASIDE = "step-aside"
    TELL_WHO = "tell-who"


OF_ASKER = frozenset({ConsultAct.REVISE, ConsultAct.WITHDRAW})
OF_BOTH = frozenset({ConsultAct.TELL_WHO})


@implements("personeel-1", "personeel-6")
def consult_barred(state: ConsultState, act: ConsultAct, by: str) -> tuple[Reason, ...]:
    """Who asked changes or withdraws it until it is answered; who was asked answers, and never the asker.

    Both tell who can be recognised in a picture, also after a yes: consent may end at any time (personeel-6).
    """
    return (*_who(state, act, by), *_when(state, act))


@implements("personeel-1", "personeel-2", "personeel-6")
def reply_barred(
    edition: Edition,
    answer: ConsultAnswer,
    *,
    words: str,
    conditions: str,
    articles: Collection[str],
    lacks_consent: bool = False,
) -> tuple[Reason, ...]:
    """An answer names an article that binds staff; "yes if" says on which condition, and a no says why.

    With `lacks_consent` somebody can be recognised who may not be shown: then a plain yes can't be.
    """
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
    if answer is ConsultAnswer.YES and lacks_consent:
        nl = "Niet iedereen mag te zien zijn. Kies ‘ja, als’ en schrijf op wie er eerst af moet."
        en = "Not everybody may be shown. Choose “yes, if” and write down who must go first."
        found.append(reason(nl, en, PRIVACY))
    return tuple(found)


def _who(state: ConsultState, act: ConsultAct, by: str) -> Iterator[Reason]:
    if act in OF_ASKER and by != state.asker:
        yield reason("Alleen wie het vroeg, kan dit.", "Only who asked can do this.", ARTICLE)
    if act in OF_BOTH and by not in {state.asker, *state.holders}:
        nl, en = "Alleen wie het vroeg of antwoordt, kan dit.", "Only who asked or answers can do this."
        yield reason(nl, en, ARTICLE)
    if act not in OF_ASKER | OF_BOTH and (by == state.asker or by not in state.holders):
        nl = "Iemand anders geeft hier antwoord. Over je eigen bericht beslis je niet zelf."
        yield reason(nl, "Somebody else answers this. Nobody decides on a post of his own.", ARTICLE)


def _when(state: ConsultState, act: ConsultAct) -> Iterator[Reason]:
    if act is ConsultAct.TELL_WHO and not state.wanted.files:
        yield reason("Er gaat geen beeld mee.", "No picture goes with it.", PRIVACY)
    if state.phase is ConsultPhase.WITHDRAWN:
        yield reason("De vraag is ingetrokken.", "The question was withdrawn.", ARTICLE)
    if state.answered and not (act is ConsultAct.TELL_WHO and state.answered.answer in APPROVING):
        yield _answered(act)


def _answered(act: ConsultAct) -> Reason:
    if act is ConsultAct.REVISE:
        nl = "Er is al antwoord. Wat is goedgekeurd, blijft zoals het was. Iets anders plaatsen? Vraag het opnieuw."
        en = "It was answered. What was approved stays as it was. Do you want to post something else? Ask anew."
        return reason(nl, en, ARTICLE)
    return reason("Er is al antwoord gegeven.", "It was answered already.", ARTICLE)
