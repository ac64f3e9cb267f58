"""Several people at the same signature, or at the same child, at the same moment."""

from uuid import UUID

import pytest

from keyzer import protocol
from keyzer.acknowledgements import actions
from keyzer.acknowledgements.actions import Asked, How, ListedRow
from keyzer.acknowledgements.models import Sheet, Signature
from keyzer.ledger import queries as ledger
from keyzer.ledger.verification import verify
from keyzer.protocol import Audience
from tests.cast import NOW, Cast
from tests.rooms.cases.test_at_once import all_at_once

EDITION = protocol.current().id


def sign(signer: UUID, child: UUID) -> UUID:
    asked = Asked(signer, child, Audience.LEERLING)
    return actions.sign(asked, edition=EDITION, language="nl", how=How.SCREEN, by=signer, at=NOW)


@pytest.mark.article("reikwijdte-1")
@pytest.mark.django_db(transaction=True)
def test_two_guardians_sign_for_one_child_at_once(cast: Cast) -> None:
    signers = (cast.guardian, cast.second_guardian)
    got = all_at_once(lambda number: sign(signers[number % 2], cast.subject))
    assert set(got) == set(Signature.objects.values_list("id", flat=True))
    assert len(set(got)) == 2
    assert ledger.version(Sheet.objects.get().stream) == 2
    assert verify().alteration is None


@pytest.mark.django_db(transaction=True)
def test_one_signature_put_many_times_at_once_is_one(cast: Cast) -> None:
    got = all_at_once(lambda _: sign(cast.subject, cast.subject))
    assert set(got) == {Signature.objects.get().id}
    assert ledger.version(Sheet.objects.get().stream) == 1


@pytest.mark.django_db(transaction=True)
def test_a_list_and_a_tap_at_once_leave_one_signature(cast: Cast) -> None:
    listed = [ListedRow(Asked(cast.subject, cast.subject, Audience.LEERLING), EDITION, "nl", NOW)]

    def act(number: int) -> object:
        if number % 2:
            return sign(cast.subject, cast.subject)
        return actions.record_many(listed, how=How.PAPER, by=cast.mentor, at=NOW)

    assert not [one for one in all_at_once(act) if isinstance(one, type)]
    assert Signature.objects.filter(ended_at=None).count() == Signature.objects.count() == 1
    assert verify().alteration is None
