"""What the page of one account holds: its facts, and the forms for what this viewer may do with it."""

from datetime import date
from typing import Any

from keyzer.protocol import Viewer

from . import pages
from .events import Kind
from .forms import HandOverForm, RetireForm, ReviewForm
from .queries import AccountPage
from .standing import KEEPERS


def account_context(viewer: Viewer, page: AccountPage, on: date) -> dict[str, Any]:
    """The context of the page; a form is None where the viewer may not do it."""
    is_work = page.line.kind is Kind.WORK
    return {
        "page": page,
        "facts": pages.facts(page),
        "history": pages.history(page),
        "review": ReviewForm() if page.may_review else None,
        "hand_over": HandOverForm(None, on, page.line.owner) if page.may_keep and is_work else None,
        "retire": RetireForm() if page.may_keep else None,
        "keeps_channel": viewer.holds(*KEEPERS) and not is_work and not page.line.is_retired,
    }
