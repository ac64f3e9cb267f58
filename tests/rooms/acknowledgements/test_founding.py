"""A row is worth what its history tells: one that stands in the database alone is found."""

from datetime import timedelta
from uuid import uuid4

from keyzer import protocol
from keyzer.acknowledgements import actions, queries
from keyzer.acknowledgements.actions import Asked, How, ListedRow
from keyzer.acknowledgements.models import Signature
from keyzer.ledger.actions import erase
from keyzer.protocol import Audience
from tests.cast import NOW, Cast

EDITION = protocol.current().id


def sign_and_list(cast: Cast) -> None:
    """One signature taken back, and one on a list."""
    own = Asked(cast.subject, cast.subject, Audience.LEERLING)
    actions.sign(own, edition=EDITION, language="nl", how=How.SCREEN, by=cast.subject, at=NOW)
    actions.withdraw(own, reason="", how=How.SCREEN, by=cast.subject, at=NOW)
    listed = ListedRow(Asked(cast.reporter, cast.reporter, Audience.LEERLING), EDITION, "nl", NOW)
    actions.record_many([listed], how=How.PAPER, by=cast.mentor, at=NOW)


def test_what_our_actions_write_is_founded(cast: Cast) -> None:
    sign_and_list(cast)
    assert list(queries.unfounded()) == []


def test_a_row_that_was_slipped_in_or_backdated_is_found(cast: Cast) -> None:
    sign_and_list(cast)
    slipped = Signature.objects.get(signer_id=cast.reporter)
    slipped.id, slipped.signer_id, slipped.on_behalf_of_id = uuid4(), cast.affected, cast.affected
    slipped.save(force_insert=True)
    unheard = Signature.objects.get(id=slipped.id)
    unheard.id, unheard.stream, unheard.audience = uuid4(), uuid4(), Audience.OUDER
    unheard.save(force_insert=True)
    kept = Signature.objects.get(signer_id=cast.subject, ended_at=None)
    Signature.objects.filter(id=kept.id).delete()
    kept.at -= timedelta(days=60)
    kept.save(force_insert=True)
    assert set(queries.unfounded()) == {slipped.id, unheard.id, kept.id}


def test_what_was_erased_is_no_longer_held_against_a_row(cast: Cast) -> None:
    sign_and_list(cast)
    erase(Signature.objects.filter(signer_id=cast.subject)[0].stream, at=NOW)
    assert list(queries.unfounded()) == []
