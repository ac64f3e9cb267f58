"""Is it really an account of the school: a teacher registers one, a parent checks it and tells of a fake."""

import pytest

from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import Visitor


@pytest.mark.article("personeel-7")
def test_an_account_for_work_and_a_fake(hand: Handing, cast: Cast) -> None:
    register(hand(cast.charlie))
    tell_of_a_fake(check(hand()))
    keeper = hand(cast.safety)
    see_to_it(keeper)
    enter_a_channel(keeper)
    let_it_stop(hand(cast.charlie))


def register(teacher: Visitor) -> None:
    teacher.opens("/kanalen/")
    teacher.finds_it_sound()
    teacher.taps("Mijn werkaccount toevoegen")
    teacher.page.get_by_label("Op welke app of welk programma?").select_option(label="Instagram")
    teacher.fills_in(
        {
            "Naam of adres van het account": "https://www.instagram.com/Gym.Charlie/",
            "Waarvoor is het?": "Gymles",
            "Waar ligt het herstel?": "Op het schooladres",
        }
    )
    teacher.taps("Bewaren")
    teacher.reads("Zonder dit is het geen werkaccount")
    teacher.ticks("Er staat niets persoonlijks over mij op, en alleen schoolzaken")
    teacher.finds_it_sound()
    teacher.taps("Bewaren")
    teacher.reads("Het staat in het register", "Gymles")
    teacher.finds_it_sound()


def check(parent: Visitor) -> Visitor:
    """Without an account."""
    parent.opens("/kanalen/echt/")
    parent.finds_it_sound()
    parent.fills_in({"Naam of adres van het account": "@gym.charlie"})
    parent.taps("Nakijken")
    parent.reads("Ja, dit is van ons", "werkaccount van iemand die bij De Keyzer werkt")
    parent.does_not_read("Buiten")
    parent.fills_in({"Naam of adres van het account": "@gym_charlie1"})
    parent.taps("Nakijken")
    parent.reads("Niet bij ons bekend", "Let op: het lijkt op ons account")
    parent.finds_it_sound()
    return parent


def tell_of_a_fake(parent: Visitor) -> None:
    parent.taps("Vertel ons dat het nep is")
    parent.fills_in({"Wat heb je gezien?": "Vraagt leerlingen om geld"})
    parent.finds_it_sound()
    parent.taps("Versturen")
    parent.reads("Dank je wel. De school kijkt ernaar.")


def see_to_it(keeper: Visitor) -> None:
    keeper.opens("/")
    keeper.taps("Misschien nep: @gym_charlie1")
    keeper.reads("Vraagt leerlingen om geld")
    keeper.finds_it_sound()
    keeper.fills_in({"Wat heb je eraan gedaan?": "Gemeld bij Instagram"})
    keeper.taps("Bewaren")
    keeper.reads("Het is opgeschreven")


def enter_a_channel(keeper: Visitor) -> None:
    keeper.taps("Kanaal van de school toevoegen")
    keeper.page.get_by_label("Op welke app of welk programma?").select_option(label="TikTok")
    keeper.page.get_by_label("Wie mag plaatsen?").select_option(label="Teacher de Vries")
    keeper.fills_in(
        {
            "Naam of adres van het account": "@dekeyzer",
            "Waarvoor is het?": "Nieuws van school",
            "Waar ligt het herstel?": "In de kluis van de administratie",
        }
    )
    keeper.finds_it_sound()
    keeper.taps("Bewaren")
    keeper.reads("@dekeyzer", "In de kluis van de administratie")
    keeper.finds_it_sound()


def let_it_stop(teacher: Visitor) -> None:
    teacher.opens("/kanalen/")
    teacher.taps("@Gym.Charlie")
    teacher.unfolds("Laten stoppen")
    teacher.fills_in({"Waarom stopt het?": "Ik geef geen gym meer"})
    teacher.taps("Laten stoppen")
    teacher.reads("Het is gestopt", "Dit account is gestopt")
