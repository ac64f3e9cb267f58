"""Accounts of the school and accounts for work (personeel-7): who may do what with one, and by when."""

from .deciding import ACCOUNT_KEEPERS, AboutAccount, AccountAct, AccountKind, account_barred, declaration_barred
from .terms import account_sleeps_before, account_step_due, account_wakes_by

__all__ = [
    "ACCOUNT_KEEPERS",
    "AboutAccount",
    "AccountAct",
    "AccountKind",
    "account_barred",
    "account_sleeps_before",
    "account_step_due",
    "account_wakes_by",
    "declaration_barred",
]
