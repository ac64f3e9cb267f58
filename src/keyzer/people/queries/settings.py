"""What the school filled in about itself, and who changed it when."""

import json
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from keyzer.ledger import queries as ledger

from .school import school

ADOPTED = "settings-adopted"


class SettingsChange(NamedTuple):
    """One part of the settings as it was filled in anew; `values` holds what changed, an emptied one is None."""

    seq: int
    at: datetime
    by: UUID | None
    part: str
    values: dict[str, Any]


def settings_changes(*, after: int = 0) -> list[SettingsChange]:
    """Every change of the settings since place `after` in the school's history, oldest first. Raises NoSchool."""
    told = (one for one in ledger.read(school().stream, after=after) if one.kind == ADOPTED)
    return [SettingsChange(one.seq, one.at, one.by, **json.loads(one.content)) for one in told]


def settings_version() -> int:
    """The place in the school's history up to which a page of settings was read. Raises NoSchool."""
    return ledger.version(school().stream)
