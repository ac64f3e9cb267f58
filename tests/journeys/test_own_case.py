"""What the person concerned does on a phone: reads where it stands, opens the letter, objects, and defends."""

from uuid import UUID

import pytest

from keyzer.kit import clock
from keyzer.letters import links
from keyzer.people.models import School
from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor
from tests.rooms.letters.world import REASON, World
from tests.rooms.own.world import intended, public_school, send


@pytest.fixture
def world(cast: Cast) -> World:
    """A suspension at a public school, told by letter to the pupil and one guardian."""
    world = public_school(cast, clock.now())
    send(world, "subject")
    return world


@pytest.fixture
def letter(world: World) -> UUID:
    """The letter to a guardian."""
    return send(world, "guardian")


@pytest.mark.article("leerlingen-9")
def test_a_pupil_reads_it_and_tells_the_own_side(world: World, hand: Handing) -> None:
    daan = hand(world.cast.subject)
    daan.opens("/")
    daan.finds_it_sound()
    daan.taps("Over jou")
    daan.finds_it_sound()
    daan.reads("Wat er nu komt", "Schorsing", REASON)
    daan.taps("Besluit tot schorsing")
    daan.finds_it_sound()
    daan.taps("Terug")
    daan.taps("Vertel hoe jij het ziet")
    daan.finds_it_sound()
    daan.fills_in({"In eigen woorden": "Ik wist niet dat zij het erg vond."})
    daan.taps("Vertel hoe jij het ziet")
    daan.reads("De eigen verklaring staat in het dossier.", "Ik wist niet dat zij het erg vond.")
    daan.unfolds("Wat de school hiervan bewaart")
    daan.finds_it_sound()


@pytest.mark.article("leerlingen-9")
def test_a_guardian_objects(world: World, letter: UUID, hand: Handing) -> None:
    marja = hand(world.cast.guardian)
    marja.opens("/mijn/")
    marja.finds_it_sound()
    marja.taps("Over Daan Bakker")
    marja.finds_it_sound()
    objects(marja)
    marja.reads("Uw bezwaar is binnen.", "Antwoord uiterlijk")
    marja.finds_it_sound()


@pytest.mark.article("leerlingen-9")
def test_by_the_link_in_a_mail(letter: UUID, hand: Handing) -> None:
    visitor = hand()
    assert visitor.opens(links.path_for(letter)) == 200
    visitor.finds_it_sound()
    visitor.fills_in({"Geboortedatum": "2013-01-21"})
    visitor.taps("Brief openen")
    visitor.reads("Deze datum klopt niet.")
    visitor.finds_it_sound()
    visitor.fills_in({"Geboortedatum": "2013-01-20"})
    visitor.taps("Brief openen")
    visitor.reads(REASON)
    visitor.finds_it_sound()
    objects(visitor)
    visitor.reads("Uw bezwaar is binnen.")
    visitor.finds_it_sound()
    visitor.taps("De brief op dit apparaat sluiten")
    visitor.does_not_read(REASON)


def test_a_link_that_does_not_work_helps_on(letter: UUID, hand: Handing) -> None:
    visitor = hand()
    assert visitor.opens("/mijn/brief/niets.van.dit/") == 404
    visitor.finds_it_sound()
    visitor.reads("Bel De Keyzer")
    visitor.opens(links.path_for(letter))
    for _tried in range(5):
        visitor.fills_in({"Geboortedatum": "2013-01-21"})
        visitor.taps("Brief openen")
    visitor.reads("Over een uur kan het weer.")
    visitor.finds_it_sound()


@pytest.mark.article("personeel-8")
def test_a_teacher_defends(cast: Cast, hand: Handing) -> None:
    school = School.objects.get()
    school.settings = {**school.settings, "defence_days": 14, "agreement_source": "de cao"}
    school.save()
    intended(cast, clock.now())
    teacher = hand(cast.teacher)
    teacher.opens("/")
    teacher.taps("Over u")
    teacher.finds_it_sound()
    teacher.taps("Verweer schrijven")
    teacher.finds_it_sound()
    teacher.fills_in({"Uw verweer": "De toets was verplaatst."})
    teacher.taps("Verweer versturen")
    teacher.reads("Uw verweer staat in het dossier.")
    teacher.finds_it_sound()


def objects(visitor: Visitor) -> None:
    visitor.taps("Bezwaar maken")
    visitor.finds_it_sound()
    visitor.fills_in({"Waarom bent u het er niet mee eens?": "Het was één keer."})
    visitor.taps("Bezwaar versturen")


def test_a_parent_who_reads_english_finds_english(world: World, hand: Handing) -> None:
    letter = send(world, "second_guardian")
    visitor = hand(language="en-GB")
    visitor.opens(links.path_for(letter))
    visitor.finds_it_sound()
    visitor.fills_in({"Date of birth": "2013-01-20"})
    visitor.taps("Open the letter")
    visitor.reads("Suspension", "Answer the school")
    visitor.taps("Object to this")
    visitor.finds_it_sound()
