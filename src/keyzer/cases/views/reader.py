"""What every page asks of its reader: the case that is meant, and the language."""

from uuid import UUID

from django.utils.translation import get_language

from keyzer.cases import queries
from keyzer.people.guards import not_for_you
from keyzer.people.requests import SignedIn


def language() -> str:
    """The reader's language."""
    return get_language() or "nl"


def case_file(request: SignedIn, case: UUID) -> queries.CaseFile:
    """The case, or a 404 that leaves a trace."""
    return queries.case_for(request.viewer, case) or not_for_you(request, "case", case)
