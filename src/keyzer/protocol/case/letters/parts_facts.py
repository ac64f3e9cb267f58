"""Parts that tell what it is about: what happened, which rule, which measure, and why."""

from typing import Any

from keyzer.protocol.case import facts
from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.events.measures import IntentionRecorded, MeasureProposed
from keyzer.protocol.case.letters.page import Page
from keyzer.protocol.case.letters.part import known, named
from keyzer.protocol.vocabulary import Voice


def happened(page: Page) -> dict[str, Any] | None:
    """What was established; an intention tells it in its own words."""
    found, told = facts.established(page.state), page.matter.event
    text = told.facts if isinstance(told, IntentionRecorded) else found and found.text
    if not text:
        return None
    if found is None:
        return {"text": text}
    return known(text=text, when=found.happened_on, where=found.place, channel=found.channel)


def rule(page: Page) -> list[dict[str, Any]] | None:
    """The conduct that the case looks at, with the articles that it goes against."""
    state, edition = page.state, page.edition
    return [
        {
            "label": edition.conduct[kind].label,
            "articles": list(dict.fromkeys(facts.articles_broken(edition, state.lane, (kind,)))),
        }
        for kind in state.conduct
        if kind in edition.conduct
    ] or None


def measure(page: Page) -> dict[str, Any] | None:
    """The measure in the words of the edition, to a guardian about the child; a body knows what it is."""
    chosen = page.measure
    if chosen is None:
        return None
    if page.voice is Voice.BODY:
        return {"label": chosen.label}
    to_guardian = chosen.explain_to_guardian if page.voice is Voice.GUARDIAN else None
    return {"label": chosen.label, "explain": to_guardian or chosen.explain}


def period(page: Page) -> dict[str, Any] | None:
    """From when until when a measure holds."""
    decision = page.matter.decision
    return known(starts=decision.starts, ends=decision.ends) or None if decision else None


def has_period(page: Page) -> bool:
    """Whether the measure is one with an end."""
    return page.measure is not None and page.measure.needs_end


def reasons(page: Page) -> str | None:
    """Why this measure, and why nothing lighter."""
    return page.matter.decision.reason if page.matter.decision else None


def outside_range(page: Page) -> str | None:
    """Why the measure is other than usual."""
    return (page.matter.decision.outside_range or None) if page.matter.decision else None


def intended(page: Page) -> dict[str, Any] | None:
    """The measure that the school has in view: the intention that is told, else the newest intention or proposal."""
    told = page.matter.event
    in_view: list[IntentionRecorded | MeasureProposed] = [*page.state.proposals, *page.state.intentions]
    if isinstance(told, IntentionRecorded):
        in_view = [told]
    if not in_view:
        return None
    newest = max(in_view, key=lambda one: one.at)
    return {"label": page.edition.measures[newest.measure].label, "reason": newest.reason}


def earlier(page: Page) -> list[dict[str, Any]]:
    """The suspensions that came before, in this case; empty when this is the first."""
    return [
        {"measure": page.edition.measures[one.measure].label, **known(starts=one.starts, ends=one.ends)}
        for one in page.state.decisions
        if one.effect is Effect.SUSPENSION and one.at < page.told_at
    ]


def subject(page: Page) -> dict[str, Any]:
    """Whom the case is about; the day of birth for bodies that must know whom it concerns."""
    born = page.state.born if page.voice is Voice.BODY else None
    return known(person=named(page.state.subject), born=born)
