"""Pictures of a consult as they may be looked at: copies without metadata, which a process of its own draws."""

from keyzer.evidence import actions as evidence
from keyzer.evidence import drawing
from keyzer.evidence import queries as evidence_queries
from keyzer.evidence.queries import ItemView
from keyzer.evidence.receiving import Received
from keyzer.ledger.files import FileProblem
from keyzer.ledger.seeking import open_incoming


def copy_kept(found: ItemView) -> bytes | None:
    """A JPEG for the screen of a picture that goes with a draft; None where it can't be drawn or is gone."""
    try:
        drawn = evidence.draw(found.id)
        kept = evidence_queries.item(found.stream, found.id) if drawn else None
        return evidence_queries.copy(kept) if kept else None
    except FileProblem:
        return None


def copy_sent(sent: Received) -> bytes | None:
    """A JPEG for the screen of what just came in, of which nothing is kept; None where it can't be drawn."""
    if sent.incoming.size > drawing.MOST_BYTES:
        return None
    with open_incoming(sent.incoming) as source:
        drawn = drawing.draw([source.read()])
    return drawn.copy if drawn else None
