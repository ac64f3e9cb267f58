"""Explores every state that a small world reaches from some milestones, to a stated depth, and holds the invariants."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from keyzer.protocol.case import Actor, DutyStatus, Event, Guardian, Open, Option, Party, Refusal, duties, replay
from keyzer.protocol.case.events import decode_event, encode_event
from keyzer.protocol.case.events.frame import CaseClosed, CaseReopened, StatementAdded
from keyzer.protocol.case.events.measures import MeasureDecided
from keyzer.protocol.case.events.remedies import ObjectionLodged
from keyzer.protocol.case.facts import parties
from keyzer.protocol.case.state import CaseState
from keyzer.protocol.load import current
from keyzer.protocol.vocabulary import Gate, Lane, Part
from tests.protocol.case import explore
from tests.protocol.case.explore import Node
from tests.protocol.case.world import (
    BOARD,
    COORDINATOR,
    DIRECTOR,
    MOTHER,
    SETTINGS,
    STAFF_CASE,
    TEAM_LEADER,
)

EDITION = current()
FROM_THE_START, FROM_A_MILESTONE = 3, 2
SOME_WEEKS = timedelta(days=50)
MAY_GO = ("handler", "settings", "objection-term", "police-report", "task:")
PUPIL_CASE = Open(
    subject="sem",
    lane=Lane.LEERLING,
    incident="i1",
    handler="cora",
    settings=SETTINGS,
    born=date(2013, 3, 1),
    guardians=(Guardian(person="mo"),),
    parties=(Party(person="lena", part=Part.BETROKKENE),),
    conduct=("belediging",),
)
PUPIL_ACTORS = (COORDINATOR, DIRECTOR, BOARD, MOTHER)
STAFF_ACTORS = (TEAM_LEADER, DIRECTOR, BOARD)

Path = list[tuple[str, Actor, dict[str, str]]]
HEARD: Path = [
    ("record-hearing", COORDINATOR, {}),
    ("record-contact", COORDINATOR, {"guardian": "mo"}),
    ("weigh", COORDINATOR, {}),
]
SUSPENDED: Path = [*HEARD, ("decide-measure", DIRECTOR, {"measure": "schorsing"})]
TAKEN: Path = [
    *HEARD,
    ("decide-measure", COORDINATOR, {"measure": "inname-apparaat"}),
    ("take-device", COORDINATOR, {}),
]
REMOVED: Path = [
    *HEARD,
    ("record-contact", COORDINATOR, {"guardian": "mo"}),
    ("record-intention", DIRECTOR, {"measure": "verwijdering"}),
    ("consult-inspectorate", BOARD, {}),
    ("record-other-school", BOARD, {}),
    ("decide-measure", BOARD, {"measure": "verwijdering"}),
]
OBJECTED: Path = [
    *REMOVED,
    ("announce", BOARD, {"decision": "b1"}),
    ("announce", BOARD, {"decision": "b1"}),
    ("lodge-objection", MOTHER, {"person": "mo"}),
    ("hear-objection", BOARD, {}),
]
ENDED: Path = [
    *HEARD[:2],
    ("decide-police", DIRECTOR, {"choice": "no-report"}),
    ("record-complaint-choice", COORDINATOR, {}),
    ("end-without-measure", COORDINATOR, {}),
]
CLOSED: Path = [*ENDED, ("close", COORDINATOR, {})]
INTENDED: Path = [
    ("record-hearing", TEAM_LEADER, {}),
    ("weigh", TEAM_LEADER, {}),
    ("record-intention", BOARD, {"measure": "berisping"}),
    ("record-defence", TEAM_LEADER, {"measure": "berisping"}),
]
DISMISSED: Path = [
    *INTENDED[:2],
    ("claim-urgency", BOARD, {}),
    ("record-legal-advice", BOARD, {}),
    ("record-knowledge", BOARD, {}),
    ("decide-measure", BOARD, {"measure": "ontslag-op-staande-voet"}),
]
TASK: Path = [
    ("report-task-offence", TEAM_LEADER, {}),
    ("consult-confidential-inspector", BOARD, {}),
    ("judge-suspicion", BOARD, {}),
]

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


def _walk(node: Node, path: Path) -> Node:
    """The node at the end of a path of options that must all be open."""
    for kind, by, preset in path:
        option = Option(kind=kind, label=EDITION.measures["schorsing"].label, allowed=True, barred=(), preset=preset)
        answer = explore.moved(EDITION, node, option, by)
        assert not isinstance(answer, Refusal), (kind, [one.text.en for one in answer.reasons])
        node = explore.after(node, answer)
    return node


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
            assert all(duty.status is not DutyStatus.OPEN for duty in duties(EDITION, before.state, event.at))
    assert after.state.handler not in parties(after.state)
    assert replay(after.events) == after.state


def _hold_gates(before: CaseState, event: MeasureDecided) -> None:
    measure = EDITION.measures[event.measure]
    assert before.conduct
    for gate in measure.gates:
        waived = gate in measure.waived_by_urgency and before.urgency and event.urgent
        assert waived or EARLIER[gate](before), (event.measure, gate)


def _hold_duties(before: Node, after: Node) -> None:
    old, new = ([duty.id for duty in duties(EDITION, node.state, node.at)] for node in (before, after))
    assert len(set(new)) == len(new)
    gone = {one for one in set(old) - set(new) if not one.startswith(MAY_GO)}
    assert not gone


def _explore(start: Node, actors: tuple[Actor, ...], depth: int) -> Counter[str]:
    """Breadth first: every option of every actor, agreeing with what the machine answers, every new state once."""
    frontier = [start, start._replace(at=start.at + SOME_WEEKS)] if depth == FROM_A_MILESTONE else [start]
    seen = {explore.key_of(node) for node in frontier}
    counted: Counter[str] = Counter(states=len(seen))
    for _ in range(depth):
        found: list[Node] = []
        for node in frontier:
            for option, by, answer in explore.steps(EDITION, node, actors):
                counted["asked"] += 1
                assert option.allowed != isinstance(answer, Refusal), (option, by, answer)
                if isinstance(answer, Refusal):
                    continue
                after = explore.after(node, answer)
                counted["transitions"] += 1
                _hold_events(node, answer, after)
                if explore.key_of(after) not in seen:
                    seen.add(explore.key_of(after))
                    _hold_duties(node, after)
                    found.append(after)
        counted["states"] += len(found)
        frontier = found
    return counted


@pytest.mark.article("leerlingen-9")
@pytest.mark.article("leerlingen-10")
@pytest.mark.parametrize(
    ("path", "depth", "floor"),
    [
        pytest.param([], FROM_THE_START, 5000, id="opened"),
        pytest.param(HEARD, FROM_A_MILESTONE, 1100, id="heard"),
        pytest.param(SUSPENDED, FROM_A_MILESTONE, 1200, id="suspended"),
        pytest.param(TAKEN, FROM_A_MILESTONE, 1100, id="device-taken"),
        pytest.param(REMOVED, FROM_A_MILESTONE, 1300, id="removed"),
        pytest.param(OBJECTED, FROM_A_MILESTONE, 1300, id="objected"),
        pytest.param(ENDED, FROM_A_MILESTONE, 300, id="ended"),
        pytest.param(CLOSED, FROM_A_MILESTONE, 60, id="closed"),
    ],
)
def test_every_state_of_the_pupil_lane_holds_the_invariants(
    path: Path, depth: int, floor: int, record_property: Callable[[str, object], None]
) -> None:
    start = _walk(explore.opened(EDITION, PUPIL_CASE, COORDINATOR), path)
    counted = _explore(start, PUPIL_ACTORS, depth)
    for name, seen in counted.items():
        record_property(name, seen)
    assert counted["states"] >= floor
    assert counted["transitions"] >= floor


@pytest.mark.article("personeel-8")
@pytest.mark.article("personeel-9")
@pytest.mark.parametrize(
    ("path", "depth", "floor"),
    [
        pytest.param([], FROM_A_MILESTONE, 800, id="opened"),
        pytest.param(INTENDED, FROM_A_MILESTONE, 800, id="intended"),
        pytest.param(DISMISSED, FROM_A_MILESTONE, 700, id="dismissed"),
        pytest.param(TASK, FROM_A_MILESTONE, 500, id="task-offence"),
    ],
)
def test_every_state_of_the_staff_lane_holds_the_invariants(
    path: Path, depth: int, floor: int, record_property: Callable[[str, object], None]
) -> None:
    start = _walk(explore.opened(EDITION, STAFF_CASE, TEAM_LEADER), path)
    counted = _explore(start, STAFF_ACTORS, depth)
    for name, seen in counted.items():
        record_property(name, seen)
    assert counted["states"] >= floor
    assert counted["transitions"] >= floor
