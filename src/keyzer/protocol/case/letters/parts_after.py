"""Parts that a decision brings with it: remedy, school work, what was handed in, and what came of an objection."""

from datetime import timedelta
from typing import Any

from keyzer.protocol.case.clocks import OBJECTION_STEPS, due, objection_due
from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.events.remedies import ObjectionDecided, ObjectionLodged
from keyzer.protocol.case.letters.page import Page
from keyzer.protocol.case.letters.part import known, named
from keyzer.protocol.case.values import WORDS
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Lane, LetterAbout, Text, Unit

COURT_WEEKS = 6
BOARD = Text(nl="het bestuur van de school", en="the board of the school")
COMPLAINTS = Text(nl="de klachtencommissie", en="the complaints committee")
CANTONAL_COURT = Text(nl="de kantonrechter", en="the cantonal court")
COURT = Text(nl="de rechtbank", en="the district court")


def remedy(page: Page) -> dict[str, Any] | None:
    """What the addressee can do against it, with whom and until when, counted as if it were made known now."""
    decision = page.matter.decision
    if decision is None:
        return None
    if page.kind.about is LetterAbout.OBJECTION_DECISION:
        return known(kind="appeal", body=COURT, weeks=COURT_WEEKS)
    if page.state.lane is Lane.PERSONEEL:
        return _staff(page, decision)
    public = page.state.settings.governance == "openbaar"
    if decision.effect is Effect.REMOVAL or (public and decision.effect is Effect.SUSPENSION):
        return _objection(page, decision)
    return _complaint(page)


def has_remedy(page: Page) -> bool:
    """Against a decision on an objection stands the court alone, and only at a public school (Awb)."""
    return page.kind.about is not LetterAbout.OBJECTION_DECISION or page.state.settings.governance == "openbaar"


def _objection(page: Page, decision: MeasureDecided) -> dict[str, Any] | None:
    """Objection within six weeks after it is made known (WVO 2020, 8.15(7); Awb 6:7)."""
    address, step = page.state.settings.objection_address, OBJECTION_STEPS[decision.effect]
    ends = due(page.edition, page.state, step, page.now)
    term = page.edition.step(*step).term
    if not address or ends is None or term is None:
        return None
    weeks = term.amount if term.unit is Unit.WEEKS else None
    return known(kind="objection", body=BOARD, address=address, weeks=weeks, until=local_day(ends))


def _complaint(page: Page) -> dict[str, Any] | None:
    """A complaint under the school's own procedure (WVO 2020, 3.35)."""
    settings = page.state.settings
    address = settings.complaint_address or settings.objection_address
    return known(kind="complaint", body=COMPLAINTS, address=address) if address else None


def _staff(page: Page, decision: MeasureDecided) -> dict[str, Any] | None:
    """Appeal as the school filled in from its collective agreement; from summary dismissal to court (BW 7:686a)."""
    if decision.effect is Effect.SUMMARY_DISMISSAL:
        ends = due(page.edition, page.state, ("zaak-personeel", "kantonrechter"), page.now)
        return known(kind="appeal", body=CANTONAL_COURT, until=ends and local_day(ends))
    settings = page.state.settings
    if not settings.appeal_body or settings.appeal_weeks is None:
        return None
    return known(
        kind="appeal",
        body=Text(nl=settings.appeal_body, en=settings.appeal_body),
        address=settings.appeal_address or settings.objection_address,
        weeks=settings.appeal_weeks,
        until=local_day(page.now) + timedelta(weeks=settings.appeal_weeks),
    )


def school_work(page: Page) -> str | None:
    """How the pupil goes on learning."""
    arranged = [one.arrangement for one in page.state.school_work if _of_this(page, one.decision)]
    return arranged[-1] if arranged else None


def device(page: Page) -> dict[str, Any] | None:
    """Which device was handed in, where it is kept, and when it goes back."""
    taken = [one for one in page.state.devices_taken if _of_this(page, one.decision)]
    if not taken or page.matter.decision is None:
        return None
    return known(device=taken[-1].device, kept_at=taken[-1].kept_at, back_by=page.matter.decision.ends)


def other_school(page: Page) -> dict[str, Any] | None:
    """The school that is willing to admit the pupil."""
    found = [one for one in page.state.other_schools if one.at <= page.told_at]
    return {"school": found[-1].school, "confirmed_by": found[-1].confirmed_by} if found else None


def needs_other_school(page: Page) -> bool:
    """Whether a removal waits for another school (WVO 2020, 8.15(2): under compulsory education)."""
    decision = page.matter.decision
    return page.state.compulsory_education and decision is not None and decision.effect is Effect.REMOVAL


def inspectorate(page: Page) -> dict[str, Any] | None:
    """When the Inspectorate was consulted before the decision, and what came of it."""
    talks = [one for one in page.state.inspectorate_consulted if one.at <= page.told_at]
    return {"consulted_on": local_day(talks[-1].at), "outcome": talks[-1].outcome} if talks else None


def objection(page: Page) -> dict[str, Any] | None:
    """The objection as it came in, and until when the board decides on it; a dispute stops that clock."""
    lodged = _lodged(page)
    if lodged is None:
        return None
    ends = objection_due(page.edition, page.state, lodged)
    return known(
        person=named(lodged.person),
        received_on=lodged.received_on,
        late=lodged.late,
        decide_by=ends and local_day(ends),
    )


def _lodged(page: Page) -> ObjectionLodged | None:
    told = page.matter.event
    if isinstance(told, ObjectionLodged):
        return told
    return next((one for one in reversed(page.state.objections) if _of_this(page, one.decision)), None)


def objection_decision(page: Page) -> dict[str, Any] | None:
    """What was decided on the objection, why, and when the objector was heard (WVO 2020, 8.15(8))."""
    told = page.matter.event
    heard = [one for one in page.state.objection_hearings if _of_this(page, one.decision)]
    if not isinstance(told, ObjectionDecided) or not heard:
        return None
    return {"outcome": WORDS[told.outcome], "reason": told.reason, "heard_on": local_day(heard[-1].at)}


def ending(page: Page) -> dict[str, Any] | None:
    """How the case ended without a measure."""
    ended = page.state.ended
    return {"ground": WORDS[ended.ground], "reason": ended.reason} if ended else None


def _of_this(page: Page, decision: str) -> bool:
    return page.matter.decision is not None and page.matter.decision.decision == decision
