"""What a field of a command can name at this moment. The same lists draw forms, bar options and refuse commands."""

from collections.abc import Callable, Collection, Iterable

from keyzer.protocol.case import facts
from keyzer.protocol.case.asking import Choice
from keyzer.protocol.case.effects import Effect, effect_of
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.letters.page import Page
from keyzer.protocol.case.letters.slots import titled, to_issue, to_send
from keyzer.protocol.case.notices import is_told_to_inspectorate, is_told_to_municipality
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.edition import Edition
from keyzer.protocol.vocabulary import Audience, Gate, Text

Target = Callable[[Edition, CaseState], tuple[Choice, ...]]


def as_person(person: str) -> Choice:
    """A person; rooms put the name in place of `{person:<id>}`."""
    return Choice(person, Text(nl=f"{{person:{person}}}", en=f"{{person:{person}}}"))


def _people(persons: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(as_person(person) for person in dict.fromkeys(persons))


def _measures(edition: Edition, measures: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(Choice(one, edition.measures[one].label) for one in dict.fromkeys(measures))


def _decisions(edition: Edition, decisions: Iterable[MeasureDecided]) -> tuple[Choice, ...]:
    return tuple(Choice(one.decision, edition.measures[one.measure].label) for one in decisions)


def _without(decisions: Iterable[MeasureDecided], done: Iterable[Event]) -> list[MeasureDecided]:
    settled = {getattr(event, "decision", None) for event in done}
    return [one for one in decisions if one.decision not in settled]


def inspectorate_owed(state: CaseState) -> list[MeasureDecided]:
    """Decisions that the Inspectorate has not been told of; an ended one was still taken."""
    return _without(filter(is_told_to_inspectorate, state.decisions), state.inspectorate_notices)


def municipality_owed(state: CaseState) -> list[MeasureDecided]:
    """Decisions that the municipality has not been told of; an ended one was still taken."""
    told = (one for one in state.decisions if is_told_to_municipality(state, one))
    return _without(told, state.municipality_notices)


def open_objections(state: CaseState) -> list[MeasureDecided]:
    """Decisions against which an objection waits for an answer."""
    objected = {objection.decision for objection in state.objections}
    return _without((one for one in state.decisions if one.decision in objected), state.objection_decisions)


def open_disputes(state: CaseState) -> list[MeasureDecided]:
    """Decisions that lie with the disputes committee."""
    filed = {dispute.decision for dispute in state.disputes}
    return _without((one for one in state.decisions if one.decision in filed), state.judgments)


def objectionable(state: CaseState) -> list[MeasureDecided]:
    """Decisions open to objection: removal; at a public school suspension too (WVO 2020, 8.15(7); Awb).

    Each guardian and the pupil may object for themselves, until the board has decided on what was lodged.
    """
    effects = [Effect.REMOVAL] + ([Effect.SUSPENSION] if state.settings.governance == "openbaar" else [])
    return _without((one for one in state.decisions if one.effect in effects), state.objection_decisions)


def objections_to_hear(state: CaseState) -> list[MeasureDecided]:
    """Decisions against which somebody objected who was not heard since."""
    return [one for one in open_objections(state) if not facts.objectors_heard(state, one.decision)]


def can_be_appealed(edition: Edition, decision: MeasureDecided) -> bool:
    """Whether an appeals committee may judge it: a punishment of staff, or the order suspension."""
    gates = edition.measures[decision.measure].gates
    return Gate.DEFENCE_TERM_OVER in gates or decision.effect is Effect.ORDER_SUSPENSION


def appealable(edition: Edition, state: CaseState) -> list[MeasureDecided]:
    """Decisions against which no appeal came in yet, of those that can be appealed."""
    return _without((one for one in state.decisions if can_be_appealed(edition, one)), state.appeals)


def open_appeals(state: CaseState) -> list[MeasureDecided]:
    """Decisions that lie with the appeals committee."""
    lodged = {appeal.decision for appeal in state.appeals}
    return _without((one for one in state.decisions if one.decision in lodged), state.appeal_judgments)


def to_review(edition: Edition, state: CaseState) -> list[MeasureDecided]:
    """Suspensions in force that wait for something else: an inquiry among staff, a removal of a pupil."""
    waiting = (
        one.effect is Effect.ORDER_SUSPENSION or facts.is_interim(edition, state, one) for one in state.decisions
    )
    still = {one.decision for one in facts.in_force(state)}
    return [one for one, waits in zip(state.decisions, waiting, strict=True) if waits and one.decision in still]


def aftercare_owed(state: CaseState) -> tuple[str, ...]:
    """Persons with more aftercare planned than given."""
    given = [talk.person for talk in state.aftercare if not talk.again]
    planned = [plan.person for plan in state.aftercare_plans]
    return tuple(person for person in dict.fromkeys(planned) if planned.count(person) > given.count(person))


def aftercare_again(state: CaseState) -> tuple[str, ...]:
    """Persons whose planned aftercare was given, and who were not asked again since the first time."""
    asked = {talk.person for talk in state.aftercare if talk.again} | set(aftercare_owed(state))
    return tuple(dict.fromkeys(talk.person for talk in state.aftercare if talk.person not in asked))


def open_mediations(state: CaseState) -> tuple[str, ...]:
    """Persons with whom a mediation was planned of which nothing is recorded yet."""
    held = [talk.person for talk in state.mediations]
    planned = [plan.person for plan in state.mediation_plans]
    return tuple(person for person in dict.fromkeys(planned) if planned.count(person) > held.count(person))


def _repairs(state: CaseState) -> tuple[Choice, ...]:
    done = {one.repair for one in state.repairs_recorded}
    agreed = (one for one in state.repairs if one.repair not in done)
    return tuple(Choice(one.repair, Text(nl=one.terms, en=one.terms)) for one in agreed)


def _agreements(state: CaseState) -> tuple[Choice, ...]:
    done = {one.agreement for one in state.looked_back}
    agreed = (one for one in state.stop_contacts if one.agreement and one.agreement not in done)
    return tuple(Choice(one.agreement, as_person(one.person).label) for one in agreed)


def to_inform(state: CaseState) -> tuple[str, ...]:
    """Those to be told before the report of WVO 2020, 3.39(2): the person concerned and those affected."""
    told = {notice.person for notice in state.informed}
    return tuple(person for person in (state.subject, *facts.affected(state)) if person not in told)


def _informed(state: CaseState, person: str) -> Choice:
    if person == state.subject:
        return as_person(person)
    name = as_person(person).label
    return Choice(person, Text(nl=f"de ouders van {name.nl}", en=f"the guardians of {name.en}"))


def _custody(state: CaseState) -> list[MeasureDecided]:
    return list(facts.with_effect(state, Effect.CUSTODY))


def _taken(state: CaseState) -> list[MeasureDecided]:
    taken = {device.decision for device in state.devices_taken}
    return _without((one for one in state.decisions if one.decision in taken), state.devices_returned)


def _suspensions(state: CaseState) -> list[MeasureDecided]:
    return list(facts.with_effect(state, Effect.SUSPENSION))


def _unreached(state: CaseState) -> list[str]:
    settled = (facts.is_reached, facts.is_excepted, facts.awaits_exception)
    return [one for one in facts.with_authority(state) if not any(is_so(state, one) for is_so in settled)]


def _requested(state: CaseState) -> list[str]:
    asked = dict.fromkeys(one.guardian for one in state.exception_requests)
    return [person for person in asked if facts.awaits_exception(state, person)]


def _letters(waiting: Iterable[Page]) -> tuple[Choice, ...]:
    return tuple(Choice(page.slot, titled(page)) for page in waiting)


def _ladder(edition: Edition, state: CaseState) -> list[str]:
    return [measure.id for measure in edition.ladder(state.lane)]


def _intended(edition: Edition, state: CaseState) -> list[str]:
    return [
        measure.id
        for measure in edition.ladder(state.lane)
        if Gate.WRITTEN_INTENTION in measure.gates or effect_of(measure) is Effect.REMOVAL
    ]


def conduct_to_name(edition: Edition, about: Audience, named: Collection[str]) -> tuple[Choice, ...]:
    """The conduct that may yet be named of `about`, each under the title of the first article that it breaks."""
    return tuple(
        Choice(kind.id, kind.label, edition.article(edition.broken_by(kind.id, about)[0]).title)
        for kind in edition.conduct_of(about)
        if kind.id not in named
    )


TARGETS: dict[str, Target] = {
    "conduct": lambda edition, _: tuple(Choice(kind.id, kind.label) for kind in edition.conduct.values()),
    "new_conduct": lambda edition, state: conduct_to_name(edition, Audience(state.lane.value), state.conduct),
    "people": lambda _, state: _people(facts.people(state)),
    "speakers": lambda _, state: _people(facts.speakers(state)),
    "affected": lambda _, state: _people(facts.affected(state)),
    "recipients": lambda _, state: _people(person for _decision, person in facts.untold(state)),
    "unreached": lambda _, state: _people(_unreached(state)),
    "exception_requests": lambda _, state: _people(_requested(state)),
    "aftercare_to_record": lambda _, state: _people((*aftercare_owed(state), *aftercare_again(state))),
    "mediations_open": lambda _, state: _people(open_mediations(state)),
    "repairs_open": lambda _, state: _repairs(state),
    "agreements_to_look_back": lambda _, state: _agreements(state),
    "to_inform": lambda _, state: tuple(_informed(state, person) for person in to_inform(state)),
    "complainants": lambda edition, state: _people(
        facts.affected(state) if facts.needs_complaint(edition, state) else ()
    ),
    "measures": lambda edition, state: _measures(edition, _ladder(edition, state)),
    "intended_measures": lambda edition, state: _measures(edition, _intended(edition, state)),
    "proposals": lambda edition, state: _measures(edition, (one.measure for one in state.proposals)),
    "intentions": lambda edition, state: _measures(edition, (one.measure for one in state.intentions)),
    "decisions_in_force": lambda edition, state: _decisions(edition, facts.in_force(state)),
    "decisions_to_announce": lambda edition, state: _decisions(
        edition, (facts.decided(state, one) for one in dict.fromkeys(pair[0] for pair in facts.untold(state)))
    ),
    "inspectorate_owed": lambda edition, state: _decisions(edition, inspectorate_owed(state)),
    "municipality_owed": lambda edition, state: _decisions(edition, municipality_owed(state)),
    "school_work_owed": lambda edition, state: _decisions(edition, _without(_suspensions(state), state.school_work)),
    "return_talk_owed": lambda edition, state: _decisions(edition, _without(_suspensions(state), state.return_talks)),
    "device_to_take": lambda edition, state: _decisions(edition, _without(_custody(state), state.devices_taken)),
    "device_to_return": lambda edition, state: _decisions(edition, _taken(state)),
    "objectionable": lambda edition, state: _decisions(edition, objectionable(state)),
    "objections_open": lambda edition, state: _decisions(edition, open_objections(state)),
    "objections_to_hear": lambda edition, state: _decisions(edition, objections_to_hear(state)),
    "letters_to_issue": lambda edition, state: _letters(to_issue(edition, state)),
    "letters_to_send": lambda edition, state: _letters(to_send(edition, state)),
    "appealable": lambda edition, state: _decisions(edition, appealable(edition, state)),
    "appeals_open": lambda edition, state: _decisions(edition, open_appeals(state)),
    "suspensions_to_review": lambda edition, state: _decisions(edition, to_review(edition, state)),
    "disputes_open": lambda edition, state: _decisions(edition, open_disputes(state)),
}
