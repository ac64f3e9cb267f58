"""How far a case has come, read from its state, and the drawing of what leads from stage to stage."""

from collections.abc import Iterable
from enum import StrEnum

from keyzer.protocol.case import facts
from keyzer.protocol.case.effects import Effect
from keyzer.protocol.case.state import CaseState, Phase
from keyzer.protocol.case.targets import open_objections
from keyzer.protocol.vocabulary import Text


class Stage(StrEnum):
    """The stages of a case, in the order in which most cases pass them; none of them closes a way by itself."""

    OPENED = "opened"
    HEARD = "heard"
    WEIGHED = "weighed"
    INTENDED = "intended"
    DECIDED = "decided"
    MADE_KNOWN = "made-known"
    OBJECTED = "objected"
    WITHOUT_MEASURE = "without-measure"
    WITH_THE_BOARD = "with-the-board"
    CLOSED = "closed"


STAGES: dict[Stage, Text] = {
    Stage.OPENED: Text(nl="Geopend", en="Opened"),
    Stage.HEARD: Text(nl="Gehoord", en="Heard"),
    Stage.WEIGHED: Text(nl="Gewogen", en="Weighed"),
    Stage.INTENDED: Text(nl="Voornemen", en="Intention"),
    Stage.DECIDED: Text(nl="Besloten", en="Decided"),
    Stage.MADE_KNOWN: Text(nl="Bekendgemaakt", en="Made known"),
    Stage.OBJECTED: Text(nl="Bezwaar", en="Objection"),
    Stage.WITHOUT_MEASURE: Text(nl="Zonder maatregel", en="Without measure"),
    Stage.WITH_THE_BOARD: Text(nl="Bij het bestuur", en="With the board"),
    Stage.CLOSED: Text(nl="Gesloten", en="Closed"),
}


def stage(state: CaseState) -> Stage:
    """The stage that says most about where a case is; what ended or was decided goes before what led to it."""
    decided = [one for one in facts.in_force(state) if one.effect is not Effect.ORDER_SUSPENSION]
    reached = (
        (state.phase is Phase.CLOSED, Stage.CLOSED),
        (state.ended is not None, Stage.WITHOUT_MEASURE),
        (bool(open_objections(state)), Stage.OBJECTED),
        (bool(decided and facts.untold(state)), Stage.DECIDED),
        (bool(decided), Stage.MADE_KNOWN),
        (state.sealed, Stage.WITH_THE_BOARD),
        (bool(state.intentions), Stage.INTENDED),
        (state.gravity is not None, Stage.WEIGHED),
        (facts.is_heard(state, state.subject), Stage.HEARD),
    )
    return next((one for holds, one in reached if holds), Stage.OPENED)


def draw(moves: Iterable[tuple[Stage, str, Stage]]) -> str:
    """A mermaid state diagram: an arrow for each pair of stages, with the commands that lead along it."""
    arrows: dict[tuple[Stage, Stage], set[str]] = {}
    for before, command, after in moves:
        if before is not after:
            arrows.setdefault((before, after), set()).add(command)
    order = tuple(Stage)
    ordered = sorted(arrows.items(), key=lambda arrow: [order.index(one) for one in arrow[0]])
    lines = ["stateDiagram-v2", f"    [*] --> {_node(Stage.OPENED)}: open"]
    lines += [f"    {_node(one)}: {STAGES[one].en}" for one in order if any(one in pair for pair in arrows)]
    lines += [f"    {_node(a)} --> {_node(b)}: {', '.join(sorted(commands))}" for (a, b), commands in ordered]
    return "\n".join(lines)


def _node(one: Stage) -> str:
    return one.value.replace("-", "_")
