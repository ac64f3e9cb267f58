"""Explores every state that a small world reaches from some milestones, to a stated depth, and holds the invariants."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest

from keyzer.protocol.case import Actor, Event, Open, Refusal, duties, replay
from keyzer.protocol.case.commands import BY_KIND
from keyzer.protocol.case.duties import blocking_duties
from keyzer.protocol.case.events import decode_event, encode_event
from keyzer.protocol.case.events.frame import CaseClosed, CaseReopened, StatementAdded
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.events.remedies import ObjectionLodged
from keyzer.protocol.case.facts import parties
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.vocabulary import Gate
from tests.protocol.case import explore, milestones
from tests.protocol.case.explore import Node
from tests.protocol.case.milestones import EDITION, PUPIL_ACTORS, PUPIL_MILESTONES, STAFF_ACTORS, STAFF_MILESTONES

FROM_THE_START, FROM_A_MILESTONE, NEAR = 3, 2, 1
DEPTHS = {"opened": FROM_THE_START, "reported": NEAR, "disputed": NEAR, "lettered": NEAR, "repairing": NEAR}
STAFF_DEPTHS = {"offence-reported": NEAR, "ordered": NEAR, "appealed": NEAR}
SOME_WEEKS = timedelta(days=50)
MAY_GO = ("handler", "settings", "objection-term", "police-report", "task:")
EARLIER: dict[Gate, Callable[[CaseState], bool]] = {
    Gate.GRAVITY_WEIGHED: lambda state: state.gravity is not None,
    Gate.SUBJECT_HEARD: lambda state: any(one.person == state.subject for one in state.hearings),
    Gate.GUARDIANS_HEARD: lambda state: any(one.guardian == "mo" and one.view_asked for one in state.reached),
    Gate.GUARDIANS_CONTACTED: lambda state: bool(state.reached or state.exceptions),
    Gate.INSPECTORATE_CONSULTED: lambda state: bool(state.inspectorate_consulted),
    Gate.OTHER_SCHOOL_FOUND: lambda state: bool(state.other_schools),
    Gate.WRITTEN_INTENTION: lambda state: bool(state.intentions),
    Gate.DEFENCE_TERM_OVER: lambda state: bool(state.defences),
    Gate.COLLECTIVE_AGREEMENT_SOURCE: lambda state: bool(state.settings.agreement_source),
    Gate.WORKS_COUNCIL_CONSENT: lambda state: state.settings.works_council_consent is not None,
    Gate.LEGAL_ADVICE: lambda state: bool(state.legal_advice),
    Gate.URGENT_REASON: lambda state: bool(state.urgency),
}


def _hold_events(before: Node, answer: list[Event], after: Node) -> None:
    for event in answer:
        assert event.grounds
        assert set(event.grounds) <= set(EDITION.articles)
        assert decode_event(encode_event(event)) == event
        if not isinstance(event, StatementAdded | ObjectionLodged | CaseReopened):
            assert event.by not in parties(before.state)
        if isinstance(event, MeasureDecided):
            _hold_gates(before.state, event)
        if isinstance(event, CaseClosed):
            assert not blocking_duties(EDITION, before.state, event.at)
    assert after.state.handler not in parties(after.state)
    assert replay(after.events) == after.state


def _hold_gates(before: CaseState, event: MeasureDecided) -> None:
    measure = EDITION.measures[event.measure]
    assert before.conduct
    for gate in measure.gates:
        waived = gate in measure.waived_by_urgency and before.urgency and event.urgent
        assert waived or EARLIER[gate](before), (event.measure, gate)


def _owed(node: Node) -> list[str]:
    return [duty.id for duty in duties(EDITION, node.state, node.at)]


def _hold_duties(before: list[str], after: list[str]) -> None:
    assert len(set(after)) == len(after)
    gone = {one for one in set(before) - set(after) if not one.startswith(MAY_GO)}
    assert not gone


def _explore(start: Node, actors: tuple[Actor, ...], depth: int) -> Counter[str]:
    """Breadth first: every option of every actor, agreeing with what the machine answers, every new state once."""
    frontier = [start, start._replace(at=start.at + SOME_WEEKS)] if depth < FROM_THE_START else [start]
    seen = {explore.key_of(node) for node in frontier}
    counted: Counter[str] = Counter(states=len(seen))
    for _ in range(depth):
        found: list[Node] = []
        for node in frontier:
            owed = _owed(node)
            for option, by, answer in explore.steps(EDITION, node, actors):
                counted["asked"] += 1
                assert option.allowed != isinstance(answer, Refusal), (option, by, answer)
                if isinstance(answer, Refusal):
                    continue
                after = explore.after(node, answer)
                counted["transitions"] += 1
                _hold_events(node, answer, after)
                if (key := explore.key_of(after)) not in seen:
                    seen.add(key)
                    _hold_duties(owed, _owed(after))
                    found.append(after)
        counted["states"] += len(found)
        frontier = found
    return counted


PUPIL_FLOORS = {
    "opened": 5000,
    "heard": 1100,
    "suspended": 1200,
    "device-taken": 1100,
    "removed": 1300,
    "objected": 1300,
    "ended": 300,
    "closed": 60,
    "settled": 800,
    "reported": 40,
    "disputed": 40,
    "lettered": 20,
    "repairing": 20,
}
STAFF_FLOORS = {
    "opened": 800,
    "intended": 800,
    "reprimanded": 500,
    "dismissed": 700,
    "task-offence": 500,
    "offence-reported": 20,
    "ordered": 20,
    "appealed": 20,
}


@pytest.mark.article("leerlingen-9")
@pytest.mark.article("leerlingen-10")
@pytest.mark.parametrize("milestone", PUPIL_MILESTONES)
def test_every_state_of_the_pupil_lane_holds_the_invariants(
    milestone: str, record_property: Callable[[str, object], None]
) -> None:
    start = milestones.pupil(PUPIL_MILESTONES[milestone])
    counted = _explore(start, PUPIL_ACTORS, DEPTHS.get(milestone, FROM_A_MILESTONE))
    _tell(counted, PUPIL_FLOORS[milestone], record_property)


@pytest.mark.article("personeel-8")
@pytest.mark.article("personeel-9")
@pytest.mark.parametrize("milestone", STAFF_MILESTONES)
def test_every_state_of_the_staff_lane_holds_the_invariants(
    milestone: str, record_property: Callable[[str, object], None]
) -> None:
    start = milestones.staff(STAFF_MILESTONES[milestone])
    counted = _explore(start, STAFF_ACTORS, STAFF_DEPTHS.get(milestone, FROM_A_MILESTONE))
    _tell(counted, STAFF_FLOORS[milestone], record_property)


def test_every_command_is_accepted_somewhere() -> None:
    lanes = ((milestones.pupil, PUPIL_MILESTONES, PUPIL_ACTORS), (milestones.staff, STAFF_MILESTONES, STAFF_ACTORS))
    accepted = {
        option.kind
        for begin, paths, actors in lanes
        for path in paths.values()
        for place in milestones.walk(begin([]), path)
        for option, _by, answer in explore.steps(EDITION, place, actors)
        if not isinstance(answer, Refusal)
    }
    assert accepted == set(BY_KIND) - {Open.named()}


def _tell(counted: Counter[str], floor: int, record_property: Callable[[str, object], None]) -> None:
    for name, seen in counted.items():
        record_property(name, seen)
    assert counted["states"] >= floor
    assert counted["transitions"] >= floor
