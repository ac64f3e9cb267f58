"""What the school decided about a refusal, in words."""

from collections.abc import Iterable
from typing import NamedTuple

from keyzer.design.moments import in_full
from keyzer.people import queries as people

from .queries import Decision
from .words import outcome


class DecisionCard(NamedTuple):
    """One decision; `name` is for whom it was asked to sign, where a page shows several."""

    when: str
    outcomes: list[str]
    words: str
    by: str
    name: str


def cards(decisions: Iterable[tuple[Decision, str]]) -> list[DecisionCard]:
    """Decisions, each with for whom, as they are shown."""
    listed = list(decisions)
    names = people.names(one.by for one, _name in listed if one.by) if listed else {}
    return [
        DecisionCard(
            in_full(one.at),
            [outcome(each) for each in one.outcomes],
            one.words,
            names.get(one.by, "") if one.by else "",
            name,
        )
        for one, name in listed
    ]
