"""What the page of one account holds: its facts, and the forms for what this viewer may do with it."""

from datetime import date
from typing import Any

from keyzer.protocol import AccountAct

from . import pages
from .forms import HandOverForm, RetireForm, ReviewForm
from .queries import AccountPage


def account_context(page: AccountPage, on: date) -> dict[str, Any]:
    """The context of the page; a form is None where the viewer may not do it."""
    return {
        "page": page,
        "facts": pages.facts(page),
        "history": pages.history(page),
        "review": ReviewForm() if AccountAct.REVIEW in page.may else None,
        "hand_over": HandOverForm(None, on, page.line.owner) if AccountAct.HAND_OVER in page.may else None,
        "retire": RetireForm() if AccountAct.RETIRE in page.may else None,
        "may_use": AccountAct.SAY_IN_USE in page.may,
        "keeps_channel": AccountAct.REARRANGE in page.may,
    }
