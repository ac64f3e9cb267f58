"""Whether the board has read what it alone was told: whoever of it opened the incident or a case of it."""

from collections.abc import Iterator
from datetime import datetime

from keyzer.incidents import queries as incidents
from keyzer.ledger import queries as ledger

from .events import State
from .queries import Reading, ReportPage

SEEN = "seen"


def as_read(page: ReportPage) -> ReportPage:
    """The report with when the board first read it; any other report as it is."""
    if not page.told.to_board or page.read_at is not None:
        return page
    read_at = min(_reads(page), default=None)
    is_new = page.state is State.RECEIVED
    readings = [Reading(read_at, None, "")] if read_at else []
    return page._replace(readings=readings, state=State.READ if read_at and is_new else page.state)


def _reads(page: ReportPage) -> Iterator[datetime]:
    if page.incident is None or page.reporter is None:
        return
    reporter = page.reporter.id
    cases = [one.case for one in incidents.persons_of(page.incident) if one.case]
    for kind, thing in (("incident", page.incident), *(("case", case) for case in cases)):
        traces = ledger.access_to(kind, str(thing))
        yield from (trace.at for trace in traces if trace.outcome == SEEN and trace.by != reporter)
