"""What a state means: who is party, who was heard or reached, what is in force. Pure questions, no decisions."""

from collections.abc import Iterable
from datetime import date, datetime

from keyzer.protocol.case.effects import Effect, effect_of
from keyzer.protocol.case.events.frame import FactsEstablished
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.case.values import ExceptionGround
from keyzer.protocol.edition import Edition
from keyzer.protocol.terms import local_day
from keyzer.protocol.vocabulary import Audience, Grade, Lane, Part

ADULT_AT = 18
SEVERITY = tuple(Grade)


def birthday(born: date, age: int) -> date:
    """The day on which someone turns `age`; who is born on 29 February does so on 1 March in common years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def is_adult(state: CaseState, at: datetime) -> bool:
    """Whether the subject is of age on the day of `at`; staff always are (WVO 2020, 8.1)."""
    if state.lane is Lane.PERSONEEL:
        return True
    return state.born is not None and local_day(at) >= birthday(state.born, ADULT_AT)


def with_authority(state: CaseState) -> tuple[str, ...]:
    """The guardians who have authority (gezag)."""
    return tuple(guardian.person for guardian in state.guardians if guardian.authority)


def to_contact(state: CaseState, at: datetime) -> tuple[str, ...]:
    """Whom leerlingen-9 wants contacted: each guardian with authority, or the pupil alone who is of age."""
    if state.lane is Lane.PERSONEEL:
        return ()
    return (state.subject,) if is_adult(state, at) else with_authority(state)


def parties(state: CaseState) -> frozenset[str]:
    """Everyone who can't decide, propose or handle: the subject, guardians, and those affected or witness."""
    named = {party.person for party in state.parties if party.part is not Part.MELDER}
    return frozenset(named | {state.subject} | {guardian.person for guardian in state.guardians})


def affected(state: CaseState) -> tuple[str, ...]:
    """Those whom it was done to."""
    return tuple(dict.fromkeys(party.person for party in state.parties if party.part is Part.BETROKKENE))


def speakers(state: CaseState) -> tuple[str, ...]:
    """The subject and the guardians: those who are heard, reached and told."""
    return (state.subject, *(guardian.person for guardian in state.guardians))


def people(state: CaseState) -> tuple[str, ...]:
    """Everyone who takes part in the case."""
    return tuple(dict.fromkeys((*speakers(state), *(party.person for party in state.parties))))


def is_excepted(state: CaseState, person: str) -> bool:
    """Whether a second person agreed that `person` is not contacted."""
    return any(exception.guardian == person for exception in state.exceptions)


def awaits_exception(state: CaseState, person: str) -> bool:
    """Whether somebody asked to leave `person` uncontacted, and no second person has said yes or no to it."""
    asked = sum(request.guardian == person for request in state.exception_requests)
    declined = sum(answer.guardian == person for answer in state.exceptions_declined)
    return asked > declined and not is_excepted(state, person)


def is_reached(state: CaseState, person: str) -> bool:
    """Whether `person` was reached since the case was opened or reopened."""
    return any(call.guardian == person and call.at >= state.round_began for call in state.reached)


def is_heard(state: CaseState, person: str) -> bool:
    """Whether `person` had the opportunity to be heard since the case was opened or reopened.

    The subject is heard in a talk; a guardian also in a call in which the view was asked, or is excepted.
    """
    if any(talk.person == person and talk.at >= state.round_began for talk in state.hearings):
        return True
    if person == state.subject:
        return False
    called = any(call.guardian == person and call.view_asked and call.at >= state.round_began for call in state.reached)
    return called or is_excepted(state, person)


def to_hear(state: CaseState, at: datetime) -> tuple[str, ...]:
    """The subject and, below 18, each guardian with authority."""
    return tuple(dict.fromkeys((state.subject, *to_contact(state, at))))


