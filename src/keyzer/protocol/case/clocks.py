"""When things in a case are due: the edition's steps tell the term, the law and the school's calendar the days."""

from datetime import date, datetime, timedelta

from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.events.remedies import ObjectionLodged
from keyzer.protocol.case.facts import decided, recipients
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.edition import AT_ONCE, Edition
from keyzer.protocol.terms import add_months, due_after, end_of, local_day, next_ordinary

OBJECTION_STEPS = {Effect.REMOVAL: ("verwijdering", "bezwaar"), Effect.SUSPENSION: ("schorsing", "bezwaar-openbaar")}


def due(edition: Edition, state: CaseState, step: tuple[str, str], start: datetime) -> datetime | None:
    """When a step of a procedure is due that begins at `start`; None where the school has set no term.

    What must be done at once is due on that same day: the law gives no hours, and to hear of it is not to be late.
    """
    chosen = edition.step(*step)
    if chosen.within == AT_ONCE:
        return end_of(local_day(start))
    term = chosen.term
    return None if term is None else due_after(start, term, chosen.counted_in, state.settings.calendar())


def objection_ends(edition: Edition, state: CaseState, decision: str, person: str) -> datetime | None:
    """The end of the term in which `person` can object; None while the decision was not made known to them."""
    step = OBJECTION_STEPS.get(decided(state, decision).effect)
    told = [notice.at for notice in state.announcements if (notice.decision, notice.person) == (decision, person)]
    return due(edition, state, step, told[0]) if step and told else None


def last_objection_day(edition: Edition, state: CaseState, decision: str, now: datetime) -> datetime | None:
    """The last moment at which anyone who gets the decision can object; None while someone was not told.

    Who may not be told any more, such as a guardian once the pupil is 18, holds nothing up.
    """
    still = recipients(state, now)
    each = (
        (person, objection_ends(edition, state, decision, person)) for person in decided(state, decision).recipients
    )
    ends = [end for person, end in each if end is not None or person in still]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def objection_due(edition: Edition, state: CaseState, objection: ObjectionLodged) -> datetime | None:
    """When to decide on an objection; None while a dispute stops the clock (WVO 2020, 8.15(8); disputes committee)."""
    received = end_of(objection.received_on)
    ends = due(edition, state, ("verwijdering", "bezwaar-beslissen"), received)
    stopped = timedelta()
    for dispute in (one for one in state.disputes if one.decision == objection.decision):
        judged = [one.judged_on for one in state.judgments if one.decision == dispute.decision]
        if not judged:
            return None
        stopped += max(judged[0] - max(dispute.filed_on, objection.received_on), timedelta())
    return ends and end_of(next_ordinary(local_day(ends) + stopped))


def device_due(edition: Edition, state: CaseState, decision: str) -> datetime | None:
    """When a device goes back: that school day or earlier as decided, or until when its keeping was agreed last."""
    kept = [one.until for one in state.devices_kept if one.decision == decision]
    if kept:
        return kept[-1]
    chosen = decided(state, decision)
    if chosen.starts is None or chosen.ends is None:
        return None
    return min(chosen.ends, due(edition, state, ("inname", "teruggeven"), chosen.starts) or chosen.ends)


def appeal_ends(state: CaseState, decision: str) -> datetime | None:
    """The end of the term to appeal, as the school took it from its agreement; None while unknown or not told."""
    weeks, told = state.settings.appeal_weeks, _told_at(state, decision)
    return None if weeks is None or told is None else end_of(local_day(told) + timedelta(weeks=weeks))


def challenge_ends(edition: Edition, state: CaseState, decision: str) -> datetime | None:
    """Until when a summary dismissal can be taken to court (BW 7:686a(4)); None while it was not told."""
    told = _told_at(state, decision)
    return None if told is None else due(edition, state, ("zaak-personeel", "kantonrechter"), told)


def _told_at(state: CaseState, decision: str) -> datetime | None:
    return next((notice.at for notice in state.announcements if notice.decision == decision), None)


def complaint_ends(edition: Edition, learned_on: date) -> datetime | None:
    """The safe last day for a complaint: months from the day someone knew, without any extension (Sr 66)."""
    term = edition.step("aangifte", "klachttermijn").term
    return None if term is None else end_of(add_months(learned_on, term.amount))
