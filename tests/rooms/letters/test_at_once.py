"""Several people at one letter at the same moment: it is begun once, frozen once, sent once."""

import pytest

from keyzer.ledger.files import place_of
from keyzer.ledger.verification import verify
from keyzer.letters import actions
from keyzer.letters.models import Letter
from keyzer.post.models import Outgoing
from keyzer.protocol import Channel
from tests.rooms.cases.test_at_once import WRITERS, all_at_once
from tests.rooms.letters.world import World

SLOT = "besluit-schorsing/guardian"


@pytest.mark.django_db(transaction=True)
def test_a_letter_begun_by_many_is_one_letter(world: World) -> None:
    got = all_at_once(lambda _: world.draft(SLOT))
    assert set(got) == {Letter.objects.get().id}
    assert verify().alteration is None


@pytest.mark.django_db(transaction=True)
def test_of_many_who_approve_and_send_one_does(world: World) -> None:
    letter = world.draft(SLOT)
    digest = world.content(letter).digest
    who = (world.cast.director, world.cast.board)
    got = all_at_once(lambda number: world.approve(letter, digest=digest, seen=1, by=who[number % 2]))
    assert got.count(2) == 1
    row = Letter.objects.get(id=letter)
    assert row.file is not None
    assert [file.name for file in place_of(row.file).parent.iterdir()] == [str(row.file)]

    def send(_number: int) -> int:
        return actions.send(letter, Channel.EMAIL, "", seen=2, by=world.cast.coordinator, at=world.at)

    assert all_at_once(send).count(3) == 1
    assert Outgoing.objects.count() == 1
    assert len([one for one in got if isinstance(one, type)]) == WRITERS - 1
    assert verify().alteration is None
