"""Duties about the appeal of a member of staff, and the terms to be kept in view after a decision (personeel-8)."""

from datetime import datetime

from keyzer.protocol.case import facts
from keyzer.protocol.case.clocks import appeal_ends, challenge_ends
from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.owed.duty import Duty, Owing, Settle, When, owe, status_of, waiting_on
from keyzer.protocol.case.targets import can_be_appealed, open_appeals
from keyzer.protocol.rule import implements
from keyzer.protocol.terms import end_of
from keyzer.protocol.vocabulary import Lane, Role, Text

STAFF = "zaak-personeel"
KEPT_BY = (Role.HR, Role.BESTUUR)


@implements("personeel-8")
def owed(owing: Owing) -> list[Duty]:
    """An appeal waits for its judgment; the time to appeal, or to go to court, is kept in view and holds nothing up."""
    if owing.state.lane is not Lane.PERSONEEL:
        return []
    told = {one.decision for one in owing.state.announcements}
    made_known = [one for one in owing.state.decisions if one.decision in told]
    return [
        *(_term(owing, one) for one in made_known if can_be_appealed(owing.edition, one)),
        *(_challenge(owing, one) for one in made_known if one.effect is Effect.SUMMARY_DISMISSAL),
        *_appeals(owing),
    ]


def _term(owing: Owing, decision: MeasureDecided) -> Duty:
    label = Text(nl="De tijd om in beroep te gaan afwachten", en="Wait for the time to appeal to end")
    ends = appeal_ends(owing.state, decision.decision)
    if any(one.decision == decision.decision for one in owing.state.appeals):
        ends = decision.at  # nothing to wait for any more
    return _kept_in_view(owing, "appeal-term", label, decision, ends)


def _challenge(owing: Owing, decision: MeasureDecided) -> Duty:
    label = Text(nl="De tijd om naar de kantonrechter te gaan afwachten", en="Wait for the time to go to court to end")
    ends = challenge_ends(owing.edition, owing.state, decision.decision)
    return _kept_in_view(owing, "challenge-term", label, decision, ends)


STEPS = {"appeal-term": "beroep", "challenge-term": "kantonrechter"}


def _kept_in_view(
    owing: Owing,
    name: str,
    label: Text,
    decision: MeasureDecided,
    ends: datetime | None,
) -> Duty:
    is_lifted = decision not in facts.in_force(owing.state)
    status = status_of(done=ends is not None and owing.now > ends, excepted=is_lifted)
    when = When((STAFF, STEPS[name]), decision.at, ends=ends)
    return waiting_on(owe(owing, f"{name}:{decision.decision}", label, when, status, by=KEPT_BY))


def _appeals(owing: Owing) -> list[Duty]:
    waiting = {one.decision for one in open_appeals(owing.state)}
    label = Text(nl="Het oordeel op het beroep vastleggen", en="Record the judgment on the appeal")
    return [
        owe(
            owing,
            f"appeal:{one.decision}",
            label,
            When((STAFF, "beroep-uitspraak"), end_of(one.received_on)),
            status_of(done=one.decision not in waiting),
            settle=Settle("record-appeal-judgment", {"decision": one.decision}),
        )
        for one in owing.state.appeals
    ]
