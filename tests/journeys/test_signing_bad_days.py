"""Signing on a bad day: who may not, who left, a link too late, and two at once."""

from datetime import timedelta

import pytest
import time_machine

from keyzer.acknowledgements import links
from keyzer.acknowledgements.actions import answering
from keyzer.acknowledgements.models import Signature
from keyzer.kit import clock
from keyzer.ledger.verification import verify
from keyzer.people.models import Enrolment, User
from keyzer.post.models import Outgoing
from tests.cast import TODAY, Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor

pytestmark = pytest.mark.django_db(transaction=True)
CHILD_BORN = "2013-01-20"


def signed() -> list[tuple[object, object]]:
    return list(Signature.objects.filter(ended_at=None).order_by("at").values_list("signer_id", "on_behalf_of_id"))


@pytest.mark.article("reikwijdte-1")
def test_a_guardian_without_authority_signs_for_nobody_else(hand: Handing, cast: Cast) -> None:
    guardian = hand(cast.guardian_without_authority)
    guardian.opens("/tekenen/")
    guardian.does_not_read("Daan Bakker")
    forged = f"{cast.subject}.leerling"
    guardian.page.locator("input[name=lines]").evaluate("(field, value) => { field.value = value }", forged)
    guardian.taps("Ik teken")
    guardian.reads("Kies voor wie dit antwoord is")
    assert signed() == []
    guardian.finds_it_sound()
    guardian.opens("/tekenen/")
    guardian.taps("Ik teken")
    assert signed() == [(cast.guardian_without_authority, cast.guardian_without_authority)]


@pytest.mark.article("reikwijdte-1")
def test_a_pupil_who_left_while_the_page_lay_open(hand: Handing, cast: Cast) -> None:
    pupil = hand(cast.subject)
    pupil.opens("/tekenen/")
    pupil.reads("Ik teken")
    Enrolment.objects.filter(pupil_id=cast.subject).update(until=TODAY - timedelta(days=1))
    pupil.taps("Ik teken")
    pupil.reads("we zien vandaag geen klas")
    assert signed() == []


@pytest.mark.article("reikwijdte-1")
def test_two_sign_for_one_child_at_once_and_one_in_two_browsers(hand: Handing, cast: Cast) -> None:
    browsers = [hand(one) for one in (cast.guardian, cast.second_guardian, cast.guardian)]
    for browser in browsers:
        browser.opens("/tekenen/")
    for browser in browsers:
        browser.taps("Ik teken")
        browser.reads("U hoeft niets meer te doen", "Voor Daan Bakker", "Getekend")
    for_child = [signer for signer, child in signed() if child == cast.subject]
    assert sorted(for_child, key=str) == sorted((cast.guardian, cast.second_guardian), key=str)
    assert verify().alteration is None


@pytest.mark.article("leerlingen-6")
def test_a_link_asks_who_it_is_and_a_late_one_is_mailed_anew(
    hand: Handing, cast: Cast, now: time_machine.Traveller
) -> None:
    User.objects.filter(person_id=cast.guardian).delete()
    link = answering.make_link(cast.guardian, at=clock.now())
    visitor = hand()
    visitor.opens(link)
    visitor.does_not_read("Bakker")
    visitor.finds_it_sound()
    gives_date(visitor, "2013-01-21")
    visitor.reads("Deze datum klopt niet")
    visitor.finds_it_sound()
    gives_date(visitor, CHILD_BORN)
    visitor.reads("Voor Daan Bakker")

    now.shift(links.LASTS + timedelta(days=1))
    assert visitor.opens(link) == 404
    visitor.finds_it_sound()
    visitor.taps("Mail een nieuwe link")
    visitor.reads("Kijk in de mail")
    visitor.finds_it_sound()
    assert not Outgoing.objects.exists(), "the school knows no address of this guardian"


def gives_date(visitor: Visitor, born: str) -> None:
    """Fill in a date of birth and go on."""
    visitor.fills_in({"Geboortedatum": born})
    visitor.taps("Ga verder")
