"""Parts of letters to staff: the collective agreement, the time for a defence, and who had to agree or advise first."""

from datetime import date
from typing import Any

from keyzer.protocol.case.events.measures import IntentionRecorded
from keyzer.protocol.case.letters.defence import defence_from
from keyzer.protocol.case.letters.page import Page
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Gate


def agreement(page: Page) -> str | None:
    """Where the collective agreement allows it, as human resources filled it in."""
    return page.state.settings.agreement_source or None


def works_council(page: Page) -> date | None:
    """The day on which the staff's part of the works council consented (Wms 12(1))."""
    consent = page.state.settings.works_council_consent
    return consent if consent is not None and consent <= local_day(page.now) else None


def legal_advice(page: Page) -> bool | None:
    """Whether a lawyer advised before the decision."""
    return any(one.at <= page.told_at for one in page.state.legal_advice) or None


def needs_advice(page: Page) -> bool:
    """Whether the measure could be decided only after legal advice."""
    return page.asks(Gate.LEGAL_ADVICE)


def defence(page: Page) -> dict[str, Any] | None:
    """Until when the person concerned can answer the intention, counted as if the letter were given now."""
    told = page.matter.event
    if not isinstance(told, IntentionRecorded):
        return None
    ends = defence_from(page.state, max(told.given_at, page.now))
    return {"until": local_day(ends), "days": page.state.settings.defence_days} if ends else None
