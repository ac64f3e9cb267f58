"""Whose business a consult is: who asked and who was asked."""

from uuid import UUID

from keyzer.consults import queries
from keyzer.consults.queries import Page
from keyzer.people import guards
from keyzer.people.requests import SignedIn
from keyzer.protocol import ConsultAct

NOT_ACCEPTED = 422


def page_of(request: SignedIn, consult: UUID, act: ConsultAct | None = None) -> Page:
    """The consult for this viewer, who may do `act` with it; else it does not exist. Raises Http404."""
    found = queries.page(request.viewer, consult)
    if found is None:
        guards.not_for_you(request, "consult", consult)
    is_mine = act is None or found.is_asker is (act in {ConsultAct.REVISE, ConsultAct.WITHDRAW})
    if not is_mine:
        guards.not_for_you(request, "consult", consult)
    return found
