"""Custody of a taken device as a small machine of its own: what may be done, what follows, where it stands."""

from .commands import (
    Count,
    CustodyCommand,
    HandBack,
    Join,
    KeepLonger,
    Move,
    OpenClaim,
    RecordRefusal,
    SettleClaim,
    TakeIn,
    TellAdult,
)
from .decide import decide_custody, due_back, may_keep, may_keep_longer, may_settle_claims
from .events import decode_custody_event, encode_custody_event
from .state import CustodyState, evolve_custody, replay_custody
from .values import CLAIMS, PHASES, Around, ClaimKind, CustodyPhase, Whereabouts

__all__ = [
    "CLAIMS",
    "PHASES",
    "Around",
    "ClaimKind",
    "Count",
    "CustodyCommand",
    "CustodyPhase",
    "CustodyState",
    "HandBack",
    "Join",
    "KeepLonger",
    "Move",
    "OpenClaim",
    "RecordRefusal",
    "SettleClaim",
    "TakeIn",
    "TellAdult",
    "Whereabouts",
    "decide_custody",
    "decode_custody_event",
    "due_back",
    "encode_custody_event",
    "evolve_custody",
    "may_keep",
    "may_keep_longer",
    "may_settle_claims",
    "replay_custody",
]
