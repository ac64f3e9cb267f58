"""Parts that tell who was heard, who is invited, and what comes afterwards."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from keyzer.protocol.case import facts
from keyzer.protocol.case.events.talks import GuardianReached, HearingInvited, HearingRecorded
from keyzer.protocol.case.letters.page import Page
from keyzer.protocol.case.letters.part import known, named
from keyzer.protocol.case.values import WORDS, HearingOutcome
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Gate, LetterAbout, Voice


def heard(page: Page) -> list[dict[str, Any]] | None:
    """Who was heard before the decision and what they said; empty when urgency put the hearing off.

    A talk that was held or recorded after the decision does not stand behind it. What one guardian said stands in no
    letter to the other: parents may live apart.
    """
    told = page.matter.event
    if isinstance(told, HearingRecorded):
        return [_talk(page, told)]
    talks = [one for one in page.state.hearings if _stands_behind(page, one.held_at, one.at)]
    calls = [one for one in page.state.reached if one.view_asked and _stands_behind(page, one.contacted_at, one.at)]
    decision = page.matter.decision
    if any(one.person == page.state.subject for one in talks) or (decision is not None and decision.urgent):
        return [*(_talk(page, one) for one in talks), *(_call(page, one) for one in calls), *_defences(page)]
    return None


def was_heard_first(page: Page) -> bool:
    """Whether the measure asks that the subject is heard first, or the letter tells of a talk."""
    return page.kind.about is LetterAbout.HEARING or page.asks(Gate.SUBJECT_HEARD)


def _stands_behind(page: Page, held_at: datetime, recorded_at: datetime) -> bool:
    return max(held_at, recorded_at) <= page.told_at


def _talk(page: Page, talk: HearingRecorded) -> dict[str, Any]:
    heard_so = known(person=named(talk.person), held_at=talk.held_at, outcome=WORDS[talk.outcome])
    if not _may_read_words(page, talk.person):
        return heard_so
    return heard_so | known(
        account=talk.account,
        seen=WORDS[talk.seen],
        present=talk.present,
        interpreter=talk.interpreter,
        documents=talk.documents,
    )


def _call(page: Page, call: GuardianReached) -> dict[str, Any]:
    outcome = WORDS[HearingOutcome.HEARD]
    heard_so = known(person=named(call.guardian), held_at=call.contacted_at, outcome=outcome)
    if not _may_read_words(page, call.guardian):
        return heard_so
    return heard_so | known(account=call.answer, interpreter=call.interpreter)


def _may_read_words(page: Page, speaker: str) -> bool:
    """Whether the letter repeats what somebody said: the subject to all, a guardian to that guardian and to bodies."""
    return page.voice is Voice.BODY or speaker in {page.state.subject, page.addressee}


def _defences(page: Page) -> list[dict[str, Any]]:
    """What was said against the intention of this measure."""
    return [
        known(person=named(page.state.subject), held_at=one.received_at, outcome=WORDS[one.form], account=one.account)
        for one in page.state.defences
        if one.measure == page.matter.measure and one.at <= page.told_at
    ]


def urgency(page: Page) -> str | None:
    """The written reason why it could not wait, or for which a dismissal takes effect at once."""
    given = [claim.reason for claim in page.state.urgency if claim.at <= page.told_at]
    return given[-1] if given else None


def was_urgent(page: Page) -> bool:
    """Whether the decision rests on a written urgent reason."""
    decision = page.matter.decision
    return page.asks(Gate.URGENT_REASON) or (decision is not None and decision.urgent)


def appointment(page: Page) -> dict[str, Any] | None:
    """When and where the talk is to which the addressee is invited; one that is over invites nobody."""
    told = page.matter.event
    invitations = [told] if isinstance(told, HearingInvited) else page.state.invitations
    return _first(one for one in reversed(invitations) if one.person == page.addressee and one.planned_at >= page.now)


def return_talk(page: Page) -> dict[str, Any] | None:
    """The talk to which the pupil is invited when the suspension is over."""
    ends = page.matter.decision.ends if page.matter.decision else None
    if ends is None:
        return None
    invited = (one for one in page.state.invitations if one.person == page.state.subject)
    return _first(one for one in invited if local_day(one.planned_at) >= local_day(ends))


def _first(invitations: Iterable[HearingInvited]) -> dict[str, Any] | None:
    for one in invitations:
        return known(planned_at=one.planned_at, place=one.place)
    return None


def aftercare(page: Page) -> list[dict[str, Any]] | None:
    """What is planned with the addressee, or with the child; of others the letter does not speak."""
    own = {page.addressee, page.state.subject} & set(facts.speakers(page.state))
    planned = [one for one in page.state.aftercare_plans if one.person in own]
    to_come = [one for one in planned if one.planned_on >= local_day(page.now)]
    return [{"person": named(one.person), "planned_on": one.planned_on} for one in to_come] or None
