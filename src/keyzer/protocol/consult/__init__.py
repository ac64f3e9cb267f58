"""Asking before you post as a small machine of its own: what may be done, what follows, and what was approved."""

from .approval import FilesCompared, approval_code, approved_digest, files_compared, normal_text
from .decide import APPROVING, ConsultAct, consult_barred, reply_barred
from .events import (
    ConsultAnswer,
    ConsultAnswered,
    ConsultAsked,
    ConsultEvent,
    ConsultPassedOn,
    ConsultRevised,
    ConsultShows,
    ConsultWithdrawn,
    PassedBecause,
    Wanted,
    decode_consult_event,
    encode_consult_event,
)
from .receiving import who_answers
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
    "ConsultShows",
    "ConsultState",
    "ConsultWithdrawn",
    "FilesCompared",
    "PassedBecause",
    "Wanted",
    "approval_code",
    "approved_digest",
    "consult_barred",
    "decode_consult_event",
    "encode_consult_event",
    "files_compared",
    "normal_text",
    "replay_consult",
    "reply_barred",
    "who_answers",
]
