"""Counting what comes in through a door without a name: one count for all processes, and nobody's address in it.

Who comes is counted under one of a few marks, worked out with the school's key and a salt that lives as long as the
window. So the tables alone tell nothing, the mark fits a great many addresses, and afterwards there is nothing left.
"""

import os
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import F

from keyzer.intake.models import BudgetMark, BudgetWindow, Draft
from keyzer.kit.writing import writing, writing_apart
from keyzer.ledger.keys import school_key

MARKS = 2**15
SALT_BYTES = 16


class Spent(NamedTuple):
    """How much was spent in this window, with what was just counted."""

    by_mark: int
    by_all: int


def spend(budget: str, who: str, amount: int, *, lasts: timedelta, at: datetime) -> Spent:
    """Count `amount` more for `who`; one that has passed is forgotten first. As many queries each time."""
    with writing_apart():
        window = _window(budget, lasts, at)
        own = BudgetMark.objects.filter(window=window, mark=_mark(bytes(window.salt), who))
        BudgetMark.objects.bulk_create(
            [BudgetMark(window=window, mark=_mark(bytes(window.salt), who))], ignore_conflicts=True
        )
        own.update(spent=F("spent") + amount)
        window.spent += amount
        window.save(update_fields=["spent"])
        return Spent(own.values_list("spent", flat=True).get(), window.spent)


def forget_budget(budget: str) -> None:
    """Let go of all that was counted for one budget, and of the salt by which it was."""
    with writing():
        BudgetWindow.objects.filter(budget=budget).delete()


def forget_what_passed(at: datetime) -> None:
    """Let go of every count and draft whose time has passed; nothing is written when there is none."""
    passed = BudgetWindow.objects.filter(ends_at__lte=at)
    stale = Draft.objects.filter(expires_at__lte=at)
    if passed.exists() or stale.exists():
        with writing():
            passed.delete()
            stale.delete()


def _window(budget: str, lasts: timedelta, at: datetime) -> BudgetWindow:
    """The window of a budget at this moment, for this writer alone."""
    new = BudgetWindow(budget=budget, salt=os.urandom(SALT_BYTES), ends_at=at + lasts)
    BudgetWindow.objects.bulk_create([new], ignore_conflicts=True)
    window = BudgetWindow.objects.select_for_update().get(budget=budget)
    if window.ends_at - lasts <= at < window.ends_at:
        return window
    BudgetMark.objects.filter(window=window).delete()
    new.save()
    return new


def _mark(salt: bytes, who: str) -> int:
    """Under which of the marks somebody is counted."""
    return int.from_bytes(school_key().blind_index(b"budget" + salt + who.encode())[:2], "big") % MARKS
