"""Every read of accounts: what is known of one, the register, and what waits for somebody."""

from .accounts import AccountPage, Line, account_of, lines_for, page, publishes_through
from .fakes import FakeLine, fake, open_fakes
from .known import Answer, Found, Known, check, known
from .waiting import Waiting, WaitingKind, waiting_for, who_owe_before

__all__ = [
    "AccountPage",
    "Answer",
    "FakeLine",
    "Found",
    "Known",
    "Line",
    "Waiting",
    "WaitingKind",
    "account_of",
    "check",
    "fake",
    "known",
    "lines_for",
    "open_fakes",
    "page",
    "publishes_through",
    "waiting_for",
    "who_owe_before",
]
