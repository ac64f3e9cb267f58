"""A teacher asks what may be done, and what the school knows answers along: account, consent, the manager's word."""

import pytest

from keyzer.consent import actions as consent
from keyzer.kit import clock
from keyzer.people import queries as people
from keyzer.protocol import ConsultAnswer, ImagePurpose, ImageSaid
from tests.cast import NOW, Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor
from tests.rooms.channels import world as accounts
from tests.rooms.consults import world as consults


@pytest.mark.article("personeel-1", "personeel-6", "personeel-7")
def test_what_the_school_knows_answers_along(hand: Handing, cast: Cast) -> None:
    accounts.work(cast)
    consults.answer(consults.ask(cast), cast.teamleider, ConsultAnswer.YES_IF)
    for pupil in (cast.subject, cast.reporter):
        for one in people.guardians_of(pupil, NOW.date()):
            if one.authority:
                consent.answer(pupil, ImagePurpose.SITE, ImageSaid.YES, by=one.id, at=clock.now())
    charlie = hand(cast.charlie, scripts=False)
    charlie_follows_a_pupil_through_the_account_for_work(charlie)
    charlie_is_in_doubt_and_asked_before(charlie)
    the_mentor_looks_up_the_class(hand(cast.mentor))


def charlie_follows_a_pupil_through_the_account_for_work(charlie: Visitor) -> None:
    charlie.opens("/mag-dit/")
    for words in ("Mag ik een leerling toevoegen of volgen?", "@gym.charlie (Instagram)", "Nee"):
        charlie.taps(words)
    charlie.reads("Ja, dit mag", "@gym.charlie (Instagram) staat in het register als account voor je werk.")
    charlie.taps("Zelf antwoorden")
    charlie.taps("Een eigen privéaccount")
    charlie.reads("Nee, dit mag niet")
    charlie.does_not_read("Wat school al wist")


def charlie_is_in_doubt_and_asked_before(charlie: Visitor) -> None:
    charlie.opens("/mag-dit/")
    for words in ("Mag ik iets over mijn les plaatsen?", "Ergens anders", "Er staat bij: namens school", "Ja, twijfel"):
        charlie.taps(words)
    charlie.reads("Je vroeg dit al eens.")
    charlie.taps("Je vraag van vandaag over")
    charlie.reads("Ja, dit mag", "Doe eerst wat je leidinggevende vroeg.", "ja, als: Zonder namen.")
    charlie.goes_through(charlie.page.get_by_role("link", name="Bekijk de vraag"))
    charlie.reads("Eerst dit", "Zonder namen.")


def the_mentor_looks_up_the_class(mentor: Visitor) -> None:
    mentor.opens("/mag-dit/")
    mentor.taps("Mag ik een foto van mijn klas op een kanaal van school zetten?")
    mentor.finds_it_sound()
    mentor.taps("Opzoeken of mijn klas op de foto mag")
    mentor.finds_it_sound()
    mentor.ticks("Website van school", "2A")
    mentor.taps("Zoek het op")
    mentor.finds_it_sound()
    assert mentor.part("Niet op de foto in 2A").locator("li").all_inner_texts() == ["Noor Jansen"]
    mentor.taps("Niemand van hen is te herkennen")
    for words in ("Ergens anders", "Nee, geen twijfel"):
        mentor.taps(words)
    mentor.reads("Ja, dit mag", "niet iedereen mag op de foto. Niet: Noor Jansen.")
    mentor.finds_it_sound()
