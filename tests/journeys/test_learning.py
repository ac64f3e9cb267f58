"""Learning on a phone: from the first screen to what to do now, without scripts, by keyboard, and in English."""

import pytest

from tests.cast import Cast
from tests.journeys.conftest import Handing
from tests.journeys.frame import DESK, Visitor


def chooses(visitor: Visitor, answer: str, *, said: str) -> None:
    """Tap an answer and read what is said to it; until then there is no way on."""
    assert not visitor.page.get_by_role("button", name="Verder").is_visible()
    visitor.unfolds(answer)
    visitor.reads(said)


@pytest.mark.article("leerlingen-4")
def test_a_pupil_does_a_lesson_and_a_mentor_sees_that_it_is_done(cast: Cast, hand: Handing) -> None:
    daan = hand(cast.subject)
    daan.opens("/leren/")
    daan.finds_it_sound()
    daan.reads("Elke les duurt een paar minuten")
    daan.taps("Je wachtwoord is van jou")
    daan.finds_it_sound()
    daan.taps("Begin")
    daan.reads("Stap 1 van 6", "Met je wachtwoord kan een ander jou spelen")
    daan.finds_it_sound()
    daan.taps("Verder")
    daan.taps("Verder")
    chooses(daan, "De naam van je hond", said="Kijk nog eens. Wie jou een beetje kent, raadt dit.")
    daan.finds_it_sound()
    daan.unfolds("Vier losse woorden")
    daan.reads("Goede keuze.")
    daan.does_not_read('<details class="reply wrong" name="answer" open')
    daan.taps("Verder")
    stop_and_come_back(daan)
    daan.unfolds("Lief van je")
    daan.taps("Verder")
    daan.finds_it_sound()
    daan.taps("Verder")
    daan.unfolds("Het account uitloggen")
    daan.taps("De les afronden")
    daan.reads("Les gedaan", "Wat nu?", "Verander je wachtwoord voor Keyzer")
    daan.finds_it_sound()
    daan.taps("Kijk na of je apps in twee stappen inloggen")
    assert daan.path == "/programmas/instellingen/"
    see_the_class(hand(cast.mentor, size=DESK))


def stop_and_come_back(daan: Visitor) -> None:
    """The list knows where the lesson stopped; the browser's own way back works too."""
    daan.page.go_back()
    daan.reads("Welke is het sterkst?")
    daan.page.go_forward()
    daan.reads("Een vriend vraagt erom")
    daan.opens("/leren/")
    daan.reads("Begonnen")
    daan.taps("Je wachtwoord is van jou")
    daan.finds_it_sound()
    daan.taps("Verder met de les")
    daan.reads("Stap 4 van 6", "Een vriend vraagt erom")


def see_the_class(mentor: Visitor) -> None:
    mentor.opens("/leren/")
    mentor.taps("Zie wie welke les heeft afgerond")
    mentor.finds_it_sound()
    mentor.unfolds("Je wachtwoord is van jou")
    mentor.reads("1 van 3 gedaan", "Daan Bakker")
    mentor.does_not_read("Lena Visser", "hond")
    mentor.finds_it_sound()


@pytest.mark.article("leerlingen-8")
def test_who_needs_help_finds_it_and_can_leave_quickly_without_scripts(cast: Cast, hand: Handing) -> None:
    noor = hand(cast.affected, scripts=False)
    noor.opens("/leren/sexting/")
    noor.taps("Begin")
    for answer in (None, None, "Niet doorsturen, niet laten zien", None):
        assert noor.page.get_by_role("link", name="Snel weg").is_visible()
        if answer:
            noor.unfolds(answer)
        if noor.page.get_by_role("link", name="Helpwanted.nl").count():
            assert noor.page.locator('a[href="tel:113"]').is_visible()
            return
        noor.taps("Verder")
    pytest.fail("no screen names who helps")


def test_a_lesson_can_be_done_by_keyboard(cast: Cast, hand: Handing) -> None:
    daan = hand(cast.subject)
    daan.opens("/leren/foto/3/")
    daan.page.locator("details.reply summary").first.focus()
    daan.page.keyboard.press("Tab")
    daan.page.keyboard.press("Enter")
    daan.reads("Goede keuze.")
    daan.page.get_by_role("button", name="Verder").focus()
    with daan.page.expect_navigation():
        daan.page.keyboard.press("Enter")
    assert daan.path == "/leren/foto/4/"


@pytest.mark.parametrize(
    ("who", "lesson", "language"),
    [("guardian", "thuis", "nl-NL"), ("teacher", "afstand", "en-GB"), ("subject", "sexting", "nl-NL")],
)
def test_every_screen_is_sound(cast: Cast, hand: Handing, who: str, lesson: str, language: str) -> None:
    visitor = hand(getattr(cast, who), language=language)
    for number in range(1, 8):
        assert visitor.opens(f"/leren/{lesson}/{number}/") == 200
        for answer in visitor.page.locator("details.reply summary").all():
            answer.click()
        visitor.finds_it_sound()


def test_the_lists_are_sound_in_the_dark_and_in_english(cast: Cast, hand: Handing) -> None:
    for scheme, language in (("dark", "nl-NL"), ("light", "en-GB")):
        mentor = hand(cast.mentor, scheme=scheme, language=language)
        for path in ("/leren/", "/leren/klas/", "/leren/groepschat/", "/leren/groepschat/1/", "/leren/groepschat/3/"):
            mentor.opens(path)
            mentor.finds_it_sound()
