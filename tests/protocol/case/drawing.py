"""Writes docs/case-machine.md from what the machine does: `python -m tests.protocol.case.drawing`."""

from collections.abc import Iterator
from pathlib import Path

from keyzer.protocol.case import Actor, Refusal
from keyzer.protocol.case.stages import Stage, draw, stage
from keyzer.protocol.edition import Measure
from keyzer.protocol.names import ROLES
from keyzer.protocol.vocabulary import Lane
from tests.protocol.case import explore, milestones
from tests.protocol.case.explore import Node
from tests.protocol.case.milestones import EDITION, PUPIL_ACTORS, PUPIL_MILESTONES, STAFF_ACTORS, STAFF_MILESTONES

PAGE = Path(__file__).parents[3] / "docs" / "case-machine.md"
HEAD = """# The case machine

This page is written by `python -m tests.protocol.case.drawing` from the machine itself; a test holds it to the code.

A case is a stream of events. `decide` turns a command into events or into every reason why not; `evolve` folds events
into the state; `duties` and `options` read what is owed and what may be done from that state alone. A stage only says
how far a case has come: what may happen is decided by roles, gates and duties, not by the stage. An arrow below is a
command that somebody could give in one of the explored places; commands that stay within a stage are not drawn.
"""


def _moves(start: Node, actors: tuple[Actor, ...]) -> Iterator[tuple[Stage, str, Stage]]:
    for option, _by, answer in explore.steps(EDITION, start, actors):
        if not isinstance(answer, Refusal):
            yield stage(start.state), option.kind, stage(explore.after(start, answer).state)


def _lane(opened: Node, paths: dict[str, milestones.Path], actors: tuple[Actor, ...]) -> str:
    places = [node for path in paths.values() for node in milestones.walk(opened, path)]
    return f"```mermaid\n{draw(move for place in places for move in _moves(place, actors))}\n```\n"


def _row(measure: Measure) -> str:
    deciders = ", ".join(ROLES[role].en for role in measure.decided_by)
    gates = ", ".join(f"{gate}{'*' if gate in measure.waived_by_urgency else ''}" for gate in measure.gates) or "none"
    longest = {None: "", 0: "the same day"}.get(measure.lasts_at_most, f"{measure.lasts_at_most} days")
    return f"| {measure.label.en} (`{measure.id}`) | {deciders} | {gates} | {longest} |"


def _ladder(lane: Lane) -> str:
    rows = ["| Measure | Decided by | Gates | At most |", "|---|---|---|---|"]
    return "\n".join([*rows, *(_row(measure) for measure in EDITION.ladder(lane))]) + "\n"


def page() -> str:
    """The whole page."""
    pupil = _lane(milestones.pupil([]), PUPIL_MILESTONES, PUPIL_ACTORS)
    staff = _lane(milestones.staff([]), STAFF_MILESTONES, STAFF_ACTORS)
    note = "A gate with a star can be put off by a written urgent reason; it is then owed after the decision.\n"
    return "\n".join(
        [
            HEAD,
            "## The pupil lane (leerlingen-9)\n",
            pupil,
            _ladder(Lane.LEERLING),
            "## The staff lane (personeel-8)\n",
            staff,
            _ladder(Lane.PERSONEEL),
            note,
        ]
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
