"""The small world of the exploration: one case of each lane, and the paths to the places where it starts."""

from datetime import date

from msgspec.structs import replace

from keyzer.protocol.case import Actor, Guardian, Open, Option, Party, Refusal, options
from keyzer.protocol.load import current
from keyzer.protocol.vocabulary import Lane, Part
from tests.protocol.case import explore
from tests.protocol.case.explore import Node
from tests.protocol.case.world import BOARD, COORDINATOR, DIRECTOR, MOTHER, SETTINGS, STAFF_CASE, TEAM_LEADER

EDITION = current()
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


def _given(slot: str, by: Actor) -> Path:
    """A letter issued and given."""
    return [("issue-letter", by, {"slot": slot}), ("send-letter", by, {"slot": slot})]


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
    ("establish-facts", DIRECTOR, {}),
    ("invite-hearing", COORDINATOR, {"person": "sem"}),
    ("invite-hearing", COORDINATOR, {"person": "mo"}),
    *_given("voornemen-verwijdering/v1/sem", DIRECTOR),
    *_given("voornemen-verwijdering/v1/mo", DIRECTOR),
    ("consult-inspectorate", BOARD, {}),
    ("record-other-school", BOARD, {}),
    ("decide-measure", BOARD, {"measure": "verwijdering"}),
]
OBJECTED: Path = [
    *REMOVED,
    *_given("besluit-verwijdering/b1/sem", BOARD),
    *_given("besluit-verwijdering/b1/mo", BOARD),
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
SETTLED: Path = [
    *SUSPENDED,
    ("establish-facts", DIRECTOR, {}),
    *_given("besluit-schorsing/b1/sem", DIRECTOR),
    *_given("besluit-schorsing/b1/mo", DIRECTOR),
    ("notify-municipality", COORDINATOR, {}),
    ("arrange-school-work", COORDINATOR, {}),
    ("record-return-talk", COORDINATOR, {}),
    ("decide-police", DIRECTOR, {"choice": "no-report"}),
    ("record-complaint-choice", COORDINATOR, {}),
]
REPORTED: Path = [
    ("propose", COORDINATOR, {"measure": "gesprek"}),
    ("plan-aftercare", COORDINATOR, {"person": "lena"}),
    ("request-contact-exception", COORDINATOR, {}),
    ("decide-police", DIRECTOR, {"choice": "report"}),
    ("file-police-report", DIRECTOR, {}),
]
DISPUTED: Path = [*OBJECTED, ("file-dispute", BOARD, {})]
INTENDED: Path = [
    ("record-hearing", TEAM_LEADER, {}),
    ("weigh", TEAM_LEADER, {}),
    ("record-intention", BOARD, {"measure": "berisping"}),
    ("establish-facts", BOARD, {}),
    *_given("voornemen-personeel/v1/stan", BOARD),
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

LETTERED: Path = [
    ("invite-hearing", COORDINATOR, {}),
    ("establish-facts", COORDINATOR, {}),
    ("issue-letter", COORDINATOR, {}),
]

REPAIRING: Path = [
    ("agree-stop-contact", COORDINATOR, {}),
    ("plan-mediation", COORDINATOR, {"person": "lena"}),
    ("agree-repair", COORDINATOR, {}),
    ("plan-aftercare", COORDINATOR, {"person": "lena"}),
    ("record-aftercare", COORDINATOR, {}),
]

PUPIL_MILESTONES: dict[str, Path] = {
    "opened": [],
    "heard": HEARD,
    "suspended": SUSPENDED,
    "device-taken": TAKEN,
    "removed": REMOVED,
    "objected": OBJECTED,
    "ended": ENDED,
    "closed": CLOSED,
    "settled": SETTLED,
    "reported": REPORTED,
    "disputed": DISPUTED,
    "lettered": LETTERED,
    "repairing": REPAIRING,
}
REPRIMANDED: Path = [
    *INTENDED,
    ("decide-measure", BOARD, {"measure": "berisping"}),
    *_given("besluit-personeel/b1/stan", BOARD),
]
OFFENCE_REPORTED: Path = [
    *TASK,
    ("inform-before-report", BOARD, {}),
    ("inform-before-report", BOARD, {}),
    ("report-offence-to-police", BOARD, {}),
]
ORDERED: Path = [
    ("record-hearing", TEAM_LEADER, {}),
    ("decide-measure", DIRECTOR, {"measure": "ordeschorsing"}),
]
APPEALED: Path = [*REPRIMANDED, ("lodge-appeal", TEAM_LEADER, {})]
STAFF_MILESTONES: dict[str, Path] = {
    "opened": [],
    "intended": INTENDED,
    "reprimanded": REPRIMANDED,
    "dismissed": DISMISSED,
    "ordered": ORDERED,
    "appealed": APPEALED,
    "task-offence": TASK,
    "offence-reported": OFFENCE_REPORTED,
}


def pupil(path: Path) -> Node:
    """The case about a pupil at the end of a path."""
    return walk(explore.opened(EDITION, PUPIL_CASE, COORDINATOR), path)[-1]


def staff(path: Path) -> Node:
    """The case about a member of staff at the end of a path."""
    return walk(explore.opened(EDITION, STAFF_CASE, TEAM_LEADER), path)[-1]


def walk(node: Node, path: Path) -> list[Node]:
    """Every node along a path of options that must all be open."""
    nodes = [node]
    for kind, by, preset in path:
        answer = explore.moved(EDITION, node, _offered(node, kind, by, preset), by)
        assert not isinstance(answer, Refusal), (kind, [one.text.en for one in answer.reasons])
        node = explore.after(node, answer)
        nodes.append(node)
    return nodes


def _offered(node: Node, kind: str, by: Actor, preset: dict[str, str]) -> Option:
    """The first open option of this kind that goes with `preset`, completed by it."""
    found = (
        one for one in options(EDITION, node.state, by, node.at + explore.STEP) if one.kind == kind and one.allowed
    )
    fitting = (one for one in found if all(preset.get(name, value) == value for name, value in one.preset.items()))
    option = next(fitting, None)
    assert option is not None, (kind, preset)
    return replace(option, preset=option.preset | preset)
