"""Signing, refusing and taking back: by whom the paper asks it, once, on record."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError

from keyzer import protocol
from keyzer.acknowledgements import actions, events
from keyzer.acknowledgements.actions import Asked, How, Refused, Why
from keyzer.acknowledgements.models import Signature
from keyzer.ledger import queries as ledger
from keyzer.ledger.verification import verify
from keyzer.people.models import Enrolment
from keyzer.protocol import Audience
from tests.cast import NOW, TODAY, Cast

EDITION = protocol.current()
CHILD = Audience.LEERLING


def sign(
    signer: UUID, child: UUID, audience: Audience = CHILD, *, by: UUID | None = None, how: How = How.SCREEN,
    edition: str = EDITION.id, language: str = "nl",
) -> UUID:  # fmt: skip
    asked = Asked(signer, child, audience)
    return actions.sign(asked, edition=edition, language=language, how=how, by=by or signer, at=NOW)


def refused(signer: UUID, child: UUID, audience: Audience = CHILD, **given: str | UUID) -> Why:
    with pytest.raises(Refused) as problem:
        sign(signer, child, audience, **given)  # type: ignore[arg-type]
    assert problem.value.said
    return problem.value.why


def told(signature: UUID) -> list[events.AnyEvent]:
    stream = Signature.objects.get(id=signature).stream
    return [events.decode(one.content) for one in ledger.read(stream)]


@pytest.mark.article("reikwijdte-1", "leerlingen-3")
def test_a_pupil_and_each_guardian_with_authority_sign(cast: Cast) -> None:
    for signer in (cast.subject, cast.guardian, cast.second_guardian):
        row = Signature.objects.get(id=sign(signer, cast.subject))
        assert (row.signer_id, row.on_behalf_of_id, row.by_id) == (signer, cast.subject, signer)
        assert (row.edition, row.edition_digest, row.language, row.at) == (EDITION.id, EDITION.digest, "nl", NOW)
    assert Signature.objects.values("stream").distinct().count() == 1
    assert verify().alteration is None


@pytest.mark.article("reikwijdte-1")
def test_adults_sign_for_themselves(cast: Cast) -> None:
    sign(cast.guardian, cast.guardian, Audience.OUDER)
    sign(cast.guardian_without_authority, cast.guardian_without_authority, Audience.OUDER)
    sign(cast.teacher, cast.teacher, Audience.PERSONEEL)
    sign(cast.hr, cast.hr, Audience.PERSONEEL)
    assert Signature.objects.count() == 4


@pytest.mark.article("reikwijdte-1")
def test_nobody_signs_for_a_child_without_authority(cast: Cast) -> None:
    assert refused(cast.guardian_without_authority, cast.subject) is Why.NO_AUTHORITY
    assert refused(cast.reporters_guardian, cast.subject) is Why.NO_AUTHORITY
    assert refused(cast.grown_ups_parent, cast.grown_up) is Why.NO_AUTHORITY
    assert refused(cast.teacher, cast.teacher, CHILD) is Why.NOT_TIED
    assert refused(cast.stranger, cast.stranger, Audience.ANDER) is Why.NOT_TIED
    assert refused(uuid4(), uuid4()) is Why.NOT_TIED


@pytest.mark.article("reikwijdte-1")
def test_who_left_or_did_not_come_yet_signs_nothing(cast: Cast) -> None:
    Enrolment.objects.filter(pupil_id=cast.subject).update(until=TODAY - timedelta(days=1))
    assert refused(cast.subject, cast.subject) is Why.LEFT
    assert refused(cast.guardian, cast.guardian, Audience.OUDER) is Why.LEFT
    Enrolment.objects.filter(pupil_id=cast.reporter).update(since=date(2027, 1, 4))
    assert refused(cast.reporter, cast.reporter) is Why.NOT_YET
    Enrolment.objects.filter(pupil_id=cast.affected).update(until=TODAY)
    assert told(sign(cast.affected, cast.affected))


def test_signing_twice_is_signing_once(cast: Cast) -> None:
    first = sign(cast.subject, cast.subject)
    assert sign(cast.subject, cast.subject) == first
    assert len(told(first)) == Signature.objects.count() == 1


def test_another_edition_another_language_or_another_hand_is_refused(cast: Cast) -> None:
    assert refused(cast.subject, cast.subject, edition="de-keyzer-2019-08-01") is Why.OTHER_EDITION
    assert refused(cast.subject, cast.subject, language="de") is Why.NO_TEXT
    assert refused(cast.subject, cast.subject, by=cast.mentor) is Why.NOT_YOURS
    assert refused(cast.subject, cast.subject, by=cast.guardian, how=How.PAPER) is Why.NOT_YOURS
    assert told(sign(cast.subject, cast.subject, by=cast.mentor, how=How.PAPER))


def test_a_refusal_keeps_its_reason_in_the_ledger_alone(cast: Cast) -> None:
    asked = Asked(cast.guardian, cast.subject, CHILD)
    given = {"edition": EDITION.id, "language": "nl", "how": How.SCREEN, "by": cast.guardian, "at": NOW}
    with pytest.raises(Refused, match="reason"):
        actions.refuse(asked, reason="  ", **given)  # type: ignore[arg-type]
    refusal = actions.refuse(asked, reason="Artikel 7 gaat te ver.", **given)  # type: ignore[arg-type]
    assert actions.refuse(asked, reason="Nog steeds.", **given) == refusal  # type: ignore[arg-type]
    [declined] = told(refusal)
    assert isinstance(declined, events.Declined)
    assert declined.reason == "Artikel 7 gaat te ver."
    assert "Artikel" not in str(Signature.objects.values())
    signed = sign(cast.guardian, cast.subject)
    assert [row.state for row in Signature.objects.order_by("id")] == ["refused", "signed"]
    assert Signature.objects.get(ended_at=None).id == signed


def test_a_signature_can_be_taken_back_and_put_again(cast: Cast) -> None:
    asked = Asked(cast.subject, cast.subject, CHILD)
    with pytest.raises(Refused, match="nothing"):
        actions.withdraw(asked, reason="", how=How.SCREEN, by=cast.subject, at=NOW)
    first = sign(cast.subject, cast.subject)
    with pytest.raises(Refused, match="only"):
        actions.withdraw(asked, reason="", how=How.SCREEN, by=cast.guardian, at=NOW)
    back = actions.withdraw(asked, reason="Verkeerd getikt.", how=How.SCREEN, by=cast.subject, at=NOW)
    assert actions.withdraw(asked, reason="", how=How.SCREEN, by=cast.subject, at=NOW) == back
    again = sign(cast.subject, cast.subject)
    assert len({first, back, again}) == 3
    assert [type(event) for event in told(again)] == [events.Signed, events.TakenBack, events.Signed]
    assert Signature.objects.get(ended_at=None).id == again


@pytest.mark.parametrize("changed", [{"state": "withdrawn"}, {"edition": "x"}, {"signer_id": None}])
def test_the_database_refuses_to_change_what_was_said(cast: Cast, changed: dict[str, str | UUID]) -> None:
    sign(cast.subject, cast.subject)
    changed = {name: value or cast.guardian for name, value in changed.items()}
    with pytest.raises(DatabaseError, match="written once"):
        Signature.objects.update(**changed)
