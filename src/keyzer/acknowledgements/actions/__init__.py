"""Every write about signatures: to sign, refuse, withdraw, record lists, and attach the adopted document."""

from keyzer.acknowledgements.checks import Asked
from keyzer.acknowledgements.words import How, Outcome, Refused, RowsRefused, State, Why

from .deciding import decide
from .documents import NotADocument, attach_document
from .lists import ListedRow, Recorded, record_many
from .signing import refuse, sign, withdraw

__all__ = [
    "Asked",
    "How",
    "ListedRow",
    "NotADocument",
    "Outcome",
    "Recorded",
    "Refused",
    "RowsRefused",
    "State",
    "Why",
    "attach_document",
    "decide",
    "record_many",
    "refuse",
    "sign",
    "withdraw",
]
