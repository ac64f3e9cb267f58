"""Letters at the demo school: made, read over, approved and given as people do on the pages of letters."""

from datetime import datetime
from uuid import UUID

from keyzer import protocol
from keyzer.cases.queries import CaseFile
from keyzer.kit.clock import local
from keyzer.letters import actions, composing, queries
from keyzer.letters.events import Free
from keyzer.people import queries as people

GIVEN = {"inspectorate": protocol.Channel.PORTAAL, "municipality": protocol.Channel.PORTAAL}
PROOF = "kenmerk 2026-{number:04}"


def issue(file: CaseFile, slot: str, at: datetime) -> None:
    """Make the letter of a slot and approve it as it is. Raises what letters.actions.approve raises."""
    by = UUID(file.actor.id)
    letter = actions.draft(file.id, slot, by=by, at=at)
    found = queries.letter_for(people.viewer_of(by, local(at).date()), letter)
    if found is None:
        raise actions.NotYours
    made = composing.compose(found.file, found.line.place, Free(), at=at)
    digest = made.digest if isinstance(made, composing.Content) else ""
    actions.approve(letter, seen=found.line.version, digest=digest, by=by, at=at)


def send(file: CaseFile, slot: str, at: datetime) -> None:
    """Give the letter that was approved: to a body through its portal, to a person by registered post."""
    found = queries.of_case(people.viewer_of(UUID(file.actor.id), local(at).date()), file.id, at)
    letter = found.letter_in(slot) if found else None
    if letter is None:
        raise actions.NotYours
    channel = GIVEN.get(letter.body, protocol.Channel.AANGETEKEND)
    proof = PROOF.format(number=letter.id.int % 10_000)
    actions.send(letter.id, channel, proof, seen=letter.version, by=UUID(file.actor.id), at=at)
