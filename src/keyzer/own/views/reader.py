"""What every page asks of its reader: the own case that is meant, and the language."""

from uuid import UUID

from django.utils.translation import get_language

from keyzer.cases.queries import OwnFile, own_case
from keyzer.kit import clock
from keyzer.people.guards import not_for_you
from keyzer.people.requests import SignedIn


def language() -> str:
    """The reader's language."""
    return get_language() or "nl"


def own_file(request: SignedIn, case: UUID) -> OwnFile:
    """The own case, or a 404 that leaves a trace."""
    return own_case(request.viewer, case, clock.now()) or not_for_you(request, "own-case", case)
