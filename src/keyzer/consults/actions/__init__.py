"""Every write about a consult: ask, revise, withdraw, answer, pass on; and what becomes guidance for all."""

from .answering import Draft, answer, pass_on_late, step_aside
from .asking import Attachment, ask, revise, withdraw
from .guiding import publish, take_back

__all__ = [
    "Attachment",
    "Draft",
    "answer",
    "ask",
    "pass_on_late",
    "publish",
    "revise",
    "step_aside",
    "take_back",
    "withdraw",
]
