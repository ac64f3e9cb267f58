"""What the person concerned may read of the own case: nothing until told, and then what was told, never more."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct

from keyzer.protocol.case import facts, targets
from keyzer.protocol.case.clocks import objection_due, objection_ends
from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.events import frame, measures, remedies, repair, staff, talks
from keyzer.protocol.case.letters.defence import defence_ends
from keyzer.protocol.case.letters.matters import matters
from keyzer.protocol.case.letters.page import Page
from keyzer.protocol.case.letters.parts_after import remedy
from keyzer.protocol.case.state import CaseState, Phase
from keyzer.protocol.edition import Conduct, Edition, Measure, Term
from keyzer.protocol.terms import end_of
from keyzer.protocol.vocabulary import Lane, LetterAbout, LetterPart, Text, Unit


class Reader(StrEnum):
    """Who reads: a pupil is called `je`, a guardian and a member of staff `u`."""

    PUPIL = "pupil"
    GUARDIAN = "guardian"
    STAFF = "staff"


class RemedyKind(StrEnum):
    """What can be done against a decision; `none` where only the own view stands open."""

    OBJECTION = "objection"
    COMPLAINT = "complaint"
    APPEAL = "appeal"
    COURT = "court"
    NONE = "none"


class Remedy(Struct, frozen=True, kw_only=True):
    """What the reader can do against a decision, with whom, and the end of the term where there is one."""

    kind: RemedyKind
    body: Text | None = None
    address: str = ""
    until: datetime | None = None
    is_open: bool = False
    weeks_to_answer: int | None = None


class OwnObjection(Struct, frozen=True, kw_only=True):
    """An objection against a decision that the reader knows; `decide_by` is None while a dispute stops the clock."""

    lodged: remedies.ObjectionLodged
    decide_by: datetime | None
    answer: remedies.ObjectionDecided | None


class OwnAppeal(Struct, frozen=True, kw_only=True):
    """An appeal of a member of staff, and what the committee judged."""

    lodged: remedies.AppealLodged
    judgment: remedies.AppealJudged | None


class OwnDecision(Struct, frozen=True, kw_only=True):
    """A decision that was made known to the reader, without what only who decides needs."""

    decision: str
    measure: Measure
    told_at: datetime
    starts: datetime | None
    ends: datetime | None
    reason: str
    grounds: tuple[str, ...]
    lifted: measures.MeasureLifted | None
    school_work: str
    remedy: Remedy
    objection: OwnObjection | None
    appeal: OwnAppeal | None


class OwnIntention(Struct, frozen=True, kw_only=True):
    """What the school intends, and until when the reader can answer; None where the school has set no term."""

    measure: Measure
    given: measures.IntentionRecorded
    answer_until: datetime | None
    answer: staff.DefenceRecorded | None
    is_decided: bool


class OwnCase(Struct, frozen=True, kw_only=True):
    """All that one reader may read of a case. `talked` and `ended` say how far it is as the reader knows it."""

    reader: Reader
    subject: str
    lane: Lane
    is_open: bool
    talked: bool
    facts: frame.FactsEstablished | None
    conduct: tuple[Conduct, ...]
    ended: frame.EndedWithoutMeasure | None
    invitations: tuple[talks.HearingInvited, ...]
    hearings: tuple[talks.HearingRecorded, ...]
    contacts: tuple[talks.GuardianReached, ...]
    intentions: tuple[OwnIntention, ...]
    decisions: tuple[OwnDecision, ...]
    stop_contacts: tuple[repair.StopContactAgreed, ...]
    mediations: tuple[repair.MediationPlanned, ...]
    repairs: tuple[repair.RepairAgreed, ...]
    aftercare: tuple[talks.AftercarePlanned, ...]
    statements: tuple[frame.StatementAdded, ...]


def may_read(state: CaseState, person: str, at: datetime) -> bool:
    """Whether this person may follow the case at all (WVO 2020, 8.1, 8.14(2); 3.39 for what is the board's alone).

    The subject, and below 18 each guardian with authority with whom contact is neither unsafe nor forbidden.
    """
    return not state.sealed and person in facts.recipients(state, at)


def told_to(state: CaseState, person: str, at: datetime) -> bool:
    """Whether this person was told that there is a case: invited, spoken with, written to, or given a decision."""
    return may_read(state, person, at) and person in _in_the_know(state)


def own_case(edition: Edition, state: CaseState, person: str, at: datetime) -> OwnCase | None:
    """What `person` may read at `at`; None for who was told nothing (leerlingen-3, leerlingen-9, personeel-8)."""
    if not told_to(state, person, at):
        return None
    hearings = tuple(one for one in state.hearings if one.person == person)
    contacts = tuple(one for one in state.reached if one.guardian == person)
    decisions = _decisions(edition, state, person)
    is_open, done = state.phase is Phase.OPEN, {one.repair for one in state.repairs_recorded if one.done}
    return OwnCase(
        reader=_reader(state, person),
        subject=state.subject,
        lane=state.lane,
        is_open=is_open,
        talked=bool(hearings or contacts or decisions),
        facts=facts.established(state),
        conduct=tuple(edition.conduct[kind] for kind in state.conduct if kind in edition.conduct),
        ended=None if is_open else state.ended,
        invitations=tuple(one for one in state.invitations if one.person == person),
        hearings=hearings,
        contacts=contacts,
        intentions=_intentions(edition, state),
        decisions=decisions,
        stop_contacts=state.stop_contacts,
        mediations=state.mediation_plans,
        repairs=tuple(one for one in state.repairs if one.repair not in done),
        aftercare=tuple(one for one in state.aftercare_plans if one.person in {person, state.subject}),
        statements=tuple(one for one in state.statements if one.person == person),
    )


def _in_the_know(state: CaseState) -> frozenset[str]:
    """Everybody who was told of the case, or who spoke in it."""
    told = {one.person for one in state.invitations} | {one.person for one in state.hearings}
    told |= {one.person for one in state.announcements} | {one.guardian for one in state.reached}
    told |= {one.addressee for one in state.letters_sent}
    spoke = {one.person for one in state.statements} | {one.person for one in state.objections}
    return frozenset(told | spoke | ({state.subject} if state.intentions else set()))


def _reader(state: CaseState, person: str) -> Reader:
    if state.lane is Lane.PERSONEEL:
        return Reader.STAFF
    return Reader.PUPIL if person == state.subject else Reader.GUARDIAN


def _decisions(edition: Edition, state: CaseState, person: str) -> tuple[OwnDecision, ...]:
    """What was made known to this person, oldest first."""
    told = {one.decision: one.at for one in state.announcements if one.person == person}
    lifted = {one.decision: one for one in state.lifted}
    work = {one.decision: one.arrangement for one in state.school_work}
    return tuple(
        OwnDecision(
            decision=one.decision,
            measure=edition.measures[one.measure],
            told_at=told[one.decision],
            starts=one.starts,
            ends=one.ends,
            reason=one.reason,
            grounds=one.grounds,
            lifted=lifted.get(one.decision),
            school_work=work.get(one.decision, ""),
            remedy=_remedy(edition, state, one, person),
            objection=_objection(edition, state, one.decision, person),
            appeal=_appeal(state, one.decision),
        )
        for one in state.decisions
        if one.decision in told
    )


def _remedy(edition: Edition, state: CaseState, decision: measures.MeasureDecided, person: str) -> Remedy:
    """What the letter about the decision says of it, counted from the day on which this person was told."""
    objected = facts.has_objected(state, decision.decision, person)
    is_open = decision in targets.objectionable(state) and not objected
    said = _as_in_the_letter(edition, state, decision, person)
    kind = RemedyKind.OBJECTION if is_open else RemedyKind(said.get("kind", RemedyKind.NONE))
    if decision.effect is Effect.SUMMARY_DISMISSAL and kind is RemedyKind.APPEAL:
        kind = RemedyKind.COURT
    if kind is not RemedyKind.OBJECTION:
        until = end_of(said["until"]) if "until" in said else None
        return Remedy(kind=kind, body=said.get("body"), address=said.get("address", ""), until=until)
    return Remedy(
        kind=kind,
        address=state.settings.objection_address,
        until=objection_ends(edition, state, decision.decision, person),
        is_open=is_open,
        weeks_to_answer=_weeks(edition.step("verwijdering", "bezwaar-beslissen").term),
    )


def _as_in_the_letter(
    edition: Edition, state: CaseState, decision: measures.MeasureDecided, person: str
) -> dict[str, Any]:
    told = next(one.at for one in state.announcements if (one.decision, one.person) == (decision.decision, person))
    for kind in edition.letters.values():
        if kind.about is LetterAbout.DECISION and LetterPart.REMEDY in {*kind.parts, *kind.also}:
            for matter in matters(kind, state):
                if matter.id == decision.decision and kind.lane is state.lane:
                    page = Page(edition=edition, state=state, kind=kind, matter=matter, addressee=person, now=told)
                    return remedy(page) or {}
    return {}


def _objection(edition: Edition, state: CaseState, decision: str, person: str) -> OwnObjection | None:
    """The reader's own objection, else the last one of somebody else."""
    against = [one for one in state.objections if one.decision == decision]
    if not against:
        return None
    lodged = next((one for one in against if one.person == person), against[-1])
    answer = next((one for one in state.objection_decisions if one.decision == decision), None)
    return OwnObjection(lodged=lodged, decide_by=objection_due(edition, state, lodged), answer=answer)


def _appeal(state: CaseState, decision: str) -> OwnAppeal | None:
    lodged = next((one for one in state.appeals if one.decision == decision), None)
    judgment = next((one for one in state.appeal_judgments if one.decision == decision), None)
    return OwnAppeal(lodged=lodged, judgment=judgment) if lodged else None


def _weeks(term: Term | None) -> int | None:
    return term.amount if term is not None and term.unit is Unit.WEEKS else None


def _intentions(edition: Edition, state: CaseState) -> tuple[OwnIntention, ...]:
    """What is intended is for everybody who is heard about it (WVO 2020, 8.15(3)); staff have a term for the answer."""
    has_term = state.lane is Lane.PERSONEEL
    decided = {one.measure for one in state.decisions}
    return tuple(
        OwnIntention(
            measure=edition.measures[one.measure],
            given=one,
            answer_until=defence_ends(state, one) if has_term else None,
            answer=next((each for each in state.defences if each.measure == one.measure), None),
            is_decided=one.measure in decided,
        )
        for one in state.intentions
    )
