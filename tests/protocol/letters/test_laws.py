"""What holds for every letter of every case that the exploration knows, now and years later."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from keyzer.protocol.case import facts
from keyzer.protocol.case.letters.compose import Composed, compose
from keyzer.protocol.case.letters.page import BODIES
from keyzer.protocol.case.letters.slots import Slot, SlotStatus, letter_slots
from keyzer.protocol.case.reasons import Refusal
from keyzer.protocol.vocabulary import Part, Text
from tests.protocol.case import explore
from tests.protocol.case.explore import Node
from tests.protocol.case.milestones import (
    EDITION,
    PUPIL_ACTORS,
    PUPIL_MILESTONES,
    STAFF_ACTORS,
    STAFF_MILESTONES,
    pupil,
    staff,
)

LATER = (timedelta(), timedelta(days=60), timedelta(days=6 * 365))
PERSON = re.compile(r"\{person:([^}]*)\}")
PLACES = [("pupil", name) for name in PUPIL_MILESTONES] + [("staff", name) for name in STAFF_MILESTONES]


def _nodes(lane: str, name: str) -> Iterator[Node]:
    """A milestone, and every state that is one command away from it."""
    path, start, actors = (
        (PUPIL_MILESTONES[name], pupil, PUPIL_ACTORS)
        if lane == "pupil"
        else (STAFF_MILESTONES[name], staff, STAFF_ACTORS)
    )
    node = start(path)
    yield node
    for _option, _by, answer in explore.steps(EDITION, node, actors):
        if not isinstance(answer, Refusal):
            yield explore.after(node, answer)


@pytest.mark.article("leerlingen-9")
@pytest.mark.article("personeel-8")
@pytest.mark.parametrize(("lane", "name"), PLACES)
def test_every_letter_is_whole_or_says_why_not_and_goes_to_who_may_have_it(lane: str, name: str) -> None:
    for node in _nodes(lane, name):
        for later in LATER:
            now = node.at + later
            slots = letter_slots(EDITION, node.state, now)
            assert len({slot.id for slot in slots}) == len(slots)
            for slot in slots:
                _holds(node, slot, now)


def _holds(node: Node, slot: Slot, now: datetime) -> None:
    found = compose(EDITION, node.state, slot.id, now)
    if slot.status in {SlotStatus.READY, SlotStatus.MISSING}:
        assert slot.addressee in BODIES or slot.addressee in facts.recipients(node.state, now)
        assert isinstance(found, Composed) is (slot.status is SlotStatus.READY)
        assert slot.lacking == (found.reasons if isinstance(found, Refusal) else ())
        assert all(reason.text.nl and reason.grounds for reason in slot.lacking)
    else:
        assert slot.letter
    if isinstance(found, Composed):
        assert list(_leaves(found.parts)), slot.id
        assert not _named(found) & _others(node), "a letter never names who it was done to, or who saw it"


def _leaves(value: object) -> Iterator[object]:
    """Every value in a letter; only what a document can be made of."""
    if isinstance(value, dict):
        assert value, "nothing stands empty in a letter"
        for one in value.values():
            yield from _leaves(one)
    elif isinstance(value, list):
        assert value, "nothing stands empty in a letter"
        for one in value:
            yield from _leaves(one)
    else:
        assert isinstance(value, str | bool | int | date | datetime | Text), value
        yield value


def _named(letter: Composed) -> set[str]:
    return {person for leaf in _leaves(letter.parts) for person in PERSON.findall(str(leaf))}


def _others(node: Node) -> set[str]:
    return {party.person for party in node.state.parties if party.part in {Part.BETROKKENE, Part.GETUIGE}}
