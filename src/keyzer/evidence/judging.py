"""Decides whether a file that came in whole may be kept, and as what."""

from keyzer.ledger.files import Incoming
from keyzer.ledger.seeking import open_incoming

from . import archives
from .kinds import ZIP, Inspection, Kind


def judge(incoming: Incoming, inspection: Inspection, name: str) -> Kind:
    """What the file is; an archive is looked into. Raises kinds.Unacceptable. Nothing is written."""
    kind = inspection.conclude(name)
    if kind is ZIP:
        with open_incoming(incoming) as source:
            archives.look(source)
    return kind
