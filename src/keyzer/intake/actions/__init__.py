"""Every write of this room."""

from .adviser import confide, confide_more, counsel, forget_confidence, note
from .budgets import forget_budget, forget_what_passed, spend
from .drafts import drop_draft, keep_draft
from .reports import (
    add_evidence,
    answer,
    ask,
    follow_incident,
    let_deputies_in,
    mark_read,
    open_incident,
    settle,
    stand_in,
    step_aside,
    turn_into_report,
    wish_mail,
)
from .rows import Evidence, IncidentDraft, NotPossible
from .sealing import break_seal
from .telling import tell, tell_board, tell_in_confidence, tell_without_name
from .triage import bring_back, join, set_aside

__all__ = [
    "Evidence",
    "IncidentDraft",
    "NotPossible",
    "add_evidence",
    "answer",
    "ask",
    "break_seal",
    "bring_back",
    "confide",
    "confide_more",
    "counsel",
    "drop_draft",
    "follow_incident",
    "forget_budget",
    "forget_confidence",
    "forget_what_passed",
    "join",
    "keep_draft",
    "let_deputies_in",
    "mark_read",
    "note",
    "open_incident",
    "set_aside",
    "settle",
    "spend",
    "stand_in",
    "step_aside",
    "tell",
    "tell_board",
    "tell_in_confidence",
    "tell_without_name",
    "turn_into_report",
    "wish_mail",
]
