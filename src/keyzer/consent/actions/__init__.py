"""Every write of consent."""

from .answering import answer, answer_all
from .published import publish, take_down
from .reminding import remind_in_time

__all__ = ["answer", "answer_all", "publish", "remind_in_time", "take_down"]
