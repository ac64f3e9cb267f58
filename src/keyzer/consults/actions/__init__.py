"""Every write about a consult: ask, tell who is shown, revise, withdraw, answer, pass on; and guidance for all."""

from .answering import Draft, answer, pass_on_late, step_aside
from .asking import Attachment, ask, revise, withdraw
from .guiding import publish, take_back
from .showing import tell_who

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
    "tell_who",
    "withdraw",
]
