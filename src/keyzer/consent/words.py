"""Closed lists of consent, and what may come of an act."""

from datetime import date
from enum import StrEnum

from keyzer import protocol
from keyzer.protocol import Role

TELLING = (Role.DOCENT, Role.MENTOR, Role.COORDINATOR, Role.TEAMLEIDER, Role.DIRECTEUR)
"""Who sees of a class who may be in a picture; of which class is decided by what they do there."""


class How(StrEnum):
    """How an answer reached the school."""

    SCREEN = "screen"
    LINK = "link"
    IMPORT = "import"


class Refused(Exception):
    """What was asked can't be done; `reasons` say why, each in both languages."""

    def __init__(self, reasons: tuple[protocol.Reason, ...]) -> None:
        super().__init__("; ".join(reason.text.en for reason in reasons))
        self.reasons = reasons


class NotThere(Exception):
    """There is no such thing, or it is not for who asks."""


def school_year(day: date) -> int:
    """The year in which the school year of a day began: consent is asked for each anew."""
    return protocol.school_year_ends(day).year - 1
