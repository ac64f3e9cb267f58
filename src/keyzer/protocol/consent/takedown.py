"""How soon a published picture is taken down once consent for it has ended."""

from datetime import datetime

from keyzer.protocol.edition import Edition
from keyzer.protocol.rule import implements
from keyzer.protocol.terms import SchoolCalendar, due_after

PROCEDURE, TAKE_DOWN = "beeld", "weghalen"


@implements("leerlingen-6", "personeel-6")
def take_down_due(edition: Edition, asked_at: datetime, calendar: SchoolCalendar) -> datetime:
    """Withdrawn is gone: when a picture must be, by the term of the edition; at once where it names none.

    The law only says that withdrawing is as easy as consenting (AVG, artikel 7, derde lid).
    """
    step = edition.step(PROCEDURE, TAKE_DOWN)
    return asked_at if step.term is None else due_after(asked_at, step.term, step.counted_in, calendar)
