"""Lists of duties a second on one core, for a case that is half-way, with Cedar deciding as many duties."""

from typing import Any

from keyzer import protocol
from tests.protocol.case.world import Story
from tests.protocol.letters import stories

from .cedar import Cedar
from .figures import Figure, per_second, ratio

REPEATS = 400


def figures(repeats: int = REPEATS) -> list[Figure]:
    """`duties()` over the state of the case; Cedar gets one batch a list, with the facts already gathered from it.

    Cedar only tells what is still owed; `duties()` also works out by when, by whom, on which ground and in which words.
    """
    story = _half_way()
    owed = protocol.duties(story.edition, story.state, story.now)

    def list_them() -> int:
        for _ in range(repeats):
            protocol.duties(story.edition, story.state, story.now)
        return repeats

    ours = per_second(list_them)
    requests = [_request(duty, _facts(story)) for duty in owed]
    theirs = Cedar("duties.cedar").in_a_batch(requests, max(repeats // len(requests), 1)) / len(requests)
    name = f"lists of {len(owed)} duties on one core"
    return [Figure(name, f"{ours:,.0f}/s", f"Cedar in a batch: {theirs:,.0f}/s", ratio(ours, theirs))]


def _half_way() -> Story:
    """Heard, reached, weighed, suspended for two days, and one of three told."""
    story = stories.suspended(days=2)
    stories.send(story, f"besluit-schorsing/b1/{story.state.subject}")
    return story


def _facts(story: Story) -> dict[str, Any]:
    state, decision = story.state, story.state.decisions[-1]
    return {
        "subject": state.subject,
        "cited": bool(state.conduct),
        "weighed": state.gravity is not None,
        "outcome": bool(state.decisions),
        "heard": [talk.person for talk in state.hearings],
        "reached": [call.guardian for call in state.reached],
        "excepted": [exception.guardian for exception in state.exceptions],
        "told": [notice.person for notice in state.announcements],
        "effect": decision.effect.value,
        "days": (decision.ends - decision.starts).days if decision.starts and decision.ends else 0,
        "compulsory_education": state.compulsory_education,
        "lifted": bool(state.lifted),
        "inspectorate_told": bool(state.inspectorate_notices),
        "municipality_told": bool(state.municipality_notices),
        "work_arranged": bool(state.school_work),
        "returned": bool(state.return_talks),
    }


def _request(duty: protocol.Duty, facts: dict[str, Any]) -> dict[str, Any]:
    name, _, about = duty.id.partition(":")
    return {
        "principal": {"type": "Case", "id": "case"},
        "action": {"type": "Action", "id": "owe"},
        "resource": {"type": "Duty", "id": name},
        "context": facts | {"person": about.rpartition(":")[2] or facts["subject"]},
    }
