"""What in a case a letter can be about, and who would get a letter about it. Ids never change their meaning."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from keyzer.protocol.case import facts
from keyzer.protocol.case.events.base import Event
from keyzer.protocol.case.events.measures import IntentionRecorded, MeasureDecided
from keyzer.protocol.case.notices import is_told_to_inspectorate, is_told_to_municipality
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.case.values import HearingOutcome
from keyzer.protocol.edition import LetterKind
from keyzer.protocol.vocabulary import LetterAbout, LetterTo

INSPECTORATE = "inspectorate"
MUNICIPALITY = "municipality"


class Matter(Struct, frozen=True, kw_only=True):
    """One thing that a letter is about. `decision` and `measure` where it concerns one."""

    id: str
    event: Event
    addressees: tuple[str, ...]
    decision: MeasureDecided | None = None
    measure: str | None = None


def matters(kind: LetterKind, state: CaseState) -> Iterator[Matter]:
    """Everything that happened in the case of which a letter of this kind can tell."""
    for matter in FOUND[kind.about](kind, state):
        if not kind.measures or matter.measure in kind.measures:
            yield matter


def intention_id(state: CaseState, intention: IntentionRecorded) -> str:
    """Under which id letters tell an intention."""
    return f"v{state.intentions.index(intention) + 1}"


def _family(state: CaseState) -> tuple[str, ...]:
    """All who could be told at whatever age of the subject; who may be told now is judged per letter."""
    return (state.subject, *facts.with_authority(state))


def _invitations(_kind: LetterKind, state: CaseState) -> Iterator[Matter]:
    for number, event in enumerate(state.invitations, 1):
        yield Matter(id=f"u{number}", event=event, addressees=(event.person,))


def _hearings(_kind: LetterKind, state: CaseState) -> Iterator[Matter]:
    for number, event in enumerate(state.hearings, 1):
        if event.outcome is HearingOutcome.HEARD:
            yield Matter(id=f"g{number}", event=event, addressees=(event.person,))


def _intentions(_kind: LetterKind, state: CaseState) -> Iterator[Matter]:
    for event in state.intentions:
        yield Matter(id=intention_id(state, event), event=event, addressees=_family(state), measure=event.measure)


def _decisions(_kind: LetterKind, state: CaseState) -> Iterator[Matter]:
    for event in state.decisions:
        yield _of_decision(event, event.recipients)


def _notices(kind: LetterKind, state: CaseState) -> Iterator[Matter]:
    for event in state.decisions:
        if kind.to is LetterTo.INSPECTORATE and is_told_to_inspectorate(event):
            yield _of_decision(event, (INSPECTORATE,))
        if kind.to is LetterTo.MUNICIPALITY and is_told_to_municipality(state, event):
            yield _of_decision(event, (MUNICIPALITY,))


def _of_decision(event: MeasureDecided, addressees: tuple[str, ...]) -> Matter:
    return Matter(id=event.decision, event=event, addressees=addressees, decision=event, measure=event.measure)


def _objections(_kind: LetterKind, state: CaseState) -> Iterator[Matter]:
    for number, event in enumerate(state.objections, 1):
        decision = facts.decided(state, event.decision)
        yield Matter(
            id=f"o{number}", event=event, addressees=(event.person,), decision=decision, measure=decision.measure
        )


def _answers(_kind: LetterKind, state: CaseState) -> Iterator[Matter]:
    for number, event in enumerate(state.objection_decisions, 1):
        decision = facts.decided(state, event.decision)
        objectors = (one.person for one in state.objections if one.decision == event.decision)
        addressees = tuple(dict.fromkeys((*decision.recipients, *objectors)))
        yield Matter(id=f"a{number}", event=event, addressees=addressees, decision=decision, measure=decision.measure)


def _ending(_kind: LetterKind, state: CaseState) -> Iterator[Matter]:
    if state.ended is not None:
        yield Matter(id=f"e{state.ended.at:%Y%m%d%H%M}", event=state.ended, addressees=_family(state))


FOUND: dict[LetterAbout, Callable[[LetterKind, CaseState], Iterator[Matter]]] = {
    LetterAbout.INVITATION: _invitations,
    LetterAbout.HEARING: _hearings,
    LetterAbout.INTENTION: _intentions,
    LetterAbout.DECISION: _decisions,
    LetterAbout.NOTICE: _notices,
    LetterAbout.OBJECTION: _objections,
    LetterAbout.OBJECTION_DECISION: _answers,
    LetterAbout.ENDING: _ending,
}
