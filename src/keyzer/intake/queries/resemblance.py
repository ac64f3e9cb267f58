"""What resembles a report: other reports that name the same persons or tell of the same conduct."""

import re
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from keyzer import protocol
from keyzer.intake import choices, events
from keyzer.intake.events import IntakeLane, State, Told, Way
from keyzer.ledger import queries as ledger
from keyzer.people import queries as people

from .reports import ReportPage
from .sight import visible

LOOKED_BACK = timedelta(days=90)
MOST_READ, MOST_SHOWN = 200, 5
NAME = re.compile(r"\b[^\W\d_a-z][^\W\d_]+")


class Alike(NamedTuple):
    """A report that resembles another: how many persons and kinds of conduct they share."""

    id: UUID
    teller: str
    received_at: datetime
    persons: int
    conduct: int
    incident: UUID | None
    beginning: str


def alike(viewer: protocol.Viewer, found: ReportPage) -> list[Alike]:
    """Reports of the same time that this person handles too and that resemble `found`, the most alike first."""
    since, until = found.received_at - LOOKED_BACK, found.received_at + LOOKED_BACK
    rows = visible(viewer, frozenset()).filter(
        handler_id=UUID(viewer.id), lane=IntakeLane.MELDING, received_at__range=(since, until)
    )
    others = rows.exclude(id=found.id).exclude(state=State.ASIDE).order_by("-received_at")[:MOST_READ]
    by_id = {row.id: row for row in others}
    names = people.names(row.reporter_id for row in by_id.values() if row.reporter_id)
    shared = []
    for report, history in ledger.read_many(list(by_id)).items():
        told, row = _told(history), by_id[report]
        persons, conduct = _shared(found.told, told)
        if persons or conduct:
            teller = names.get(row.reporter_id, "") if row.reporter_id else choices.unnamed(Way(row.way))
            beginning = " ".join(told.words.split())[:120]
            shared.append(Alike(report, teller, row.received_at, persons, conduct, row.incident, beginning))
    return sorted(shared, key=lambda one: (one.persons, one.conduct, one.received_at), reverse=True)[:MOST_SHOWN]


def _told(history: list[ledger.Recorded]) -> Told:
    return next(event for each in history if isinstance(event := events.read(each.content), Told))


def _shared(one: Told, other: Told) -> tuple[int, int]:
    picked = {named.person for named in one.persons} & {named.person for named in other.persons}
    written = _names(one) & _names(other)
    return len(picked) + len(written), len(set(one.conduct) & set(other.conduct))


def _names(told: Told) -> set[str]:
    """Words with a capital among who was there, as names are written."""
    return {name.casefold() for name in NAME.findall(told.who)}
