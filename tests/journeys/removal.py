"""What the journeys about a removal share: how far the case is when they begin, and how a letter is read back."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import time_machine

from keyzer.kit import clock
from keyzer.letters import actions as letters
from keyzer.protocol import Channel
from tests.cast import Cast
from tests.journeys.frame import Visitor
from tests.rooms.cases.world import do, open_case
from tests.rooms.letters.poppler import running_text
from tests.rooms.letters.world import REACHED, World, furnish

BEGUN = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
DECIDED = datetime(2026, 11, 13, 9, 0, tzinfo=UTC)
"""A Friday: six weeks later it is Christmas, then a holiday on a Saturday, then Sunday."""

FACTS = "Daan zette drie keer een filmpje van een vechtpartij online."
FAMILY = ("subject", "guardian", "second_guardian")
WHY = "Niets lichters hielp: een gesprek niet en een schorsing niet."


def begun(cast: Cast, now: time_machine.Traveller) -> UUID:
    """The facts are established and weighed as very grave; nobody was heard yet."""
    now.move_to(BEGUN)
    furnish(cast)
    at = clock.now()
    case = open_case(cast, at)
    found: dict[str, Any] = {"happened_on": date(2026, 10, 30), "place": "thuis", "channel": "Snapchat"}
    do(cast, case, "establish-facts", at, text=FACTS, **found)
    axes: dict[str, Any] = dict.fromkeys(("utterance", "conduct", "consequence"), "zeer-ernstig")
    do(cast, case, "weigh", at, reason="Het ging door na een schorsing.", **axes)
    return case


def removed(cast: Cast, now: time_machine.Traveller) -> UUID:
    """All gates passed; the board's decision reached the family on Friday 13 November."""
    case, pupil = begun(cast, now), str(cast.subject)
    at = clock.now()
    _intend(World(cast, case, at))
    heard: dict[str, Any] = {"person": pupil, "held_at": at, "outcome": "heard", "account": "Spijt.", "seen": "seen"}
    do(cast, case, "record-hearing", at, **heard)
    for guardian in (cast.guardian, cast.second_guardian):
        do(cast, case, "record-contact", at, guardian=str(guardian), contacted_at=at, **REACHED)
    do(cast, case, "consult-inspectorate", at, by=cast.board, outcome="Akkoord met de stappen.")
    do(cast, case, "record-other-school", at, by=cast.board, school="Het Lyceum", confirmed_by="rector T. Maas")
    now.move_to(DECIDED)
    do(cast, case, "decide-measure", clock.now(), by=cast.board, measure="verwijdering", reason=WHY)
    _tell(World(cast, case, clock.now()))
    return case


def _intend(world: World) -> None:
    """The intention, with an invitation, in a letter to each of the family."""
    cast, at = world.cast, world.at
    intended: dict[str, Any] = {"measure": "verwijdering", "given_at": at, "facts": FACTS, "reason": WHY}
    do(cast, world.case, "record-intention", at, by=cast.director, **intended)
    for name in FAMILY:
        invited: dict[str, Any] = {"planned_at": at + timedelta(days=3), "place": "Kamer 1"}
        do(cast, world.case, "invite-hearing", at, by=cast.director, person=str(getattr(cast, name)), **invited)
    _give(world, {f"voornemen-verwijdering/{name}": "" for name in FAMILY}, cast.director)


def _tell(world: World) -> None:
    """The letter with the decision, to each of the family, and the notice to each body."""
    bodies = {"melding-inspectie/inspectorate": "ISD-1", "melding-gemeente/municipality": "LP-1"}
    _give(world, {f"besluit-verwijdering/{name}": "" for name in FAMILY} | bodies, world.cast.board)


def _give(world: World, proofs: dict[str, str], by: UUID) -> None:
    for slot, proof in proofs.items():
        letter = world.draft(slot, by=by)
        seen = world.approve(letter, by=by)
        letters.send(letter, Channel.BRIEF, proof, seen=seen, by=by, at=world.at)


def paper(visitor: Visitor, folder: Path) -> str:
    """What the letter on the page says on paper, fetched by the browser and read by poppler."""
    answer = visitor.context.request.get(f"{visitor.address}{visitor.path}pdf/")
    assert answer.ok, visitor.path
    return running_text(answer.body(), folder)


def to_letter(visitor: Visitor, case: UUID, kind: str, name: str) -> None:
    """The letter to somebody, from the list of all letters."""
    visitor.opens(f"/brieven/{case}/")
    visitor.taps(name, within=f"section.card:has(h3:has-text('{kind}'))")


def send(visitor: Visitor, how: str, proof: str) -> None:
    visitor.taps("Brief versturen")
    visitor.ticks(how)
    visitor.fills_in({"Hoe is dat later te bewijzen?": proof})
    visitor.taps("Brief versturen")
    visitor.reads("Verstuurd", proof)
