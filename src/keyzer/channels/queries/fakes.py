"""Accounts that somebody told us are fake, for who keeps the register."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from keyzer.channels import events
from keyzer.channels.models import Fake
from keyzer.channels.standing import KEEPERS
from keyzer.ledger import queries as ledger
from keyzer.protocol import Viewer


class FakeLine(NamedTuple):
    """What was told of a fake; `outcome` is empty until somebody did something about it."""

    id: UUID
    platform: str
    shown: str
    reported_at: datetime
    handled_at: datetime | None
    words: str = ""
    outcome: str = ""


def open_fakes(viewer: Viewer) -> list[FakeLine]:
    """What still waits, oldest first; nothing for who does not keep the register."""
    if not viewer.holds(*KEEPERS):
        return []
    rows = Fake.objects.filter(handled_at=None).order_by("reported_at")
    return [FakeLine(row.id, row.platform, row.shown, row.reported_at, None) for row in rows]


def fake(viewer: Viewer, fake: UUID) -> FakeLine | None:
    """One of them with its words; None for who does not keep the register."""
    row = Fake.objects.filter(id=fake).first()
    if row is None or not viewer.holds(*KEEPERS):
        return None
    said = [events.read(one.content) for one in ledger.read(fake)]
    words = next((one.words for one in said if isinstance(one, events.FakeReported)), "")
    outcome = next((one.outcome for one in said if isinstance(one, events.FakeHandled)), "")
    return FakeLine(row.id, row.platform, row.shown, row.reported_at, row.handled_at, words, outcome)
