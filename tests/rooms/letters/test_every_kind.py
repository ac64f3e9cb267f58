"""Every kind of letter in both languages, from the protocol's own parts to a PDF and to a page."""

import re
from datetime import date
from uuid import UUID, uuid5

import msgspec
import pytest

from keyzer import protocol
from keyzer.cases.queries import CaseFile
from keyzer.cases.stream import Replayed
from keyzer.letters import composing, rendering
from keyzer.letters.composing import Content, Place
from keyzer.letters.events import Free
from keyzer.letters.reading import text
from keyzer.people.models import Person
from tests.protocol.case.world import Story
from tests.protocol.letters.stories import slot_ids
from tests.protocol.letters.test_kinds import COMPLETE
from tests.rooms.letters.world import furnish_school

FAMILY = UUID("5d7b5ab2-9a4e-4c3b-8f43-2f9f60e4ef11")
FREE = Free(opening="We hebben elkaar gesproken.", personal="Wij denken graag mee.\n\nEcht waar.", closing="Tot dan.")


def with_ids(story: Story) -> tuple[protocol.CaseState, dict[str, UUID]]:
    """The state of a story with ids where it has short names, and people with these ids."""
    ids: dict[str, UUID] = {}
    written = msgspec.json.encode(story.state).decode()
    people = {*protocol.people_of(story.state), *re.findall(r'"(?:by|handler)":"([a-z]+)"', written)}
    for name in sorted(people):
        ids[name] = uuid5(FAMILY, name)
        Person.objects.create(id=ids[name], given_name=name.title(), family_name="de Boer", born=date(2012, 3, 3))
        written = written.replace(f'"{name}"', f'"{ids[name]}"')
    return msgspec.json.decode(written, type=protocol.CaseState), ids


@pytest.mark.article("leerlingen-9")
@pytest.mark.article("personeel-8")
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", COMPLETE)
def test_it_is_whole_on_paper_and_on_the_page(school: None, kind: str, language: str) -> None:
    furnish_school()
    told, rest, _voice = COMPLETE[kind]
    story = told()
    state, ids = with_ids(story)
    slot = next(one for one in slot_ids(story) if one.startswith(f"{kind}/{rest}"))
    matter, _slash, addressee = slot.rpartition("/")
    actor = protocol.Actor(id=str(uuid5(FAMILY, "dora")), roles=frozenset(protocol.Role))
    file = CaseFile(FAMILY, state.version, 2, Replayed((), state, story.edition), actor)
    place = Place(FAMILY, f"{matter}/{ids.get(addressee, addressee)}", language)
    made = composing.compose(file, place, FREE, at=story.now)
    assert isinstance(made, Content), made
    assert made.pdf(story.now).startswith(b"%PDF")
    said = text(made)
    assert "<h2>" in said
    assert "person:" not in said
    assert not re.search(r"\bnone\b|\bNone\b|\{|\}|[0-9a-f]{8}-", said)
    for paragraph in (getattr(FREE, name) for name in story.edition.letters[kind].free):
        assert paragraph.split("\n")[0] in said
    for name in rendering.pictures(made.data, document=made.document, ppi=20):
        assert name.startswith(b"\x89PNG")