def recipients(state: CaseState, at: datetime) -> tuple[str, ...]:
    """Who gets a decision: the subject and, below 18, each guardian with authority (WVO 2020, 8.14(2), 8.15(6)).

    Left out is only with whom contact is unsafe or forbidden; who could not be reached has it in writing all the same.
    """
    return tuple(person for person in to_hear(state, at) if not _must_be_left_alone(state, person))


def _must_be_left_alone(state: CaseState, person: str) -> bool:
    asked = [one.ground for one in state.exception_requests if one.guardian == person]
    return is_excepted(state, person) and asked[-1:] != [ExceptionGround.NOT_FOUND]


def gravity(state: CaseState) -> Grade | None:
    """The heaviest of the three axes, or None while nothing was weighed."""
    weighed = state.gravity
    if weighed is None:
        return None
    return max((weighed.utterance, weighed.conduct, weighed.consequence), key=SEVERITY.index)


def established(state: CaseState) -> FactsEstablished | None:
    """The facts as last written down, or None while nobody did."""
    return state.facts[-1] if state.facts else None


def decided(state: CaseState, decision: str) -> MeasureDecided:
    """The decision under its id. Raises StopIteration for an id that the case does not hold."""
    return next(one for one in state.decisions if one.decision == decision)


def in_force(state: CaseState) -> tuple[MeasureDecided, ...]:
    """The decisions that were not ended, whether or not their time is over."""
    lifted = {end.decision for end in state.lifted}
    return tuple(one for one in state.decisions if one.decision not in lifted)


def with_effect(state: CaseState, *effects: Effect) -> tuple[MeasureDecided, ...]:
    """The decisions in force that have one of `effects`."""
    return tuple(one for one in in_force(state) if one.effect in effects)


def is_interim(edition: Edition, state: CaseState, decision: MeasureDecided) -> bool:
    """Whether a suspension bridges the time in which a removal is intended (WVO 2020, 8.15(4))."""
    intended = (one.at for one in state.intentions if effect_of(edition.measures[one.measure]) is Effect.REMOVAL)
    return decision.effect is Effect.SUSPENSION and any(at <= decision.at for at in intended)


def is_new_fact(state: CaseState, after: datetime) -> bool:
    """Whether conduct was cited after `after`: without it nothing is decided twice."""
    return state.cited_at is not None and state.cited_at > after


def suspected_offences(edition: Edition, state: CaseState) -> tuple[str, ...]:
    """The offences that the cited conduct may be; a suspicion, never a finding."""
    named = (offence for kind in state.conduct for offence in edition.conduct[kind].offences)
    return tuple(dict.fromkeys(named))


def needs_complaint(edition: Edition, state: CaseState) -> bool:
    """Whether one of the offences is prosecuted only on the complaint of whom it was done to (Sr 269)."""
    return any(edition.offences[offence].needs_complaint for offence in suspected_offences(edition, state))


def untold(state: CaseState) -> tuple[tuple[str, str], ...]:
    """Pairs of decision and person that must still be told."""
    told = {(notice.decision, notice.person) for notice in state.announcements}
    owed = ((one.decision, person) for one in in_force(state) for person in one.recipients)
    return tuple(pair for pair in owed if pair not in told)


def articles_broken(edition: Edition, lane: Lane, kinds: Iterable[str]) -> tuple[str, ...]:
    """The articles that this conduct goes against, of those that bind whom the lane is about."""
    about = Audience(lane.value)
    return tuple(article for kind in kinds if kind in edition.conduct for article in edition.broken_by(kind, about))


def objectors_heard(state: CaseState, decision: str) -> bool:
    """Whether there was a hearing since the last objection against this decision (WVO 2020, 8.15(8))."""
    lodged = [one.at for one in state.objections if one.decision == decision]
    return any(one.decision == decision and one.at >= max(lodged) for one in state.objection_hearings if lodged)


def has_objected(state: CaseState, decision: str, person: str) -> bool:
    """Whether this person objected to this decision."""
    return any((one.decision, one.person) == (decision, person) for one in state.objections)
