"""What the school decides about a refusal: recorded by who leads it, read by who refused, and never a measure."""

from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from keyzer.acknowledgements import actions, events, queries
from keyzer.acknowledgements.actions import Asked, How, Outcome, Refused, Why
from keyzer.acknowledgements.models import RefusalDecision, Signature
from keyzer.ledger import queries as ledger
from keyzer.ledger.actions import Conflict
from keyzer.ledger.verification import verify
from keyzer.people.models import Person, RoleHeld, User
from keyzer.post.models import Outgoing
from keyzer.protocol import Audience, Role
from tests.cast import NOW, SINCE, TODAY, Cast, browser_of
from tests.rooms.acknowledgements.pages import EDITION, words

pytestmark = pytest.mark.usefixtures("school_morning")
WORDS = "Uw kind houdt gewoon toegang tot het netwerk."


def refusal(signer: UUID, child: UUID, audience: Audience = Audience.LEERLING) -> UUID:
    asked = Asked(signer, child, audience)
    given = {"edition": EDITION, "language": "nl", "reason": "Dit gaat mij te ver.", "how": How.SCREEN}
    return actions.refuse(asked, **given, by=signer, at=NOW)  # type: ignore[arg-type]


def decide(signature: UUID, by: UUID, seen: int = 0) -> UUID:
    outcomes = [Outcome.TALK, Outcome.ACCESS]
    return actions.decide(signature, outcomes=outcomes, words=WORDS, seen=seen, by=by, at=NOW)


def why(signature: UUID, by: UUID) -> Why:
    with pytest.raises(Refused) as refused:
        decide(signature, by)
    return refused.value.why


@pytest.mark.article("reikwijdte-1")
def test_who_refused_reads_what_was_decided_and_that_nothing_follows(cast: Cast) -> None:
    signature = refusal(cast.guardian, cast.subject)
    director = browser_of(cast.director)
    address = f"/tekenen/stand/weigeringen/{signature}/"
    assert "er kan geen maatregel uit volgen" in words(director, address)
    sent = director.post(address, {"seen": "0", "outcomes": ["talk", "access"], "words": WORDS})
    assert sent.status_code == 302
    for reader, path in ((cast.guardian, "/tekenen/"), (cast.guardian, f"/tekenen/bewijs/{signature}/")):
        page = words(browser_of(reader), path)
        assert WORDS in page
        assert "Er komt een gesprek over." in page
    assert "geen overtreding en er volgt geen maatregel uit" in words(browser_of(cast.guardian), "/tekenen/")
    assert WORDS not in words(browser_of(cast.second_guardian), "/tekenen/")
    assert WORDS not in words(browser_of(cast.mentor), f"/tekenen/stand/{cast.class_2a}/")
    assert Outgoing.objects.get(to_id=cast.guardian).path == "/tekenen/"


def test_coverage_counts_it_as_decided_until_somebody_signs_after_all(cast: Cast) -> None:
    decide(refusal(cast.guardian, cast.subject), cast.director)
    refusal(cast.second_guardian, cast.subject)
    total = queries.coverage(TODAY).total
    assert (total.refused, total.decided) == (2, 1)
    assert "over 1 besloten" in words(browser_of(cast.director), "/tekenen/stand/")
    asked = Asked(cast.guardian, cast.subject, Audience.LEERLING)
    actions.sign(asked, edition=EDITION, language="nl", how=How.SCREEN, by=cast.guardian, at=NOW)
    total = queries.coverage(TODAY).total
    assert (total.refused, total.decided) == (1, 0)


def test_only_who_leads_the_school_decides_and_not_about_the_own_refusal(cast: Cast) -> None:
    signature = refusal(cast.guardian, cast.subject)
    assert {why(signature, by) for by in (cast.mentor, cast.safety, cast.guardian)} == {Why.NOT_YOURS}
    own = refusal(cast.director, cast.director, Audience.PERSONEEL)
    assert why(own, cast.director) is Why.OWN_REFUSAL
    decide(own, cast.board)


def test_there_is_nothing_to_decide_about_who_signed(cast: Cast) -> None:
    signature = refusal(cast.guardian, cast.subject)
    asked = Asked(cast.guardian, cast.subject, Audience.LEERLING)
    signed = actions.sign(asked, edition=EDITION, language="nl", how=How.SCREEN, by=cast.guardian, at=NOW)
    assert why(signature, cast.director) is why(signed, cast.director) is Why.NOT_REFUSED
    assert browser_of(cast.director).get(f"/tekenen/stand/weigeringen/{signature}/").status_code == 404


def test_two_who_decide_at_once_see_each_other(cast: Cast) -> None:
    signature = refusal(cast.guardian, cast.subject)
    decide(signature, cast.board)
    with pytest.raises(Conflict):
        decide(signature, cast.director)
    said = {"seen": "0", "outcomes": ["let-be"], "words": "Wij laten het erbij."}
    answer = browser_of(cast.director).post(f"/tekenen/stand/weigeringen/{signature}/", said)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert WORDS in page
    assert 'name="seen" value="1"' in page
    decide(signature, cast.director, seen=1)
    assert len(queries.decisions_about({signature})[signature]) == 2


@pytest.mark.parametrize("said", [{"outcomes": ["talk"], "words": ""}, {"words": WORDS}, {"outcomes": ["schorsing"]}])
def test_a_decision_needs_words_and_an_outcome_that_is_no_measure(cast: Cast, said: dict[str, object]) -> None:
    signature = refusal(cast.guardian, cast.subject)
    answer = browser_of(cast.director).post(f"/tekenen/stand/weigeringen/{signature}/", {"seen": "0", **said})
    assert answer.status_code == 422
    assert not RefusalDecision.objects.exists()


def test_the_words_stand_in_the_history_alone_and_the_row_stays(cast: Cast) -> None:
    signature = refusal(cast.guardian, cast.subject)
    decide(signature, cast.director)
    told = [events.decode(one.content) for one in ledger.read(Signature.objects.get(id=signature).stream)]
    assert isinstance(told[-1], events.Decided)
    assert (told[-1].words, told[-1].outcomes) == (WORDS, ("talk", "access"))
    assert WORDS not in str(RefusalDecision.objects.values())
    assert verify().alteration is None
    assert not list(queries.unfounded())
    for change in ("DELETE FROM", "UPDATE"):
        setting = "" if change == "DELETE FROM" else " SET by_id = by_id"
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"{change} acknowledgements_refusaldecision{setting}")


def test_who_has_no_account_reads_it_by_a_new_link(cast: Cast) -> None:
    RoleHeld.objects.create(person_id=cast.stranger, role=Role.VRIJWILLIGER, since=SINCE)
    signature = refusal(cast.stranger, cast.stranger, Audience.VRIJWILLIGER)
    User.objects.filter(person_id=cast.stranger).delete()
    Person.objects.filter(id=cast.stranger).update(email="thuis@vrijwilliger.example")
    decide(signature, cast.director)
    assert WORDS in words(Client(), Outgoing.objects.get(to_id=cast.stranger).path)
