"""Asking before you post as a small machine of its own: what may be done, what follows, and what was approved."""

from .approval import approval_code, approved_digest, normal_text
from .decide import APPROVING, ConsultAct, consult_barred, reply_barred
from .events import (
    ConsultAnswer,
    ConsultAnswered,
    ConsultAsked,
    ConsultEvent,
    ConsultPassedOn,
    ConsultRevised,
    ConsultWithdrawn,
    PassedBecause,
    Wanted,
    decode_consult_event,
    encode_consult_event,
)
from .state import ConsultPhase, ConsultState, replay_consult

__all__ = [
    "APPROVING",
    "ConsultAct",
    "ConsultAnswer",
    "ConsultAnswered",
    "ConsultAsked",
    "ConsultEvent",
    "ConsultPassedOn",
    "ConsultPhase",
    "ConsultRevised",
    "ConsultState",
    "ConsultWithdrawn",
    "PassedBecause",
    "Wanted",
    "approval_code",
    "approved_digest",
    "consult_barred",
    "decode_consult_event",
    "encode_consult_event",
    "normal_text",
    "replay_consult",
    "reply_barred",
]
