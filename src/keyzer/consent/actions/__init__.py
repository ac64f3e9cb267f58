"""Every write of consent."""

from .answering import answer, answer_all
from .linking import mail_again, make_link
from .published import publish, take_down
from .reminding import remind_in_time

__all__ = ["answer", "answer_all", "mail_again", "make_link", "publish", "remind_in_time", "take_down"]
