"""What somebody can want with a device in custody."""

from datetime import datetime

from msgspec import Struct

from keyzer.protocol.case.values import Channel
from keyzer.protocol.custody.values import ClaimKind, Whereabouts
from keyzer.protocol.situation import Device


class CustodyCommand(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The manner of all commands."""


class TakeIn(CustodyCommand, frozen=True, kw_only=True):
    """Record a device that a pupil handed over. `tag` is the number on its label."""

    pupil: str
    devices: tuple[Device, ...]
    conduct: str
    description: str
    tag: int
    where: Whereabouts
    damage: str = ""
    account: str = ""


class RecordRefusal(CustodyCommand, frozen=True, kw_only=True):
    """Record that a pupil did not hand a device over."""

    pupil: str
    devices: tuple[Device, ...]
    conduct: str
    account: str


class Join(CustodyCommand, frozen=True, kw_only=True):
    """Let the record belong to an incident, a case, or a decision in a case."""

    incident: str = ""
    case: str = ""
    decision: str = ""


class Move(CustodyCommand, frozen=True, kw_only=True):
    """Put it somewhere else, or take it along."""

    where: Whereabouts


class TellAdult(CustodyCommand, frozen=True, kw_only=True):
    """Record that a guardian was told."""

    guardian: str
    channel: Channel
    answer: str = ""


class KeepLonger(CustodyCommand, frozen=True, kw_only=True):
    """Keep it past the end of the school day."""

    reason: str
    until: datetime
    agreed_by: str
    agreed_at: datetime
    channel: Channel


class HandBack(CustodyCommand, frozen=True, kw_only=True):
    """Give it back. `received` when the person said on the spot to have received it."""

    person: str
    damage: str = ""
    signature: str = ""
    received: bool = False


class OpenClaim(CustodyCommand, frozen=True, kw_only=True):
    """Report that it was lost or damaged while the school kept it."""

    claim: ClaimKind
    account: str
    handler: str
    worth: str = ""


class SettleClaim(CustodyCommand, frozen=True, kw_only=True):
    """End a claim."""

    outcome: str
    paid: bool


class Count(CustodyCommand, frozen=True, kw_only=True):
    """Record what a count of a place by hand found."""

    place: str
    present: bool
