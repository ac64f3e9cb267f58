"""Whether a written intention reached everybody whom it concerns: recording it is not yet giving it."""

from datetime import datetime

from keyzer.protocol.case import facts
from keyzer.protocol.case.letters.matters import intention_id
from keyzer.protocol.case.letters.page import Page
from keyzer.protocol.case.letters.slots import is_sent, pages
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import LetterAbout


def is_given(edition: Edition, state: CaseState, measure: str, at: datetime) -> bool:
    """Whether an intention to take `measure` was given: in writing to each who gets it, where the edition asks that."""
    about = {intention_id(state, one) for one in state.intentions if one.measure == measure}
    return bool(about - {page.matter.id for page in _unsent(edition, state, at)})


def _unsent(edition: Edition, state: CaseState, at: datetime) -> list[Page]:
    """The letters with an intention that must still go out: none to who may not be told any more."""
    told = facts.recipients(state, at)
    asked = (
        one for one in pages(edition, state, at) if one.kind.about is LetterAbout.INTENTION and one.kind.in_writing
    )
    return [page for page in asked if page.addressee in told and not is_sent(state, page.slot)]
