"""Who issues a letter and whose name stands under it."""

from keyzer.protocol.case.events.remedies import ObjectionDecided
from keyzer.protocol.case.letters.page import Page
from keyzer.protocol.case.letters.part import named
from keyzer.protocol.case.who import BOARD
from keyzer.protocol.names import ROLES
from keyzer.protocol.vocabulary import Lane, LetterAbout, LetterApprover, Role, Text

HANDLERS = {Lane.LEERLING: Role.COORDINATOR, Lane.PERSONEEL: Role.TEAMLEIDER}
HEAVIEST_LAST = tuple(Role)
INTENTION = "voornemen"


def deciders(page: Page) -> frozenset[Role]:
    """The roles that may issue a letter which a decider approves; in a sealed case the board alone.

    An intention is issued also by whom the procedure of its measure has write it.
    """
    if page.state.sealed or isinstance(page.matter.event, ObjectionDecided) or page.measure is None:
        return BOARD
    return frozenset(page.measure.decided_by) | _intend(page)


def _intend(page: Page) -> frozenset[Role]:
    """Who writes an intention by the procedure of its measure; nobody for another letter."""
    if page.kind.about is not LetterAbout.INTENTION or page.measure is None or page.measure.procedure is None:
        return frozenset()
    steps = page.edition.procedures[page.measure.procedure].steps
    return frozenset(role for step in steps if step.id == INTENTION for role in step.by)


def signatory(page: Page) -> dict[str, str | Text] | None:
    """The one who decided, who issues an intention, or else who handles the case; None while nobody does."""
    if page.kind.approved_by is LetterApprover.HANDLER:
        handler = page.state.handler
        return _signed(handler, HANDLERS[page.state.lane]) if handler else None
    intends = page.by if page.kind.about is LetterAbout.INTENTION else None
    if intends is not None and intends.roles & deciders(page):
        return _signed(intends.id, max(intends.roles & deciders(page), key=HEAVIEST_LAST.index))
    person = page.matter.event.by
    return _signed(person, _role(page, person))


def _signed(person: str, role: Role) -> dict[str, str | Text]:
    return {"person": named(person), "role": ROLES[role]}


def _role(page: Page, person: str) -> Role:
    """As what somebody decided: as handler where handlers may, else in the highest of the roles that may."""
    handles, roles = HANDLERS[page.state.lane], _intend(page) or deciders(page)
    if person == page.state.handler and handles in roles:
        return handles
    return max(roles, key=HEAVIEST_LAST.index)
